import { type Kobo, kobo, minus } from './kobo.ts'
import { type Percent, percentOf } from './percent.ts'

/** What each wallet of a customer pays. The two make up the price. */
export interface Payment {
  readonly cashback: Kobo
  readonly main: Kobo
}

/** What decides who pays: `useCashback` is the customer's `use_cashback`. */
export interface Bill {
  readonly price: Kobo
  /** Never negative. */
  readonly cashbackBalance: Kobo
  readonly useCashback: boolean
}

/**
 * Cashback pays first, up to its whole balance: ₦500 with ₦150 of cashback is ₦150 and ₦350.
 *
 * Source: the data API document, Wallet Balance & Cashback.
 */
export function splitPayment({ price, cashbackBalance, useCashback }: Bill): Payment {
  const cashback = useCashback ? kobo(Math.min(price, cashbackBalance)) : kobo(0)
  return { cashback, main: minus(price, cashback) }
}

/** What a delivered purchase gives back to the cashback wallet: a percentage of its price, rounded down to the kobo. */
export function earnedCashback(price: Kobo, percent: Percent): Kobo {
  return percentOf(price, percent)
}
