import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import { type Kobo, kobo } from '../pricing/kobo.ts'
import type { Attempt } from './attempt.ts'
import type { Queries } from './database.ts'
import { createCustomer, fundWallet } from './funding.ts'
import {
  type Decision,
  type NewPurchase,
  type Occasion,
  openPurchase,
  type Settlement,
  settlePurchase,
} from './ledger.ts'
import { readHouse } from './operator-reads.ts'
import type { Purchase } from './purchase.ts'
import { readBalances } from './reads.ts'

/** The tests' midnight, and so many seconds after it. */
export function at(seconds: number): Date {
  return new Date(Date.UTC(2026, 0, 27) + seconds * 1000)
}

export interface Means {
  readonly main?: Kobo
  readonly cashback?: Kobo
}

/**
 * A new customer with money. Cashback comes the only way there is: a delivered purchase that earned all of it, paid for
 * with money of its own.
 */
export async function customerWith(
  queries: Queries,
  { main = kobo(0), cashback = kobo(0) }: Means,
): Promise<string> {
  const id = `customer-${randomUUID()}`
  await createCustomer(queries, { id, kind: 'regular', phone: '08012345678', at: at(0) })
  if (cashback > 0) {
    await fund(queries, id, cashback)
    const earning = newPurchase(id, { cost: cashback, price: cashback, earns: cashback })
    await openPurchase(queries, earning)
    await settlePurchase(queries, delivered(earning.id))
  }
  if (main > 0) await fund(queries, id, main)
  return id
}

export async function fund(queries: Queries, customer: string, amount: Kobo): Promise<void> {
  await fundWallet(queries, { customer, amount, reference: randomUUID(), actor: 'operator ada', at: at(0) })
}

/** ₦500 of data at VTpass's ₦480, every detail written out. */
export function newPurchase(customer: string, details: Partial<NewPurchase> = {}): NewPurchase {
  const id = randomUUID()
  return {
    id,
    customer,
    requestId: id,
    fingerprint: 'mtn-data mtn-1gb 08011111111',
    reference: `202601270100${id}`,
    kind: 'data',
    serviceID: 'mtn-data',
    variation: 'mtn-1gb',
    title: 'MTN 1GB',
    recipient: '08011111111',
    phone: '08012345678',
    subscription: null,
    cost: kobo(48_000),
    price: kobo(50_000),
    earns: kobo(0),
    useCashback: false,
    at: at(0),
    wakeAt: at(60),
    ...details,
  }
}

/** Opens a purchase that must open. */
export async function opened(queries: Queries, asked: NewPurchase): Promise<Purchase> {
  const opening = await openPurchase(queries, asked)
  if (opening.kind !== 'opened') expect.fail(`it is ${opening.kind}, not opened`)
  return opening.purchase
}

export function attempt(details: Partial<Attempt> = {}): Attempt {
  return {
    call: 'requery',
    startedAt: at(0),
    endedAt: at(1),
    httpStatus: 200,
    code: null,
    status: null,
    learnt: 'unknown',
    note: null,
    transactionId: null,
    answer: null,
    ...details,
  }
}

export function occasion(purchase: string, details: Partial<Occasion> = {}): Occasion {
  return { purchase, at: at(1), wakeAt: at(5), attempt: attempt({ call: 'pay' }), alert: null, ...details }
}

/** VTpass answers the POST: delivered. It names no total. */
export function delivered(purchase: string, details: Partial<Settlement> = {}): Settlement {
  return {
    purchase,
    outcome: 'delivered',
    charged: null,
    actor: 'pay',
    at: at(1),
    wakeAt: at(3600),
    attempt: attempt({ call: 'pay', code: '000', status: 'delivered', learnt: 'delivered' }),
    notice: null,
    alert: null,
    ...details,
  }
}

/** VTpass answers the POST: 016. */
export function failed(purchase: string, details: Partial<Settlement> = {}): Settlement {
  return {
    ...delivered(purchase),
    outcome: 'failed',
    wakeAt: null,
    attempt: attempt({ call: 'pay', code: '016', status: 'failed', learnt: 'failed' }),
    ...details,
  }
}

/** A requery says 040. */
export function reversed(purchase: string, details: Partial<Decision> = {}): Decision {
  return {
    purchase,
    actor: 'requery',
    at: at(3601),
    wakeAt: null,
    attempt: attempt({ startedAt: at(3600), code: '040', status: 'reversed', learnt: 'reversed' }),
    notice: null,
    alert: null,
    ...details,
  }
}

/** [main, cashback, held] */
export async function balancesOf(queries: Queries, customer: string): Promise<readonly number[]> {
  const balances = await readBalances(queries, customer)
  return balances === null ? [] : [balances.main, balances.cashback, balances.held]
}

/** What the house's accounts hold more after the work than before. */
export async function changeOfHouse(
  queries: Queries,
  work: () => Promise<unknown>,
): Promise<Record<string, number>> {
  const before = await readHouse(queries)
  await work()
  const changes = Object.entries(await readHouse(queries)).map(
    ([account, balance]) => [account, balance - (before[account as keyof typeof before] ?? 0)] as const,
  )
  return Object.fromEntries(changes.filter(([, change]) => change !== 0))
}
