import { expect, it } from 'vitest'
import { kobo } from '../pricing/kobo.ts'
import { bookLateDelivery, reversePurchase, settlePurchase } from './ledger.ts'
import {
  at,
  attempt,
  balancesOf,
  changeOfHouse,
  customerWith,
  delivered,
  failed,
  newPurchase,
  opened,
  reversed,
} from './purchases.test-support.ts'
import { useDatabase } from './use-database.test-support.ts'

const { database } = useDatabase()

it('undoes every line of a delivery that VTpass reversed', async () => {
  const customer = await customerWith(database(), { main: kobo(40_000), cashback: kobo(15_000) })
  const asked = newPurchase(customer, { useCashback: true, earns: kobo(500) })
  const change = await changeOfHouse(database(), async () => {
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
  const change = await changeOfHouse(database(), async () => {
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
  const change = await changeOfHouse(database(), () => reversePurchase(database(), reversed(id)))
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
  const change = await changeOfHouse(database(), async () => {
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
  const change = await changeOfHouse(database(), async () => {
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
