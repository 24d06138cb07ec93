import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { kobo } from '../../pricing/kobo.ts'
import { lookAtDue } from '../../purchases/look.ts'
import type { Database } from '../../storage/database.ts'
import { customerWith, newPurchase, opened } from '../../storage/purchases.test-support.ts'
import { useDatabase } from '../../storage/use-database.test-support.ts'
import { customerOf } from '../data/customer.test-support.ts'
import { codeAnswer, deliveredAnswer, LOST } from '../reseller.test-support.ts'

const { database } = useDatabase()

interface Listed {
  readonly id: string
  readonly requestId: string
}

it('lists what was bought, latest first, with what became of it', async () => {
  const customer = await customerOf(database())
  await customer.buy({ request_id: 'one' })
  customer.advance(60)
  customer.vtpass.pay = () => LOST
  await customer.buy({ request_id: 'two' })
  customer.advance(60)
  customer.vtpass.pay = () => codeAnswer('016', 'failed', 'TRANSACTION FAILED')
  await customer.buy({ request_id: 'three' })
  const { body } = await customer.list('transactions')
  expect(body.message).toBe('Transactions retrieved successfully')
  expect(body.data.next).toBeNull()
  expect(body.data.items).toMatchObject([
    { requestId: 'three', status: 'failed', code: '016', amount: 240, settledAt: '2026-01-27T12:02:00.000Z' },
    { requestId: 'two', status: 'pending', code: null, amount: 240, settledAt: null, transactionId: null },
    {
      requestId: 'one',
      status: 'delivered',
      code: '000',
      kind: 'data',
      serviceID: 'mtn-data',
      variation_code: 'mtn-1gb-daily',
      name: 'MTN 1GB Daily',
      recipient: '08012345678',
      phone: '08012345678',
      subscription_type: null,
      amount: 240,
      paidMain: 240,
      paidCashback: 0,
      earned: 0,
      transactionId: '17415980564672211596777904',
      openedAt: '2026-01-27T12:00:00.000Z',
      settledAt: '2026-01-27T12:00:00.000Z',
      reversedAt: null,
    },
  ])
})

it('lists in pages, each purchase once, while others arrive', async () => {
  const customer = await customerOf(database(), { main: kobo(300_000) })
  for (const number of [1, 2, 3, 4, 5, 6, 7]) {
    // Two at one moment: the id tells them apart.
    if (number % 2 === 1) customer.advance(1)
    await customer.buy({ request_id: `old-${number}` })
  }
  const there = (await customer.list('transactions')).body.data.items.map(({ id }: Listed) => id)
  const seen: Listed[] = []
  let cursor: string | null = ''
  let arrived = 0
  while (cursor !== null) {
    const page: { items: Listed[]; next: string | null } = (
      await customer.list(`transactions?limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`)
    ).body.data
    expect(page.items.length).toBeLessThanOrEqual(2)
    seen.push(...page.items)
    cursor = page.next
    customer.advance(1)
    arrived += 1
    await customer.buy({ request_id: `new-${arrived}` })
  }
  expect(there).toHaveLength(7)
  expect(seen.map(({ id }) => id)).toEqual(there)
})

it('has no next page where the last one is full', async () => {
  const customer = await customerOf(database())
  await customer.buy({ request_id: 'one' })
  await customer.buy({ request_id: 'two' })
  const { data } = (await customer.list('transactions?limit=2')).body
  expect([data.items.length, data.next]).toEqual([2, null])
})

it('lists nothing of another customer', async () => {
  const other = await customerOf(database())
  await other.buy()
  const customer = await customerOf(database())
  expect((await customer.list('transactions')).body.data).toEqual({ items: [], next: null })
})

const encoded = (place: string) => Buffer.from(place).toString('base64url')

it.each([
  ['limit=0', 'limit must be a whole number from 1 to 200'],
  ['cursor=', 'cursor must be the next of the page before'],
  ['cursor=MjAy', 'cursor must be the next of the page before'],
  [
    `cursor=${encoded(`2026-13-01T00:00:00.000Z ${randomUUID()}`)}`,
    'cursor must be the next of the page before',
  ],
  [`cursor=${encoded("2026-01-01T00:00:00.000Z ' or 1=1")}`, 'cursor must be the next of the page before'],
  [
    `cursor=${encoded(`2026-01-01T00:00:00.000Z ${randomUUID()};`)}`,
    'cursor must be the next of the page before',
  ],
])('refuses ?%s', async (query, message) => {
  const customer = await customerOf(database())
  expect(await customer.list(`transactions?${query}`)).toMatchObject({ status: 400, body: { message } })
})

async function idOf(customer: Awaited<ReturnType<typeof customerOf>>): Promise<string> {
  return (await customer.list('transactions?limit=1')).body.data.items[0].id
}

