import type { Product } from '../catalogue/product.ts'
import { lagosDateTime, type Millis } from '../engine/time.ts'
import { variationsOf } from '../wire/catalogue.ts'
import type { Schemas } from '../wire/schemas.ts'

type Plan = Schemas['Variation']
type Changes = Schemas['VariationChanges']

/** What VTpass posts when the plans of a product have changed: the new list, and the codes to look at. */
export function variationsUpdate(before: Product, after: Product, at: Millis): Schemas['VariationsUpdate'] {
  const data = variationsOf(after)
  const [old, present] = [plansByCode(before), plansByCode(after)]
  const added = changes([...present.keys()].filter((code) => !old.has(code)))
  const updated = changes([...present.keys()].filter((code) => isUpdated(old.get(code), present.get(code))))
  const removed = changes([...old.keys()].filter((code) => !present.has(code)))
  return {
    type: 'variations-update',
    response_description: 'VARIATION CODE UPDATE',
    serviceID: after.serviceID,
    service: data.content.ServiceName,
    summary: {
      added_variation_codes: added.total,
      updated_variation_codes: updated.total,
      removed_variation_codes: removed.total,
    },
    data,
    actionRequired: { added, updated, removed },
    datetime: hyphenated(lagosDateTime(at)),
  }
}

/** A doubled code stands for several plans, and counts once. */
function plansByCode(product: Product): Map<string, Plan[]> {
  return Map.groupBy(variationsOf(product).content.variations, (plan) => plan.variation_code)
}

function changes(codes: string[]): Changes {
  return { total: codes.length, variation_codes: codes }
}

/** The order of a doubled code's plans counts: the first one sets the price where no amount is sent. */
function isUpdated(old: readonly Plan[] | undefined, present: readonly Plan[] | undefined): boolean {
  if (old === undefined || present === undefined) return false
  return old.length !== present.length || present.some((plan, index) => !isSamePlan(plan, old[index]))
}

/** `"1000.00"` and 1000 are one amount. */
function isSamePlan(plan: Plan, other: Plan | undefined): boolean {
  return (
    plan.name === other?.name &&
    plan.fixedPrice === other.fixedPrice &&
    Number(plan.variation_amount) === Number(other.variation_amount)
  )
}

/** `2020-06-11 23-31-15` */
function hyphenated(dateTime: string): string {
  return dateTime.slice(0, 19).replaceAll(':', '-')
}
