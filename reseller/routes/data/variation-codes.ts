import type { Hono } from 'hono'
import { categorize } from '../../pricing/categorize.ts'
import { CATEGORIES } from '../../pricing/category.ts'
import type { CustomerKind } from '../../pricing/quote.ts'
import { type PricedPlan, type Prices, pricePlan } from '../../purchases/quote-data.ts'
import type { Variations } from '../../vtpass/variations.ts'
import type { Backend, Env } from '../backend.ts'
import { knownOf, warningOf } from '../known-answer.ts'
import { knownCustomer } from '../known-customer.ts'
import { done, render } from '../render.ts'
import { readDataService } from './read-data-service.ts'

/** `GET variation-codes` of the data API document: the plans, with what this customer pays for them. */
export function addVariationCodes(app: Hono<Env>, backend: Backend): void {
  app.get('/api/v1/vtpass/data/variation-codes', async (context) => {
    const { kind } = await knownCustomer(context, backend)
    const serviceID = readDataService(context.req.query('serviceID'))
    const listed = knownOf(await backend.catalogue.variations(serviceID))
    const answer = done(
      `Variation codes retrieved successfully for ${serviceID}`,
      priceList(listed.value, kind, backend.settings.prices),
    )
    return render(context, { ...answer, body: { ...answer.body, ...warningOf(listed) } })
  })
}

function priceList(listed: Variations, kind: CustomerKind, prices: Prices): object {
  const plans = listed.variations.map((plan) => pricePlan(plan, kind, prices))
  const { counts, variations_categorized } = categorize(plans)
  return {
    ServiceName: listed.serviceName,
    serviceID: listed.serviceID,
    convinience_fee: listed.convenienceFee,
    counts,
    variations: plans,
    variations_categorized: withEmptyOnes(variations_categorized),
  }
}

/** Every category is there, so that a client need not ask whether. */
function withEmptyOnes(groups: ReturnType<typeof categorize<PricedPlan>>['variations_categorized']): object {
  return Object.fromEntries(
    CATEGORIES.map((category) => [category, groups[category] ?? { count: 0, variations: [] }]),
  )
}
