import { type Kobo, kobo } from '../pricing/kobo.ts'
import type { Buying } from './buy.ts'

export type Quote = Pick<Buying, 'cost' | 'price' | 'earns'>

/** Airtime and TV are sold at VTpass's price, and give no cashback: the operator gives that for data. */
export function quoteAtCost(cost: Kobo): Quote {
  return { cost, price: cost, earns: kobo(0) }
}
