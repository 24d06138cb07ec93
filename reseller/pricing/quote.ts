import { KOBO_PER_NAIRA, type Kobo, kobo, minus, plus } from './kobo.ts'
import { type Percent, percentOf } from './percent.ts'

export type CustomerKind = 'regular' | 'friendly'

/** `DATA_MARKUP_PERCENT` and `DATA_MARKUP_PERCENT_FRIENDLIES`; null where the second is not set. */
export interface Markups {
  readonly regular: Percent
  readonly friendly: Percent | null
}

/** What is for sale, at VTpass's own price for it. */
export interface Offer {
  readonly cost: Kobo
  /** Data is; airtime and TV are sold at their cost. */
  readonly isMarkedUp: boolean
}

/** What a purchase costs the customer; `markup` is what the price has over the cost. */
export interface Quote {
  readonly cost: Kobo
  readonly price: Kobo
  readonly markup: Kobo
}

/** The one price: what is shown is what is charged. */
export function quote(offer: Offer, customer: CustomerKind, markups: Markups): Quote {
  const { cost, isMarkedUp } = offer
  const price = isMarkedUp ? priceOf(cost, markupFor[customer](markups)) : cost
  return { cost, price, markup: minus(price, cost) }
}

/** The data API document, Pricing and Markup: the friendly one "defaults to regular markup if not set". */
const markupFor: Record<CustomerKind, (markups: Markups) => Percent> = {
  regular: ({ regular }) => regular,
  friendly: ({ regular, friendly }) => friendly ?? regular,
}

const MARKED_UP_FROM = kobo(300 * KOBO_PER_NAIRA)

/**
 * The cost below ₦300; from there the marked-up cost rounded down to a whole naira, but never below the cost, which is
 * then rounded up: rounding down alone sells ₦510.50 at ₦510.
 *
 * Source: the data API document, Pricing and Markup. Its sample marks ₦145 up to ₦150 against that rule; the rule holds.
 */
export function priceOf(cost: Kobo, markup: Percent): Kobo {
  if (cost < MARKED_UP_FROM) return cost
  const markedUp = wholeNaira(plus(cost, percentOf(cost, markup)), Math.floor)
  const covering = wholeNaira(cost, Math.ceil)
  return markedUp < cost ? covering : markedUp
}

function wholeNaira(amount: Kobo, round: (naira: number) => number): Kobo {
  return kobo(round(amount / KOBO_PER_NAIRA) * KOBO_PER_NAIRA)
}
