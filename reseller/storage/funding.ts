import type { Kobo } from '../pricing/kobo.ts'
import { type Queries, queryOne } from './database.ts'

export type CustomerKind = 'regular' | 'friendly'

export interface NewCustomer {
  readonly id: string
  readonly kind: CustomerKind
  readonly phone: string
  readonly at: Date
}

/** Makes a customer with two empty wallets. `known` changes nothing. */
export async function createCustomer(queries: Queries, customer: NewCustomer): Promise<'created' | 'known'> {
  const { id, kind, phone, at } = customer
  const row = await queryOne<{ created: boolean }>(
    queries,
    'select create_customer($1, $2, $3, $4) as created',
    [id, kind, phone, at],
  )
  return row.created ? 'created' : 'known'
}

export interface Payment {
  readonly customer: string
  /** Above zero. */
  readonly amount: Kobo
  /** The payment's own: heard twice, it counts once. */
  readonly reference: string
  readonly actor: string
  readonly at: Date
}

export type Funding =
  /** `replay`: the same payment again. `conflict`: the reference belongs to another customer or amount. */
  { readonly kind: 'funded' | 'replay' | 'conflict'; readonly main: Kobo } | { readonly kind: 'no-customer' }

/** Pays money into the main wallet. @throws where the balance would become larger than a number counts exactly. */
export async function fundWallet(queries: Queries, payment: Payment): Promise<Funding> {
  const { customer, amount, reference, actor, at } = payment
  const { happened, main_balance: main } = await queryOne<{
    happened: 'funded' | 'replay' | 'conflict' | 'no_customer'
    main_balance: Kobo
  }>(queries, 'select * from fund_wallet($1, $2, $3, $4, $5)', [customer, amount, reference, actor, at])
  return happened === 'no_customer' ? { kind: 'no-customer' } : { kind: happened, main }
}

export interface FloatAdjustment extends Omit<Payment, 'customer'> {
  /** Above zero was brought to VTpass, below zero went from there outside of any purchase. Not zero. */
  readonly amount: Kobo
  readonly note: string
}

/** Books what became of the money at VTpass outside of purchases. Idempotent by reference, as a payment is. */
export async function adjustFloat(
  queries: Queries,
  { amount, reference, actor, note, at }: FloatAdjustment,
): Promise<'adjusted' | 'replay' | 'conflict'> {
  const row = await queryOne<{ happened: 'adjusted' | 'replay' | 'conflict' }>(
    queries,
    'select adjust_float($1, $2, $3, $4, $5) as happened',
    [amount, reference, actor, note, at],
  )
  return row.happened
}
