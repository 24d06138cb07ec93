import { wrapped } from './lines.ts'
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
    const name = outcome.padEnd(NAME_COLUMNS)
    return count > 0 ? `  ✓ ${name}${count} ×` : wrapped(how, `  ✗ ${name}`)
  })
  const met = outcomes.filter(({ count }) => count > 0).length
  return [`${serviceID}  ${percentage} %, ${met} of ${outcomes.length}`, ...rows].join('\n')
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
