import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { kobo } from '../pricing/kobo.ts'
import { bookLateDelivery, markUnknown, reversePurchase, settlePurchase } from './ledger.ts'
import { readHouse } from './operator-reads.ts'
import {
  at,
  attempt,
  balancesOf,
  customerWith,
  delivered,
  failed,
  newPurchase,
  occasion,
  opened,
  reversed,
} from './purchases.test-support.ts'
import { readPurchase } from './reads.ts'
import { useDatabase } from './use-database.test-support.ts'

const { database } = useDatabase()

/** What the house's accounts hold more than before. */
async function changeOfHouse(work: () => Promise<unknown>): Promise<Record<string, number>> {
  const before = await readHouse(database())
  await work()
  const changes = Object.entries(await readHouse(database())).map(
    ([account, balance]) => [account, balance - (before[account as keyof typeof before] ?? 0)] as const,
  )
  return Object.fromEntries(changes.filter(([, change]) => change !== 0))
}

it('pays VTpass its total out of what was held, and keeps the rest', async () => {
  const customer = await customerWith(database(), { main: kobo(50_000) })
  const { id } = await opened(database(), newPurchase(customer))
  const change = await changeOfHouse(async () => {
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
  const change = await changeOfHouse(() => settlePurchase(database(), delivered(id)))
  expect(change).toEqual({ in_flight: -50_000, float: -48_000, revenue: 2_000 })
})

it('bears what VTpass takes beyond the price', async () => {
  const customer = await customerWith(database(), { main: kobo(50_000) })
  const { id } = await opened(database(), newPurchase(customer))
  const change = await changeOfHouse(() =>
    settlePurchase(database(), delivered(id, { charged: kobo(50_300) })),
  )
  expect(change).toEqual({ in_flight: -50_000, float: -50_300, loss: 300 })
})

it('has no profit where the total is the price', async () => {
  const customer = await customerWith(database(), { main: kobo(50_000) })
  const { id } = await opened(database(), newPurchase(customer))
  const change = await changeOfHouse(() =>
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
  const change = await changeOfHouse(() => settlePurchase(database(), failed(id)))
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
    purchase: { ...purchase, asked: 1 },
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

it('undoes every line of a delivery that VTpass reversed', async () => {
  const customer = await customerWith(database(), { main: kobo(40_000), cashback: kobo(15_000) })
  const asked = newPurchase(customer, { useCashback: true, earns: kobo(500) })
  const change = await changeOfHouse(async () => {
    await opened(database(), asked)
    await settlePurchase(database(), delivered(asked.id, { charged: kobo(47_520) }))
    expect(await reversePurchase(database(), reversed(asked.id))).toMatchObject({
      kind: 'moved',
      purchase: { state: 'reversed', reversedAt: at(3601), earned: 500, wakeAt: null, lastCode: '040' },
    })
  })
  expect(change).toEqual({})
  expect(await balancesOf(database(), customer)).toEqual([40_000, 15_000, 0])
})

it('undoes a delivery that was sold below its cost', async () => {
  const customer = await customerWith(database(), { main: kobo(50_000) })
  const asked = newPurchase(customer)
  const change = await changeOfHouse(async () => {
    await opened(database(), asked)
    await settlePurchase(database(), delivered(asked.id, { charged: kobo(50_300) }))
    await reversePurchase(database(), reversed(asked.id))
  })
  expect(change).toEqual({})
})

it('takes earned cashback back as far as the wallet goes, and bears the rest', async () => {
  const customer = await customerWith(database(), { main: kobo(100_000) })
  const { id } = await opened(database(), newPurchase(customer, { earns: kobo(500) }))
  await settlePurchase(database(), delivered(id))
  const spending = newPurchase(customer, { useCashback: true, cost: kobo(300), price: kobo(300) })
  await opened(database(), spending)
  await settlePurchase(database(), delivered(spending.id))
  const change = await changeOfHouse(() => reversePurchase(database(), reversed(id)))
  expect(change).toMatchObject({ cashback_expense: -200 })
  expect(await balancesOf(database(), customer)).toEqual([100_000, 0, 0])
})

it('takes earned cashback back from what it has just refunded', async () => {
  const customer = await customerWith(database(), { cashback: kobo(50_000) })
  const { id } = await opened(database(), newPurchase(customer, { useCashback: true, earns: kobo(500) }))
  await settlePurchase(database(), delivered(id))
  const spending = newPurchase(customer, { useCashback: true, cost: kobo(500), price: kobo(500) })
  await opened(database(), spending)
  await reversePurchase(database(), reversed(id))
  expect(await balancesOf(database(), customer)).toEqual([0, 49_500, 500])
  await settlePurchase(database(), failed(spending.id))
})

it('reverses once', async () => {
  const customer = await customerWith(database(), { main: kobo(50_000) })
  const { id } = await opened(database(), newPurchase(customer))
  await settlePurchase(database(), delivered(id))
  await reversePurchase(database(), reversed(id))
  expect(await reversePurchase(database(), reversed(id))).toMatchObject({ kind: 'stands' })
  expect(await balancesOf(database(), customer)).toEqual([50_000, 0, 0])
})

it.each([
  ['an open', null],
  ['a failed', failed],
])('has nothing to give back of %s purchase', async (_name, settle) => {
  const customer = await customerWith(database(), { main: kobo(50_000) })
  const { id } = await opened(database(), newPurchase(customer))
  if (settle !== null) await settlePurchase(database(), settle(id))
  const before = await balancesOf(database(), customer)
  expect(await reversePurchase(database(), reversed(id))).toMatchObject({ kind: 'stands' })
  expect(await balancesOf(database(), customer)).toEqual(before)
})

it('bears a delivery that is reported after the refund, once, and tells the operator', async () => {
  const customer = await customerWith(database(), { main: kobo(50_000) })
  const { id, reference } = await opened(database(), newPurchase(customer))
  await settlePurchase(database(), failed(id))
  const late = {
    purchase: id,
    charged: kobo(47_520),
    actor: 'requery',
    at: at(9),
    wakeAt: null,
    attempt: attempt(),
  }
  const change = await changeOfHouse(async () => {
    expect(await bookLateDelivery(database(), late)).toMatchObject({
      kind: 'booked',
      purchase: { state: 'failed', lateLoss: 47_520 },
    })
    expect(await bookLateDelivery(database(), late)).toMatchObject({ kind: 'stands' })
  })
  expect(change).toEqual({ float: -47_520, loss: 47_520 })
  expect(await balancesOf(database(), customer)).toEqual([50_000, 0, 0])
  expect(await database().query('select kind, times, detail from alert where purchase = $1', [id])).toEqual([
    {
      kind: 'delivered-after-refund',
      times: 1,
      detail: `47520 kobo lost: VTpass delivered ${reference} after it had been refunded`,
    },
  ])
})

it('has its loss back where VTpass reverses the late delivery', async () => {
  const customer = await customerWith(database(), { main: kobo(50_000) })
  const { id } = await opened(database(), newPurchase(customer))
  await settlePurchase(database(), failed(id))
  const late = { purchase: id, charged: null, actor: 'requery', at: at(9), wakeAt: null, attempt: null }
  const change = await changeOfHouse(async () => {
    await bookLateDelivery(database(), late)
    const back = await reversePurchase(database(), reversed(id))
    expect(back).toMatchObject({ kind: 'recovered', purchase: { state: 'failed', lateLoss: 0 } })
    expect(await reversePurchase(database(), reversed(id))).toMatchObject({ kind: 'stands' })
  })
  expect(change).toEqual({})
  expect(await balancesOf(database(), customer)).toEqual([50_000, 0, 0])
})

it.each([
  ['an open', null],
  ['a delivered', delivered],
])('has nothing to bear for %s purchase', async (_name, settle) => {
  const customer = await customerWith(database(), { main: kobo(50_000) })
  const { id } = await opened(database(), newPurchase(customer))
  if (settle !== null) await settlePurchase(database(), settle(id))
  const late = { purchase: id, charged: null, actor: 'requery', at: at(9), wakeAt: null, attempt: null }
  expect(await bookLateDelivery(database(), late)).toMatchObject({ kind: 'stands' })
})
