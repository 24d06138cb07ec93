import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { kobo } from '../pricing/kobo.ts'
import { putWebhook } from './customer-webhook.ts'
import { adjustFloat } from './funding.ts'
import { bookLateDelivery, markUnknown, reversePurchase, settlePurchase } from './ledger.ts'
import { countOpen, readFloat, readHouse, readInState, readProfit } from './operator-reads.ts'
import {
  at,
  attempt,
  customerWith,
  delivered,
  failed,
  newPurchase,
  occasion,
  opened,
  reversed,
} from './purchases.test-support.ts'
import { findPurchase, readBalances, readCustomer, readEntries, readPurchases } from './reads.ts'
import { claimNotices, noteDelivery } from './telling.ts'
import { readTimeline } from './timeline.ts'
import { useDatabase } from './use-database.test-support.ts'
import { receiveWebhook } from './waiting.ts'

const { database } = useDatabase()

it('shows every line of the wallets with the balance before and after, a refund as its own line', async () => {
  const customer = await customerWith(database(), { main: kobo(60_000) })
  const asked = newPurchase(customer, { requestId: 'mine', at: at(10) })
  await opened(database(), asked)
  await settlePurchase(database(), failed(asked.id, { at: at(11) }))
  const entries = await readEntries(database(), { customer, wallet: null, before: null, limit: 10 })
  const line = {
    wallet: 'main',
    reference: null,
    purchase: asked.id,
    requestId: 'mine',
    id: expect.any(Number),
  }
  expect(entries).toEqual([
    {
      ...line,
      at: at(11),
      kind: 'refund',
      amount: 50_000,
      balanceBefore: 10_000,
      balanceAfter: 60_000,
      version: 3,
    },
    {
      ...line,
      at: at(10),
      kind: 'hold',
      amount: -50_000,
      balanceBefore: 60_000,
      balanceAfter: 10_000,
      version: 2,
    },
    {
      ...line,
      at: at(0),
      kind: 'fund',
      amount: 60_000,
      balanceBefore: 0,
      balanceAfter: 60_000,
      version: 1,
      purchase: null,
      requestId: null,
      reference: expect.any(String),
    },
  ])
})

it('shows a page at a time, of one wallet where that is asked', async () => {
  const customer = await customerWith(database(), { main: kobo(500_000), cashback: kobo(15_000) })
  for (const _ of [1, 2, 3]) await opened(database(), newPurchase(customer, { useCashback: true }))
  const page = { customer, wallet: 'main', limit: 2 } as const
  const first = await readEntries(database(), { ...page, before: null })
  const second = await readEntries(database(), { ...page, before: first.at(-1)?.id ?? 0 })
  expect([...first, ...second].map(({ version }) => version)).toEqual([6, 5, 4, 3])
  const cashback = await readEntries(database(), { customer, wallet: 'cashback', before: null, limit: 9 })
  expect(cashback.map(({ kind }) => kind)).toEqual(['hold', 'earn'])
})

it('shows nobody the lines of another', async () => {
  const customer = await customerWith(database(), {})
  await customerWith(database(), { main: kobo(1) })
  expect(await readEntries(database(), { customer, wallet: null, before: null, limit: 9 })).toEqual([])
})

it('shows purchases latest first, a page at a time', async () => {
  const customer = await customerWith(database(), { main: kobo(500_000) })
  const ids: string[] = []
  for (const seconds of [10, 20, 20, 30]) {
    ids.unshift((await opened(database(), newPurchase(customer, { at: at(seconds) }))).id)
  }
  const first = await readPurchases(database(), { customer, before: null, limit: 2 })
  const second = await readPurchases(database(), { customer, before: first.at(-1) ?? null, limit: 2 })
  expect([...first, ...second].map(({ id }) => id).toSorted()).toEqual(ids.toSorted())
  expect([...first, ...second].map(({ openedAt }) => openedAt)).toEqual([at(30), at(20), at(20), at(10)])
})

it('finds a purchase for the customer who made it alone', async () => {
  const one = await customerWith(database(), { main: kobo(50_000) })
  const two = await customerWith(database(), {})
  const purchase = await opened(database(), newPurchase(one, { requestId: 'mine' }))
  expect(await findPurchase(database(), one, 'mine')).toEqual(purchase)
  expect(await findPurchase(database(), two, 'mine')).toBeNull()
})

it('knows no wallet of nobody', async () => {
  expect(await readBalances(database(), 'nobody')).toBeNull()
  expect(await readCustomer(database(), 'nobody')).toBeNull()
})

