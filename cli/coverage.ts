import { neverMetAsText } from '../simulator/audit/coverage-text.ts'
import { metOf, percentageOf } from '../simulator/audit/percentage.ts'
import type { Schemas } from '../simulator/audit/schemas.ts'
import { TotalCoverage } from '../simulator/total-coverage.ts'
import type { Demand } from './demand.ts'
import { UsageError } from './settings.ts'

/** Percent; null where none was given. @throws UsageError */
export function readThreshold(given: unknown): number | null {
  if (given === undefined) return null
  const text = String(given)
  if (/^\d{1,3}(\.\d+)?$/.test(text) && Number(text) <= 100) return Number(text)
  throw new UsageError(`--coverage-threshold is "${text}"; it must be a number from 0 to 100, like 80`)
}

/** That so many percent of the outcomes that can cost money were met, by all accounts together. */
export function enoughCoverage(threshold: number): Demand {
  const total = new TotalCoverage()
  return { watcher: total, shortfall: () => shortfallOf(total.end(), threshold) }
}

function shortfallOf(products: readonly Schemas['ProductCoverage'][], threshold: number): string | null {
  const outcomes = products.flatMap((product) => product.outcomes)
  const met = metOf(outcomes)
  // Not by the percentage that is told, which is rounded.
  if (met * 100 >= threshold * outcomes.length && (met > 0 || threshold === 0)) return null
  const asked = `--coverage-threshold asks for ${threshold} %`
  if (met === 0) return `nothing was bought, which covers 0 % of what can cost money; ${asked}`
  const covered = `${percentageOf(outcomes)} % of the outcomes that can cost money were met, ${met} of ${outcomes.length}`
  return `${covered}; ${asked}\n\nNever met, and how to meet it:\n\n${neverMetAsText(products)}`
}
