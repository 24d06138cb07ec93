import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { lookAtDue } from '../../purchases/look.ts'
import { useDatabase } from '../../storage/use-database.test-support.ts'
import { codeAnswer, LOST } from '../reseller.test-support.ts'
import { operatorOf } from './operator.test-support.ts'

const { database } = useDatabase()

/** Named by their own requests, so that one test's are told from another's. */
async function inDoubt(requestIds: readonly string[]) {
  const operator = await operatorOf(database())
  operator.vtpass.pay = () => LOST
  for (const request_id of requestIds) {
    await operator.buy({ request_id })
    operator.advance(1)
  }
  return operator
}

interface Listed {
  readonly requestId: string
  readonly customer: string
}

it('lists those in doubt, oldest first, in pages', async () => {
  const operator = await inDoubt(['one', 'two', 'three'])
  const seen: Listed[] = []
  let next: string | null = ''
  while (next !== null) {
    const query: string = next === '' ? '' : `&cursor=${next}`
    const { data } = (await operator.asksFor(`purchases?state=unknown&limit=1${query}`)).body
    seen.push(...data.items)
    next = data.next
  }
  const ours = seen.filter(({ customer }) => customer === operator.id)
  expect(ours.map(({ requestId }) => requestId)).toEqual(['one', 'two', 'three'])
})

it('shows what a customer does not see: cost, reference, what it is waiting for', async () => {
  const operator = await inDoubt(['one'])
  const { data } = (await operator.asksFor('purchases?state=unknown&limit=200')).body
  const [shown] = data.items.filter(({ customer }: Listed) => customer === operator.id)
  expect(shown).toEqual({
    id: await operator.idOf('one'),
    customer: operator.id,
    requestId: 'one',
    reference: operator.vtpass.paid[0]?.request_id,
    state: 'unknown',
    code: null,
    kind: 'data',
    serviceID: 'mtn-data',
    variation_code: 'mtn-1gb-daily',
    name: 'MTN 1GB Daily',
    recipient: '08012345678',
    phone: '08012345678',
    subscription_type: null,
    cost: 240,
    price: 240,
    paidMain: 240,
    paidCashback: 0,
    earned: 0,
    charged: null,
    lateLoss: 0,
    transactionId: null,
    asked: 0,
    openedAt: '2026-01-27T12:00:00.000Z',
    changedAt: '2026-01-27T12:00:00.000Z',
    wakeAt: '2026-01-27T12:00:05.000Z',
    settledAt: null,
    reversedAt: null,
  })
})

it('lists what a person must look at after a day of silence', async () => {
  const operator = await inDoubt(['one'])
  operator.vtpass.requery = () => LOST
  operator.advance(86_400)
  await lookAtDue(operator.backend.shop, 50)
  const { data } = (await operator.asksFor('purchases?state=review&limit=200')).body
  expect(data.items).toContainEqual(
    expect.objectContaining({ customer: operator.id, requestId: 'one', state: 'review', asked: 1 }),
  )
})

it('lists final ones as well, with what VTpass charged', async () => {
  const operator = await operatorOf(database())
  await operator.buy({ request_id: 'one' })
  const { data } = (await operator.asksFor('purchases?state=delivered&limit=200')).body
  const [shown] = data.items.filter(({ customer }: Listed) => customer === operator.id)
  expect(shown).toMatchObject({ state: 'delivered', cost: 240, price: 240, charged: 247.5, code: '000' })
})

it.each([
  ['', 'state must be one of: sending, unknown, review, delivered, failed, reversed'],
  ['state=pending', 'state must be one of: sending, unknown, review, delivered, failed, reversed'],
  ['state=unknown&limit=201', 'limit must be a whole number from 1 to 200'],
  ['state=unknown&cursor=x', 'cursor must be the next of the page before'],
])('refuses ?%s', async (query, message) => {
  const operator = await operatorOf(database())
  expect(await operator.asksFor(`purchases?${query}`)).toMatchObject({ status: 400, body: { message } })
})

it('reads anybody’s, with words, names, bodies and alerts', async () => {
  const operator = await inDoubt(['one'])
  const reference = operator.vtpass.paid[0]?.request_id
  const webhook = { type: 'transaction-update', data: { requestId: reference } }
  await operator.post('/api/v1/vtpass/webhook', webhook)
  operator.vtpass.requery = () => codeAnswer('044', null, 'TRANSACTION RESOLVED')
  await lookAtDue(operator.backend.shop, 50)
  const id = await operator.idOf('one')
  await operator.resolve(id, 'failed', 'bola', 'said by phone')
  const { body } = await operator.asksFor(`purchases/${id}`)
  expect(body.message).toBe('Purchase retrieved successfully')
  expect(body.data.purchase).toMatchObject({ id, state: 'unknown', code: '044' })
  expect(body.data.timeline).toMatchObject([
    { what: 'transfer', kind: 'hold', amount: 240, actor: `customer ${operator.id}` },
    { what: 'attempt', call: 'pay', note: 'no whole answer in time' },
    { what: 'webhook', body: JSON.stringify(webhook) },
    { what: 'attempt', call: 'requery', code: '044', note: 'TRANSACTION RESOLVED' },
    { what: 'alert', kind: 'resolved', detail: '044: TRANSACTION RESOLVED', times: 1 },
    { what: 'review', outcome: 'failed', actor: 'operator bola', reason: 'said by phone' },
  ])
})

it.each([randomUUID(), '17', '%27', 'x'.repeat(300)])('knows no purchase %s', async (id) => {
  const operator = await operatorOf(database())
  expect(await operator.asksFor(`purchases/${id}`)).toMatchObject({
    status: 404,
    body: { message: 'No such purchase' },
  })
})