it('explains every kobo of a purchase, in order', async () => {
  const customer = await customerWith(database(), { main: kobo(50_000) })
  await putWebhook(database(), customer, { url: 'http://127.0.0.1:9/', secret: 'whsec_c2VjcmV0' })
  const { id, reference } = await opened(database(), newPurchase(customer))
  const silence = attempt({ call: 'pay', httpStatus: null, note: 'no answer in 30 s', endedAt: at(30.25) })
  const alert = { kind: 'old-doubt', subject: null, detail: 'in doubt' }
  await markUnknown(database(), occasion(id, { attempt: silence, at: at(31), alert }))
  await receiveWebhook(database(), { reference, body: '{"type":"transaction-update"}', at: at(40) })
  const answer = attempt({
    startedAt: at(41),
    endedAt: at(42),
    code: '000',
    status: 'delivered',
    learnt: 'delivered',
  })
  await settlePurchase(
    database(),
    delivered(id, { attempt: answer, at: at(43), charged: kobo(47_520), actor: 'requery', notice: {} }),
  )
  const [told] = await claimNotices(database(), { at: at(44), until: at(50), limit: 1, each: 1 })
  const sent = { startedAt: at(44), endedAt: at(45), url: 'http://127.0.0.1:9/', httpStatus: 200, note: null }
  await noteDelivery(database(), { notice: told?.id ?? 0, ...sent, next: 'delivered' })

  const money = { what: 'transfer', balanceBefore: null, balanceAfter: null, actor: 'requery' }
  const call = { what: 'attempt', httpStatus: 200, code: null, status: null, note: null }
  expect(await readTimeline(database(), id)).toEqual([
    {
      ...money,
      at: at(0),
      kind: 'hold',
      debit: 'main',
      credit: 'in_flight',
      amount: 50_000,
      balanceBefore: 50_000,
      balanceAfter: 0,
      actor: `customer ${customer}`,
    },
    {
      ...call,
      at: at(30.25),
      call: 'pay',
      httpStatus: null,
      learnt: 'unknown',
      note: 'no answer in 30 s',
      tookMs: 30_250,
    },
    { at: at(31), what: 'alert', kind: 'old-doubt', detail: 'in doubt', times: 1 },
    { at: at(40), what: 'webhook', body: '{"type":"transaction-update"}' },
    {
      ...call,
      at: at(42),
      call: 'requery',
      code: '000',
      status: 'delivered',
      learnt: 'delivered',
      tookMs: 1000,
    },
    { ...money, at: at(43), kind: 'settle', debit: 'in_flight', credit: 'float', amount: 47_520 },
    { ...money, at: at(43), kind: 'settle', debit: 'in_flight', credit: 'revenue', amount: 2_480 },
    { at: at(43), what: 'notice', event: 'delivered' },
    { at: at(45), what: 'delivery', url: 'http://127.0.0.1:9/', httpStatus: 200, note: null },
  ])
})

it('lists what is open for the operator, oldest first', async () => {
  const customer = await customerWith(database(), { main: kobo(500_000) })
  const ids: string[] = []
  for (const seconds of [9_000, 9_001, 9_002]) {
    const { id } = await opened(database(), newPurchase(customer, { at: at(seconds) }))
    await markUnknown(database(), occasion(id))
    ids.push(id)
  }
  const first = await readInState(database(), { state: 'unknown', after: null, limit: 2 })
  const second = await readInState(database(), { state: 'unknown', after: first.at(-1) ?? null, limit: 2 })
  expect([...first, ...second].map(({ id }) => id)).toEqual(ids)
  expect(await countOpen(database())).toContainEqual({
    state: 'unknown',
    count: 3,
    held: 150_000,
    oldest: at(9_000),
  })
})

it('says what is at VTpass, and how many of its amounts were rounded', async () => {
  const customer = await customerWith(database(), { main: kobo(50_000) })
  const before = await readFloat(database())
  const topUp = { amount: kobo(70_000), reference: randomUUID(), actor: 'operator ada', note: 'a', at: at(0) }
  await adjustFloat(database(), topUp)
  const { id } = await opened(database(), newPurchase(customer))
  await settlePurchase(database(), delivered(id, { charged: kobo(47_520) }))
  const after = await readFloat(database())
  expect([after.float - before.float, after.rounded - before.rounded]).toEqual([22_480, 1])
  expect(after.float).toBe((await readHouse(database())).float)
})

it('says what was earned in a time', async () => {
  const customer = await customerWith(database(), { main: kobo(500_000) })
  const day = at(1_000_000)
  const settled = { at: day, charged: kobo(47_520) }
  const open = async (details = {}) => (await opened(database(), newPurchase(customer, details))).id
  await settlePurchase(database(), delivered(await open({ earns: kobo(500) }), settled))
  await settlePurchase(database(), delivered(await open(), settled))
  const back = await open({ earns: kobo(500) })
  await settlePurchase(database(), delivered(back, settled))
  await reversePurchase(database(), reversed(back, { at: day }))
  const late = await open()
  await settlePurchase(database(), failed(late, { at: day }))
  await bookLateDelivery(database(), {
    purchase: late,
    actor: 'requery',
    wakeAt: null,
    attempt: null,
    ...settled,
  })
  await settlePurchase(database(), delivered(await open(), { at: at(1_000_001) }))
  expect(await readProfit(database(), day, at(1_000_001))).toEqual({
    deliveries: 2,
    sales: 100_000,
    cost: 96_000,
    commission: 960,
    markup: 4_000,
    cashback: 500,
    lateLoss: 47_520,
  })
})

it('earned nothing in a time without purchases', async () => {
  expect(await readProfit(database(), at(-9), at(-8))).toEqual({
    deliveries: 0,
    sales: 0,
    cost: 0,
    commission: 0,
    markup: 0,
    cashback: 0,
    lateLoss: 0,
  })
})
