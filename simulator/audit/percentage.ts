import type { Schemas } from './schemas.ts'

type Outcomes = Schemas['ProductCoverage']['outcomes']

/** How many of the outcomes were met. */
export function metOf(outcomes: Outcomes): number {
  return outcomes.filter(({ count }) => count > 0).length
}

/** How many of a hundred, with one decimal; 0 where there is nothing to meet. */
export function percentageOf(outcomes: Outcomes): number {
  return outcomes.length === 0 ? 0 : Math.round((metOf(outcomes) / outcomes.length) * 1000) / 10
}
