import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { kobo } from '../pricing/kobo.ts'
import { openPurchase, settlePurchase } from './ledger.ts'
import { at, balancesOf, customerWith, failed, fund, newPurchase, opened } from './purchases.test-support.ts'
import { findPurchase } from './reads.ts'
import { useDatabase } from './use-database.test-support.ts'

const { database } = useDatabase()

it('holds the price, and is due when its lease ends', async () => {
  const customer = await customerWith(database(), { main: kobo(60_000) })
  const asked = newPurchase(customer)
  const { useCashback: _, at: openedAt, ...stored } = asked
  expect(await openPurchase(database(), asked)).toEqual({
    kind: 'opened',
    purchase: {
      ...stored,
      paidMain: 50_000,
      paidCashback: 0,
      earned: 0,
      charged: null,
      lateLoss: 0,
      state: 'sending',
      wakeAt: at(60),
      asked: 0,
      notFound: 0,
      lastCode: null,
      transactionId: null,
      answer: null,
      openedAt,
      payEndedAt: null,
      settledAt: null,
      reversedAt: null,
      changedAt: openedAt,
    },
  })
  expect(await balancesOf(database(), customer)).toEqual([10_000, 0, 50_000])
})

it('takes cashback first where that is asked: ₦500 with ₦150 of cashback is ₦150 and ₦350', async () => {
  const customer = await customerWith(database(), { main: kobo(40_000), cashback: kobo(15_000) })
  const purchase = await opened(database(), newPurchase(customer, { useCashback: true }))
  expect(purchase).toMatchObject({ paidCashback: 15_000, paidMain: 35_000 })
  expect(await balancesOf(database(), customer)).toEqual([5_000, 0, 50_000])
})

it('takes no more cashback than the price', async () => {
  const customer = await customerWith(database(), { cashback: kobo(80_000) })
  const purchase = await opened(database(), newPurchase(customer, { useCashback: true }))
  expect(purchase).toMatchObject({ paidCashback: 50_000, paidMain: 0 })
  expect(await balancesOf(database(), customer)).toEqual([0, 30_000, 50_000])
})

it('leaves cashback alone where it is not asked for', async () => {
  const customer = await customerWith(database(), { main: kobo(50_000), cashback: kobo(15_000) })
  await opened(database(), newPurchase(customer))
  expect(await balancesOf(database(), customer)).toEqual([0, 15_000, 50_000])
})

it('sells for the last kobo, and not for one kobo less', async () => {
  const customer = await customerWith(database(), { main: kobo(49_999) })
  const asked = newPurchase(customer)
  expect(await openPurchase(database(), asked)).toEqual({ kind: 'insufficient', main: 49_999, cashback: 0 })
  await fund(database(), customer, kobo(1))
  expect(await openPurchase(database(), asked)).toMatchObject({ kind: 'opened' })
  expect(await balancesOf(database(), customer)).toEqual([0, 0, 50_000])
})

it('does not sell for cashback that the customer did not offer', async () => {
  const customer = await customerWith(database(), { main: kobo(49_999), cashback: kobo(80_000) })
  const opening = await openPurchase(database(), newPurchase(customer))
  expect(opening).toEqual({ kind: 'insufficient', main: 49_999, cashback: 80_000 })
})

it('stores nothing where the money does not do: the same request is new after a top-up', async () => {
  const customer = await customerWith(database(), {})
  const asked = newPurchase(customer)
  await openPurchase(database(), asked)
  expect(await findPurchase(database(), customer, asked.requestId)).toBeNull()
})

it('answers a known request with its purchase, whatever the wallet holds by then', async () => {
  const customer = await customerWith(database(), { main: kobo(50_000) })
  const asked = newPurchase(customer)
  const first = await opened(database(), asked)
  const again = await openPurchase(database(), { ...asked, id: randomUUID(), reference: 'another' })
  expect(again).toEqual({ kind: 'replay', purchase: first })
  expect(await balancesOf(database(), customer)).toEqual([0, 0, 50_000])
})

it('answers a failed request with its failure, and takes no money for it again', async () => {
  const customer = await customerWith(database(), { main: kobo(50_000) })
  const asked = newPurchase(customer)
  const { id } = await opened(database(), asked)
  await settlePurchase(database(), failed(id))
  const again = await openPurchase(database(), { ...asked, id: randomUUID(), reference: 'another' })
  expect(again).toMatchObject({ kind: 'replay', purchase: { id, state: 'failed' } })
  expect(await balancesOf(database(), customer)).toEqual([50_000, 0, 0])
})

it('refuses a known request with other parameters', async () => {
  const customer = await customerWith(database(), { main: kobo(100_000) })
  const asked = newPurchase(customer)
  const first = await opened(database(), asked)
  const other = { ...asked, id: randomUUID(), reference: 'another', fingerprint: 'glo-data' }
  expect(await openPurchase(database(), other)).toEqual({ kind: 'conflict', purchase: first })
})

it('is the same call where its id comes again, until it is no longer being sent', async () => {
  const customer = await customerWith(database(), { main: kobo(100_000) })
  const asked = newPurchase(customer)
  const first = await opened(database(), asked)
  expect(await openPurchase(database(), asked)).toEqual({ kind: 'opened', purchase: first })
  await settlePurchase(database(), failed(asked.id))
  expect(await openPurchase(database(), asked)).toMatchObject({ kind: 'replay' })
})

it('keeps the request ids of two customers apart', async () => {
  const one = await customerWith(database(), { main: kobo(50_000) })
  const two = await customerWith(database(), { main: kobo(50_000) })
  await opened(database(), newPurchase(one, { requestId: 'mine' }))
  await opened(database(), newPurchase(two, { requestId: 'mine' }))
  expect(await balancesOf(database(), two)).toEqual([0, 0, 50_000])
})

it('knows whom it does not know', async () => {
  expect(await openPurchase(database(), newPurchase('nobody'))).toEqual({ kind: 'no-customer' })
})

it('refuses a reference that VTpass was given before', async () => {
  const customer = await customerWith(database(), { main: kobo(100_000) })
  const { reference } = await opened(database(), newPurchase(customer))
  const second = openPurchase(database(), newPurchase(customer, { reference }))
  await expect(second).rejects.toMatchObject({ constraint: 'one_purchase_a_reference' })
  expect(await balancesOf(database(), customer)).toEqual([50_000, 0, 50_000])
})

it.each([{ price: kobo(0) }, { price: kobo(-1) }, { cost: kobo(0) }, { earns: kobo(-1) }])(
  'refuses the amount %o, and moves nothing',
  async (amounts) => {
    const customer = await customerWith(database(), { main: kobo(100_000) })
    await expect(openPurchase(database(), newPurchase(customer, amounts))).rejects.toThrow('check constraint')
    expect(await balancesOf(database(), customer)).toEqual([100_000, 0, 0])
  },
)
