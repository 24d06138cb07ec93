import type { Kobo } from '../pricing/kobo.ts'
import type { Alert, Attempt } from './attempt.ts'
import { type Queries, queryOne } from './database.ts'
import { jsonText } from './json-text.ts'
import { type Order, type Purchase, type PurchaseRow, purchaseOf } from './purchase.ts'

/** Money moves here and nowhere else: one function of the database, one statement, one transaction. */

export interface NewPurchase extends Order {
  /** A UUID, new for every call. */
  readonly id: string
  readonly customer: string
  readonly requestId: string
  readonly fingerprint: string
  readonly reference: string
  readonly cost: Kobo
  readonly price: Kobo
  /** The cashback that its delivery gives. */
  readonly earns: Kobo
  readonly useCashback: boolean
  readonly at: Date
  /** When somebody must look at it, should this process not be heard of again. */
  readonly wakeAt: Date
}

export type Opening =
  /** The caller, and nobody else, may now send it to VTpass: once. */
  | { readonly kind: 'opened'; readonly purchase: Purchase }
  /** The request is known: this is what has become of it. */
  | { readonly kind: 'replay'; readonly purchase: Purchase }
  /** The request is known, with other parameters. */
  | { readonly kind: 'conflict'; readonly purchase: Purchase }
  /** Nothing is stored: the same request may be made again. */
  | { readonly kind: 'insufficient'; readonly main: Kobo; readonly cashback: Kobo }
  | { readonly kind: 'no-customer' }

/** Claims the request and holds its price, cashback first where that is asked. Called again with the same id, it is one call. */
export async function openPurchase(queries: Queries, asked: NewPurchase): Promise<Opening> {
  const row = await queryOne<OpeningRow>(
    queries,
    `select o.happened, o.main_balance, o.cashback_balance, (o.result).*
       from open_purchase($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19) o`,
    [
      asked.id,
      asked.customer,
      asked.requestId,
      asked.fingerprint,
      asked.reference,
      asked.kind,
      asked.serviceID,
      asked.variation,
      asked.title,
      asked.recipient,
      asked.phone,
      asked.subscription,
      asked.cost,
      asked.price,
      asked.earns,
      asked.useCashback,
      `customer ${asked.customer}`,
      asked.at,
      asked.wakeAt,
    ],
  )
  if (row.happened === 'no_customer') return { kind: 'no-customer' }
  if (row.happened === 'insufficient') {
    return { kind: 'insufficient', main: row.main_balance, cashback: row.cashback_balance }
  }
  return { kind: row.happened, purchase: purchaseOf(row) }
}

type OpeningRow = PurchaseRow & {
  readonly happened: 'opened' | 'replay' | 'conflict' | 'insufficient' | 'no_customer'
  readonly main_balance: Kobo
  readonly cashback_balance: Kobo
}

/** Whoever comes second finds that the state `stands`. What was heard is noted in either case, and nothing else. */
export interface Move<Kind extends string = 'moved'> {
  readonly kind: Kind | 'stands'
  /** As it is now. */
  readonly purchase: Purchase
}

/** What every move of a purchase says. */
export interface Occasion {
  readonly purchase: string
  readonly at: Date
  /** When it must be looked at next. A webhook that came while VTpass was being asked makes that at once. */
  readonly wakeAt: Date | null
  /** What was heard; null where a person decides. */
  readonly attempt: Attempt | null
  /** Raised if it moves. */
  readonly alert: Alert | null
}

export interface Decision extends Occasion {
  /** Who decides: `pay`, `requery`, a person. */
  readonly actor: string
  /** The body of the notice to the customer's webhook, sent if it moves and there is one. */
  readonly notice: object | null
}

export interface Settlement extends Decision {
  readonly outcome: 'delivered' | 'failed'
  /** VTpass's total. Null where it did not say: the cost is booked. */
  readonly charged: Kobo | null
}

/** Captures what was held, or releases it: one of the two, once. A release goes to the wallets that paid. */
export async function settlePurchase(queries: Queries, settlement: Settlement): Promise<Move> {
  const { purchase, outcome, charged, actor, at, wakeAt, attempt, notice, alert } = settlement
  return move(queries, 'settle_purchase($1, $2, $3, $4, $5, $6, $7, $8, $9)', [
    purchase,
    outcome,
    charged,
    actor,
    at,
    wakeAt,
    jsonText(attempt),
    jsonText(notice),
    jsonText(alert),
  ])
}

/**
 * VTpass took a delivery back: what was paid goes to the wallets that paid, and earned cashback is taken back as far as the
 * wallet goes. `recovered` where it had been delivered after its refund: the house has its loss back.
 */
export async function reversePurchase(
  queries: Queries,
  reversal: Decision,
): Promise<Move<'moved' | 'recovered'>> {
  const { purchase, actor, at, wakeAt, attempt, notice, alert } = reversal
  return move(queries, 'reverse_purchase($1, $2, $3, $4, $5, $6, $7)', [
    purchase,
    actor,
    at,
    wakeAt,
    jsonText(attempt),
    jsonText(notice),
    jsonText(alert),
  ])
}

export interface LateDelivery extends Omit<Decision, 'notice' | 'alert'> {
  readonly charged: Kobo | null
}

/** VTpass reports a delivery of what was refunded: booked as the house's loss, with an alert. The state stays. */
export async function bookLateDelivery(queries: Queries, late: LateDelivery): Promise<Move<'booked'>> {
  const { purchase, charged, actor, at, wakeAt, attempt } = late
  return move(queries, 'book_late_delivery($1, $2, $3, $4, $5, $6)', [
    purchase,
    charged,
    actor,
    at,
    wakeAt,
    jsonText(attempt),
  ])
}

/** Nothing was learnt of an open purchase: it stays open, and is in doubt now. */
export async function markUnknown(queries: Queries, occasion: Occasion): Promise<Move> {
  return keep(queries, 'unknown', occasion)
}

/** A person must look at a purchase in doubt. */
export async function markReview(queries: Queries, occasion: Occasion): Promise<Move> {
  return keep(queries, 'review', occasion)
}

/** A final state was looked at again, and holds. */
export async function watchPurchase(queries: Queries, occasion: Occasion): Promise<Move> {
  return keep(queries, 'final', occasion)
}

async function keep(
  queries: Queries,
  as: 'unknown' | 'review' | 'final',
  { purchase, at, wakeAt, attempt, alert }: Occasion,
): Promise<Move> {
  return move(queries, 'keep_purchase($1, $2, $3, $4, $5, $6)', [
    purchase,
    as,
    at,
    wakeAt,
    jsonText(attempt),
    jsonText(alert),
  ])
}

async function move<Kind extends string>(
  queries: Queries,
  call: string,
  values: readonly unknown[],
): Promise<Move<Kind>> {
  const row = await queryOne<PurchaseRow & { readonly happened: Kind | 'stands' }>(
    queries,
    `select m.happened, (m.result).* from ${call} m`,
    values,
  )
  return { kind: row.happened, purchase: purchaseOf(row) }
}
