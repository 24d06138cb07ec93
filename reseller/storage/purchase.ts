import type { Kobo } from '../pricing/kobo.ts'

export type ProductKind = 'data' | 'airtime' | 'tv'

export type OpenState = 'sending' | 'unknown' | 'review'
export type FinalState = 'delivered' | 'failed' | 'reversed'
export type PurchaseState = OpenState | FinalState

/** What a customer bought, or wants to. */
export interface Order {
  readonly kind: ProductKind
  readonly serviceID: string
  /** Null where the product has none. */
  readonly variation: string | null
  /** What it is called, for people. */
  readonly title: string
  /** Who gets it: a phone, or the number of a card. */
  readonly recipient: string
  readonly phone: string
  /** Of TV alone. */
  readonly subscription: 'change' | 'renew' | null
}

/** A purchase as it is stored. */
export interface Purchase extends Order {
  readonly id: string
  readonly customer: string
  /** The customer's own. */
  readonly requestId: string
  /** Of the parameters, so that another request under the same id is told apart. */
  readonly fingerprint: string
  /** The request id that VTpass was given. */
  readonly reference: string

  /** VTpass's face price. */
  readonly cost: Kobo
  /** What the customer pays: `paidMain` and `paidCashback` together. */
  readonly price: Kobo
  readonly paidMain: Kobo
  readonly paidCashback: Kobo
  /** The cashback that a delivery gives, and what it gave. */
  readonly earns: Kobo
  readonly earned: Kobo
  /** VTpass's total; null until it is delivered. */
  readonly charged: Kobo | null
  /** What a delivery after the refund costs the house. */
  readonly lateLoss: Kobo

  readonly state: PurchaseState
  /** When it must be looked at next; null where that is never. */
  readonly wakeAt: Date | null
  /** How often requery was asked. */
  readonly asked: number
  /** How often in a row VTpass did not know the reference; answers that say nothing of it do not count. */
  readonly notFound: number

  /** What VTpass said when the state was decided; while it is open, what it said last. */
  readonly lastCode: string | null
  readonly transactionId: string | null
  readonly answer: unknown

  readonly openedAt: Date
  /** When the POST ended; null where nobody saw it end. */
  readonly payEndedAt: Date | null
  readonly settledAt: Date | null
  readonly reversedAt: Date | null
  /** When it came to be in its state. */
  readonly changedAt: Date
}

/** A row of the table. Its amounts have been checked to be exact. */
export interface PurchaseRow {
  readonly id: string
  readonly customer: string
  readonly request_id: string
  readonly fingerprint: string
  readonly reference: string
  readonly kind: ProductKind
  readonly service_id: string
  readonly variation: string | null
  readonly title: string
  readonly recipient: string
  readonly phone: string
  readonly subscription: 'change' | 'renew' | null
  readonly cost: Kobo
  readonly price: Kobo
  readonly paid_main: Kobo
  readonly paid_cashback: Kobo
  readonly earns: Kobo
  readonly earned: Kobo
  readonly charged: Kobo | null
  readonly late_loss: Kobo
  readonly state: PurchaseState
  readonly wake_at: Date | null
  readonly asked: number
  readonly not_found: number
  readonly last_code: string | null
  readonly transaction_id: string | null
  readonly answer: unknown
  readonly opened_at: Date
  readonly pay_ended_at: Date | null
  readonly settled_at: Date | null
  readonly reversed_at: Date | null
  readonly changed_at: Date
}

export function purchaseOf(row: PurchaseRow): Purchase {
  return {
    id: row.id,
    customer: row.customer,
    requestId: row.request_id,
    fingerprint: row.fingerprint,
    reference: row.reference,
    kind: row.kind,
    serviceID: row.service_id,
    variation: row.variation,
    title: row.title,
    recipient: row.recipient,
    phone: row.phone,
    subscription: row.subscription,
    cost: row.cost,
    price: row.price,
    paidMain: row.paid_main,
    paidCashback: row.paid_cashback,
    earns: row.earns,
    earned: row.earned,
    charged: row.charged,
    lateLoss: row.late_loss,
    state: row.state,
    wakeAt: row.wake_at,
    asked: row.asked,
    notFound: row.not_found,
    lastCode: row.last_code,
    transactionId: row.transaction_id,
    answer: row.answer,
    openedAt: row.opened_at,
    payEndedAt: row.pay_ended_at,
    settledAt: row.settled_at,
    reversedAt: row.reversed_at,
    changedAt: row.changed_at,
  }
}