it('explains every kobo of a purchase, in order, and names nobody', async () => {
  const customer = await customerOf(database())
  const { vtpass, backend } = customer
  vtpass.pay = () => LOST
  await customer.buy()
  const reference = vtpass.paid[0]?.request_id ?? ''
  customer.advance(10)
  await customer.post('/api/v1/vtpass/webhook', {
    type: 'transaction-update',
    data: { requestId: reference, code: '000' },
  })
  vtpass.requery = () => deliveredAnswer(reference, { total_amount: 232.8 })
  await lookAtDue(backend.shop, 10)
  const { body } = await customer.list(`transactions/${await idOf(customer)}`)
  expect(body.message).toBe('Transaction retrieved successfully')
  expect(body.data.transaction).toMatchObject({ status: 'delivered', amount: 240, paidMain: 240 })
  const noon = '2026-01-27T12:00:00.000Z'
  const later = '2026-01-27T12:00:10.000Z'
  const settle = { what: 'transfer', at: later, kind: 'settle', debit: 'in_flight' }
  expect(body.data.timeline).toEqual([
    {
      what: 'transfer',
      at: noon,
      kind: 'hold',
      debit: 'main',
      credit: 'in_flight',
      amount: 240,
      balanceBefore: 2000,
      balanceAfter: 1760,
    },
    {
      what: 'attempt',
      at: noon,
      call: 'pay',
      httpStatus: null,
      code: null,
      status: null,
      learnt: 'unknown',
      tookMs: 0,
    },
    { what: 'webhook', at: later },
    {
      what: 'attempt',
      at: later,
      call: 'requery',
      httpStatus: 200,
      code: '000',
      status: 'delivered',
      learnt: 'delivered',
      tookMs: 0,
    },
    { ...settle, credit: 'float', amount: 232.8, balanceBefore: null, balanceAfter: null },
    { ...settle, credit: 'revenue', amount: 7.2, balanceBefore: null, balanceAfter: null },
  ])
})

it('shows a refund as a line of its own', async () => {
  const customer = await customerOf(database())
  customer.vtpass.pay = () => codeAnswer('016', 'failed', 'TRANSACTION FAILED')
  await customer.buy()
  const { data } = (await customer.list(`transactions/${await idOf(customer)}`)).body
  expect(data.timeline.at(-1)).toMatchObject({
    kind: 'refund',
    debit: 'in_flight',
    credit: 'main',
    amount: 240,
    balanceBefore: 1760,
    balanceAfter: 2000,
  })
})

it('shows that persons spoke, and neither who nor why; no alerts', async () => {
  const customer = await customerOf(database())
  customer.vtpass.pay = () => LOST
  await customer.buy()
  const id = await idOf(customer)
  customer.advance(3_600)
  customer.vtpass.requery = () => codeAnswer('099', null, 'TRANSACTION IS PROCESSING')
  await lookAtDue(customer.backend.shop, 10)
  for (const name of ['bola', 'chika']) {
    const token = await customer.tokenOf({ kind: 'operator', name })
    const word = { outcome: 'failed', reason: 'a secret reason' }
    await customer.post(`/api/v1/operator/purchases/${id}/resolve`, word, { token })
  }
  const answer = (await customer.list(`transactions/${id}`)).body
  const spoke = answer.data.timeline.filter(({ what }: { what: string }) => what === 'review')
  expect(spoke).toEqual([
    { what: 'review', at: '2026-01-27T13:00:00.000Z', outcome: 'failed' },
    { what: 'review', at: '2026-01-27T13:00:00.000Z', outcome: 'failed' },
  ])
  expect(answer.data.transaction.status).toBe('failed')
  const [{ alerts }] = (await database().query<{ alerts: number }>(
    'select count(*) as alerts from alert where purchase = $1',
    [id],
  )) as [{ alerts: number }]
  expect(alerts).toBe(1)
  expect(JSON.stringify(answer)).not.toMatch(/bola|chika|a secret reason|in-doubt|PROCESSING/)
})

it('knows no other customer’s purchase, and nothing that is none', async () => {
  const other = await customerOf(database())
  await other.buy()
  const id = await idOf(other)
  const customer = await customerOf(database())
  const missing = { status: 404, body: { statusCode: 404, message: 'No such purchase', error: 'Not Found' } }
  for (const each of [id, randomUUID(), '1', "'%20or%201=1", id.toUpperCase()]) {
    expect(await customer.list(`transactions/${each}`)).toMatchObject(missing)
  }
  expect((await other.list(`transactions/${id}`)).status).toBe(200)
})

it('is for customers alone', async () => {
  const customer = await customerOf(database())
  const operator = await customer.tokenOf({ kind: 'operator', name: 'bola' })
  const stranger = await customer.tokenOf({ kind: 'customer', id: 'nobody' })
  const list = '/api/v1/vtpass/data/transactions'
  for (const token of [operator, null, 'x.y.z']) {
    expect((await customer.get(list, { token })).status).toBe(401)
    expect((await customer.get(`${list}/${randomUUID()}`, { token })).status).toBe(401)
  }
  expect((await customer.get(list, { token: stranger })).status).toBe(401)
})

it('refuses whoever asks too often, and says so when the database is away', async () => {
  const hasty = await customerOf(database(), {}, { perUser: 1 })
  await hasty.list('transactions')
  expect((await hasty.list('transactions')).status).toBe(429)
  expect((await hasty.list(`transactions/${randomUUID()}`)).status).toBe(429)

  const gone: Database = {
    ...database(),
    query: (text, values) =>
      isGone
        ? Promise.reject(Object.assign(new Error('gone'), { code: 'ECONNREFUSED' }))
        : database().query(text, values),
  }
  let isGone = false
  const customer = await customerOf(gone)
  isGone = true
  expect((await customer.list('transactions')).status).toBe(503)
  expect((await customer.list(`transactions/${randomUUID()}`)).status).toBe(503)
})

it('shows the subscription of TV, and its renewal without a variation', async () => {
  const customer = await customerOf(database(), { main: kobo(100_000) })
  await opened(
    database(),
    newPurchase(customer.id, { kind: 'tv', serviceID: 'gotv', variation: null, subscription: 'renew' }),
  )
  expect((await customer.list('transactions')).body.data.items).toMatchObject([
    { kind: 'tv', variation_code: null, subscription_type: 'renew', status: 'pending' },
  ])
})

it('counts a customer without purchases as one', async () => {
  const id = await customerWith(database(), {})
  const customer = await customerOf(database())
  const token = await customer.tokenOf({ kind: 'customer', id })
  expect((await customer.get('/api/v1/vtpass/data/transactions', { token })).body.data.items).toEqual([])
})
