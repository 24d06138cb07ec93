import { earnedCashback } from '../pricing/cashback.ts'
import { type Kobo, nairaText } from '../pricing/kobo.ts'
import type { Percent } from '../pricing/percent.ts'
import { type CustomerKind, type Markups, quote } from '../pricing/quote.ts'
import type { Variation } from '../vtpass/variations.ts'

export interface Prices {
  readonly markups: Markups
  readonly cashback: Percent
}

/** A plan as a customer sees it. */
export interface PricedPlan {
  readonly variation_code: string
  readonly name: string
  /** What the customer pays. */
  readonly variation_amount: string
  readonly vtpass_amount: string
  readonly fixedPrice: string
}

/** What one purchase costs, and what its delivery gives back. */
export interface DataQuote {
  readonly cost: Kobo
  readonly price: Kobo
  readonly earns: Kobo
}

/** Smile's airtime has no price of its own (0.00): it takes an amount, within its service's limits. */
export function isOpenPriced({ cost }: Variation): boolean {
  return cost === 0
}

/** The price of a plan that has one. */
export function quotePlan({ cost }: Variation, kind: CustomerKind, prices: Prices): DataQuote {
  const { price } = quote({ cost, isMarkedUp: true }, kind, prices.markups)
  return { cost, price, earns: earnedCashback(price, prices.cashback) }
}

/** The price of one that has none is what is sent: a markup would make it another amount than the customer asked for. */
export function quoteAmount(amount: Kobo, { cashback }: Prices): DataQuote {
  return { cost: amount, price: amount, earns: earnedCashback(amount, cashback) }
}

/** The price as the list of plans shows it, which is the one that is charged. */
export function pricePlan(plan: Variation, kind: CustomerKind, prices: Prices): PricedPlan {
  const { variation_code, name, cost, fixedPrice } = plan
  const { price } = quotePlan(plan, kind, prices)
  return {
    variation_code,
    name,
    variation_amount: nairaText(price),
    vtpass_amount: nairaText(cost),
    fixedPrice,
  }
}
