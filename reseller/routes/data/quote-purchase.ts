import type { Kobo } from '../../pricing/kobo.ts'
import type { CustomerKind } from '../../pricing/quote.ts'
import { type DataQuote, isOpenPriced, quoteAmount, quotePlan } from '../../purchases/quote-data.ts'
import type { Variation } from '../../vtpass/variations.ts'
import type { Backend } from '../backend.ts'
import { checkPrice } from '../check-price.ts'
import { bad } from '../fields.ts'
import { knownOf, vtpassDown } from '../known-answer.ts'
import { checkLimits, serviceOf } from '../service-limits.ts'
import type { DataPurchase } from './read-data-purchase.ts'

export interface QuotedPlan {
  readonly plan: Variation
  readonly quote: DataQuote
  /** What VTpass must be told; null where the plan tells it. */
  readonly amount: Kobo | null
}

/**
 * The plan and its price. What is kept while VTpass cannot be asked is shown, but not sold: its prices may be old.
 *
 * @throws Refusal 400 for a plan that there is not, 409 where `amount` is not the price, 503 where VTpass cannot be asked
 */
export async function quotePurchase(
  { catalogue, settings }: Backend,
  wanted: DataPurchase,
  kind: CustomerKind,
): Promise<QuotedPlan> {
  const { value, isStale } = knownOf(await catalogue.variations(wanted.serviceID))
  if (isStale) throw vtpassDown()
  const plan = value.variations.find(({ variation_code }) => variation_code === wanted.variationCode)
  if (plan === undefined) throw bad(`Variation code ${wanted.variationCode} not found`)
  if (isOpenPriced(plan)) {
    const { amount } = wanted
    if (amount === null) throw bad('amount is required: this plan has no price of its own')
    checkLimits(amount, await serviceOf(catalogue, 'data', wanted.serviceID))
    return { plan, quote: quoteAmount(amount, settings.prices), amount }
  }
  const quote = quotePlan(plan, kind, settings.prices)
  checkPrice(wanted.amount, quote.price)
  return { plan, quote, amount: null }
}
