import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { kobo } from '../pricing/kobo.ts'
import { markUnknown, settlePurchase } from './ledger.ts'
import {
  at,
  attempt,
  balancesOf,
  changeOfHouse,
  customerWith,
  delivered,
  failed,
  newPurchase,
  occasion,
  opened,
} from './purchases.test-support.ts'
import { readPurchase } from './reads.ts'
import { useDatabase } from './use-database.test-support.ts'

const { database } = useDatabase()

it('pays VTpass its total out of what was held, and keeps the rest', async () => {
  const customer = await customerWith(database(), { main: kobo(50_000) })
  const { id } = await opened(database(), newPurchase(customer))
  const change = await changeOfHouse(database(), async () => {
    const settled = await settlePurchase(database(), delivered(id, { charged: kobo(47_520) }))
    expect(settled).toMatchObject({
      kind: 'moved',
      purchase: {
        state: 'delivered',
        charged: 47_520,
        wakeAt: at(3600),
        settledAt: at(1),
        payEndedAt: at(1),
      },
    })
  })
  expect(change).toEqual({ in_flight: -50_000, float: -47_520, revenue: 2_480 })
  expect(await balancesOf(database(), customer)).toEqual([0, 0, 0])
})

it('books the face price where VTpass names no total', async () => {
  const customer = await customerWith(database(), { main: kobo(50_000) })
  const { id } = await opened(database(), newPurchase(customer))
  const change = await changeOfHouse(database(), () => settlePurchase(database(), delivered(id)))
  expect(change).toEqual({ in_flight: -50_000, float: -48_000, revenue: 2_000 })
})

it('bears what VTpass takes beyond the price', async () => {
  const customer = await customerWith(database(), { main: kobo(50_000) })
  const { id } = await opened(database(), newPurchase(customer))
  const change = await changeOfHouse(database(), () =>
    settlePurchase(database(), delivered(id, { charged: kobo(50_300) })),
  )
  expect(change).toEqual({ in_flight: -50_000, float: -50_300, loss: 300 })
})

it('has no profit where the total is the price', async () => {
  const customer = await customerWith(database(), { main: kobo(50_000) })
  const { id } = await opened(database(), newPurchase(customer))
  const change = await changeOfHouse(database(), () =>
    settlePurchase(database(), delivered(id, { charged: kobo(50_000) })),
  )
  expect(change).toEqual({ in_flight: -50_000, float: -50_000 })
})

it('gives the cashback that was promised, on delivery alone', async () => {
  const customer = await customerWith(database(), { main: kobo(100_000) })
  const one = await opened(database(), newPurchase(customer, { earns: kobo(500) }))
  const two = await opened(database(), newPurchase(customer, { earns: kobo(500) }))
  await settlePurchase(database(), failed(two.id))
  expect(await balancesOf(database(), customer)).toEqual([50_000, 0, 50_000])
  const settled = await settlePurchase(database(), delivered(one.id))
  expect(settled.purchase.earned).toBe(500)
  expect(await balancesOf(database(), customer)).toEqual([50_000, 500, 0])
})

it('gives both parts back to the wallets that paid when it fails', async () => {
  const customer = await customerWith(database(), { main: kobo(40_000), cashback: kobo(15_000) })
  const { id } = await opened(database(), newPurchase(customer, { useCashback: true }))
  const change = await changeOfHouse(database(), () => settlePurchase(database(), failed(id)))
  expect(change).toEqual({ in_flight: -50_000 })
  expect(await balancesOf(database(), customer)).toEqual([40_000, 15_000, 0])
})

it.each([
  [delivered, delivered],
  [delivered, failed],
  [failed, delivered],
  [failed, failed],
])('has one outcome, and the second one stands aside', async (first, second) => {
  const customer = await customerWith(database(), { main: kobo(50_000) })
  const { id } = await opened(database(), newPurchase(customer, { earns: kobo(500) }))
  const { purchase } = await settlePurchase(database(), first(id))
  const heard = attempt({ code: '000' })
  expect(await settlePurchase(database(), second(id, { attempt: heard }))).toEqual({
    kind: 'stands',
    // A delivery that is reported after the refund must be asked about, and soon.
    purchase: {
      ...purchase,
      asked: 1,
      wakeAt: first === failed && second === delivered ? at(1) : purchase.wakeAt,
    },
  })
})

it('settles what is in doubt, by a requery', async () => {
  const customer = await customerWith(database(), { main: kobo(50_000) })
  const { id } = await opened(database(), newPurchase(customer))
  await markUnknown(database(), occasion(id))
  const settled = await settlePurchase(
    database(),
    delivered(id, { attempt: attempt({ learnt: 'delivered' }) }),
  )
  expect(settled).toMatchObject({ kind: 'moved', purchase: { state: 'delivered', asked: 1 } })
})

it('keeps what VTpass said when it was decided, and no later answer', async () => {
  const customer = await customerWith(database(), { main: kobo(50_000) })
  const { id } = await opened(database(), newPurchase(customer))
  const said = { code: '000', content: { transactions: { status: 'delivered' } } }
  const heard = attempt({
    call: 'pay',
    code: '000',
    learnt: 'delivered',
    transactionId: '17415',
    answer: said,
  })
  await settlePurchase(database(), delivered(id, { attempt: heard }))
  await settlePurchase(database(), failed(id, { attempt: attempt({ code: '083', answer: { code: '083' } }) }))
  expect(await readPurchase(database(), id)).toMatchObject({
    lastCode: '000',
    transactionId: '17415',
    answer: said,
  })
})

it('stores an answer that PostgreSQL would refuse, but for what it cannot hold', async () => {
  const customer = await customerWith(database(), { main: kobo(50_000) })
  const { id } = await opened(database(), newPurchase(customer))
  const answer = { 'ke\0y': 'a\0b \ud800 \\u0000 ₦' }
  const heard = attempt({ call: 'pay', learnt: 'delivered', note: 'a\0b', answer })
  const { purchase } = await settlePurchase(database(), delivered(id, { attempt: heard }))
  expect(purchase.answer).toEqual({ 'ke\ufffdy': 'a\ufffdb \ufffd \\u0000 ₦' })
})

it('refuses a second POST loudly, and a note of the first one again quietly', async () => {
  const customer = await customerWith(database(), { main: kobo(50_000) })
  const { id } = await opened(database(), newPurchase(customer))
  const post = attempt({ call: 'pay', startedAt: at(0) })
  await markUnknown(database(), occasion(id, { attempt: post }))
  expect(await markUnknown(database(), occasion(id, { attempt: post }))).toMatchObject({ kind: 'moved' })
  const second = markUnknown(database(), occasion(id, { attempt: { ...post, startedAt: at(1) } }))
  await expect(second).rejects.toMatchObject({ constraint: 'one_post_a_purchase' })
})

it('counts a requery once, however often it is noted', async () => {
  const customer = await customerWith(database(), { main: kobo(50_000) })
  const { id } = await opened(database(), newPurchase(customer))
  for (const _ of [1, 2, 3]) await markUnknown(database(), occasion(id, { attempt: attempt() }))
  expect(await readPurchase(database(), id)).toMatchObject({ asked: 1 })
  await settlePurchase(database(), failed(id))
})

it('throws where there is no such purchase', async () => {
  await expect(settlePurchase(database(), delivered(randomUUID()))).rejects.toThrow('query returned no rows')
})
