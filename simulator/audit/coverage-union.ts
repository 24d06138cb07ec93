import { percentageOf } from './percentage.ts'
import type { Schemas } from './schemas.ts'

type ProductCoverage = Schemas['ProductCoverage']

/** What several accounts have met together: a product once, with the counts of all of them. */
export function unionOf(reports: readonly (readonly ProductCoverage[])[]): ProductCoverage[] {
  const byProduct = Map.groupBy(reports.flat(), ({ serviceID }) => serviceID)
  return [...byProduct.values()].map((parts) => parts.reduce(together))
}

function together(one: ProductCoverage, other: ProductCoverage): ProductCoverage {
  const outcomes = one.outcomes.map((outcome) => {
    const same = other.outcomes.find((candidate) => candidate.outcome === outcome.outcome)
    return { ...outcome, count: outcome.count + (same?.count ?? 0) }
  })
  return { serviceID: one.serviceID, percentage: percentageOf(outcomes), outcomes }
}
