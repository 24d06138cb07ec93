import { wrapped } from './lines.ts'
import { moneyOutcomes, outcomeNames } from './money-outcomes.ts'
import { metOf } from './percentage.ts'
import { plainText } from './plain-text.ts'
import type { Schemas } from './schemas.ts'

/** What a person reads in a terminal, at 100 columns. */
export function coverageAsText(coverage: Schemas['Coverage']): string {
  return `${[summary(coverage), ...coverage.products.map(productTable), tallies(coverage)].join('\n\n')}\n`
}

function summary({ percentage, products }: Schemas['Coverage']): string {
  if (products.length === 0) return 'Nothing was bought: 0 % of the outcomes that can cost money were met.'
  const bought = products.length === 1 ? 'the product' : `the ${products.length} products`
  return `${percentage} % of the outcomes that can cost money were met, of ${bought} bought`
}

/** Wider than the longest name of an outcome. */
const NAME_COLUMNS = 25

function productTable({ serviceID, percentage, outcomes }: Schemas['ProductCoverage']): string {
  const rows = outcomes.map(({ outcome, count, how }) => {
    return count > 0 ? `  ✓ ${outcome.padEnd(NAME_COLUMNS)}${count} ×` : missed(outcome, how)
  })
  return [`${serviceID}  ${percentage} %, ${metOf(outcomes)} of ${outcomes.length}`, ...rows].join('\n')
}

function missed(outcome: string, how: string): string {
  return wrapped(how, `  ✗ ${outcome.padEnd(NAME_COLUMNS)}`)
}

/** Each outcome that was never met, once; and of which products, where others have met it. */
export function neverMetAsText(products: readonly Schemas['ProductCoverage'][]): string {
  const lines = outcomeNames.flatMap((name) => {
    const missing = products.filter(({ outcomes }) =>
      outcomes.some(({ outcome, count }) => outcome === name && count === 0),
    )
    if (missing.length === 0) return []
    const { how } = moneyOutcomes[name]
    const names = missing.map(({ serviceID }) => plainText(serviceID)).sort()
    return [missed(name, missing.length === products.length ? how : `of ${names.join(', ')}: ${how}`)]
  })
  return lines.join('\n')
}

function tallies({
  codes,
  statuses,
  faults,
  endpoints,
  serviceIDs,
  requeryPaths,
}: Schemas['Coverage']): string {
  return [
    tallyLine('codes', codes),
    tallyLine('statuses', statuses),
    tallyLine('requeries', requeryPaths),
    tallyLine('faults', faults),
    tallyLine('endpoints', endpoints),
    tallyLine('products', serviceIDs),
  ].join('\n')
}

function tallyLine(name: string, { exercised, never }: Schemas['Tally']): string {
  const met = Object.entries(exercised).map(([value, count]) => `${plainText(value)} ×${count}`)
  const parts = [met.length === 0 ? 'none' : met.join(', ')]
  if (never.length > 0) parts.push(`never: ${never.join(', ')}`)
  return wrapped(parts.join(' · '), name.padEnd(11))
}
