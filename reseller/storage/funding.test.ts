import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { kobo } from '../pricing/kobo.ts'
import { adjustFloat, createCustomer, fundWallet } from './funding.ts'
import { readHouse } from './operator-reads.ts'
import { at, balancesOf, customerWith } from './purchases.test-support.ts'
import { readCustomer } from './reads.ts'
import { useDatabase } from './use-database.test-support.ts'

const { database } = useDatabase()

function payment(customer: string, details: object = {}) {
  return {
    customer,
    amount: kobo(100_000),
    reference: randomUUID(),
    actor: 'operator ada',
    at: at(0),
    ...details,
  }
}

it('makes a customer once, with two empty wallets', async () => {
  const customer = { id: 'ngozi', kind: 'friendly', phone: '08012345678', at: at(0) } as const
  expect(await createCustomer(database(), customer)).toBe('created')
  expect(await createCustomer(database(), { ...customer, kind: 'regular' })).toBe('known')
  expect(await readCustomer(database(), 'ngozi')).toEqual({
    id: 'ngozi',
    kind: 'friendly',
    phone: '08012345678',
  })
  expect(await balancesOf(database(), 'ngozi')).toEqual([0, 0, 0])
})

it('pays into the main wallet, out of what came to the bank', async () => {
  const customer = await customerWith(database(), {})
  const { bank } = await readHouse(database())
  expect(await fundWallet(database(), payment(customer))).toEqual({ kind: 'funded', main: 100_000 })
  expect(await balancesOf(database(), customer)).toEqual([100_000, 0, 0])
  expect((await readHouse(database())).bank - bank).toBe(100_000)
})

it('counts a payment once', async () => {
  const customer = await customerWith(database(), {})
  const paid = payment(customer)
  await fundWallet(database(), paid)
  expect(await fundWallet(database(), paid)).toEqual({ kind: 'replay', main: 100_000 })
})

it('refuses a reference that belongs to another amount or customer', async () => {
  const customer = await customerWith(database(), {})
  const other = await customerWith(database(), {})
  const { reference } = payment(customer)
  await fundWallet(database(), payment(customer, { reference }))
  expect(await fundWallet(database(), payment(customer, { reference, amount: kobo(1) }))).toEqual({
    kind: 'conflict',
    main: 100_000,
  })
  expect(await fundWallet(database(), payment(other, { reference }))).toEqual({ kind: 'conflict', main: 0 })
})

it('knows whom it does not know', async () => {
  expect(await fundWallet(database(), payment('nobody'))).toEqual({ kind: 'no-customer' })
})

it.each([0, -1])('does not fund with %d kobo', async (amount) => {
  const customer = await customerWith(database(), {})
  await expect(fundWallet(database(), payment(customer, { amount }))).rejects.toMatchObject({ code: '23514' })
})

it('lets no balance become larger than a number counts exactly', async () => {
  const customer = await customerWith(database(), { main: kobo(1) })
  const most = payment(customer, { amount: kobo(Number.MAX_SAFE_INTEGER) })
  await expect(fundWallet(database(), most)).rejects.toMatchObject({ constraint: 'balance_is_exact' })
  expect(await balancesOf(database(), customer)).toEqual([1, 0, 0])
})

it('books what was brought to VTpass, and what went from there outside of purchases', async () => {
  const before = await readHouse(database())
  const brought = {
    amount: kobo(1_000_000),
    reference: 'transfer 1',
    actor: 'operator ada',
    note: 'GTB to VTpass',
    at: at(0),
  }
  expect(await adjustFloat(database(), brought)).toBe('adjusted')
  expect(await adjustFloat(database(), brought)).toBe('replay')
  expect(await adjustFloat(database(), { ...brought, amount: kobo(1) })).toBe('conflict')
  const fee = { ...brought, amount: kobo(-5_000), reference: 'fee 1' }
  expect(await adjustFloat(database(), fee)).toBe('adjusted')
  expect(await adjustFloat(database(), fee)).toBe('replay')
  const { float, bank } = await readHouse(database())
  expect([float - before.float, bank - before.bank]).toEqual([995_000, -995_000])
})

it('books no adjustment of nothing', async () => {
  const nothing = adjustFloat(database(), {
    amount: kobo(0),
    reference: 'nothing',
    actor: 'operator ada',
    note: '',
    at: at(0),
  })
  await expect(nothing).rejects.toMatchObject({ code: '23514' })
})
