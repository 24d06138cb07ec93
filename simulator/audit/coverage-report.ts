import type { Exercised } from './exercised.ts'
import {
  moneyOutcomes,
  type OutcomeName,
  outcomeNames,
  type RequeryPath,
  type WebhookOutcome,
} from './money-outcomes.ts'
import { percentageOf } from './percentage.ts'
import type { Schemas } from './schemas.ts'

/** How often exchanges like this one came. */
export interface Cell {
  readonly exchange: Exercised
  count: number
}

/** What there is to exercise. */
export interface Known {
  readonly serviceIDs: readonly string[]
  readonly codes: readonly string[]
  readonly endpoints: readonly string[]
  readonly faults: readonly string[]
}

/** How often each was met, by serviceID. */
export type PathCounts = ReadonlyMap<RequeryPath | WebhookOutcome, ReadonlyMap<string, number>>

/** The statuses that a transaction can have. */
const statuses = ['pending', 'delivered', 'failed', 'reversed']

const requeryPaths = outcomeNames.filter((name) => moneyOutcomes[name].met === 'by-requery')

export function coverageReport(cells: readonly Cell[], paths: PathCounts, known: Known): Schemas['Coverage'] {
  const paid = Map.groupBy(
    cells.filter(({ exchange }) => exchange.endpoint === 'pay'),
    ({ exchange }) => exchange.serviceID,
  )
  const products = known.serviceIDs
    .map((serviceID) => productCoverage(serviceID, paid.get(serviceID) ?? [], paths))
    .filter(({ outcomes }) => outcomes.some(({ count }) => count > 0))
  // What nobody heard was not met: a code that is lost on the way teaches a caller nothing.
  const heard = cells.filter(({ exchange }) => exchange.heard === 'whole')
  return {
    percentage: percentageOf(products.flatMap(({ outcomes }) => outcomes)),
    products,
    endpoints: tally(counted(cells, 'endpoint'), known.endpoints),
    serviceIDs: tally(counted(cells, 'serviceID'), known.serviceIDs),
    codes: tally(counted(heard, 'code'), known.codes),
    statuses: tally(counted(heard, 'status'), statuses),
    faults: tally(counted(cells, 'fault'), known.faults),
    requeryPaths: tally(countedPaths(paths), requeryPaths),
    exercised: combinations(cells),
  }
}

function productCoverage(
  serviceID: string,
  cells: readonly Cell[],
  paths: PathCounts,
): Schemas['ProductCoverage'] {
  const outcomes = outcomeNames.map((outcome) => ({
    outcome,
    count: timesMet(outcome, serviceID, cells, paths),
    how: moneyOutcomes[outcome].how,
  }))
  return { serviceID, percentage: percentageOf(outcomes), outcomes }
}

function timesMet(
  outcome: OutcomeName,
  serviceID: string,
  cells: readonly Cell[],
  paths: PathCounts,
): number {
  const { met } = moneyOutcomes[outcome]
  if (typeof met === 'string')
    return new Map<string, ReadonlyMap<string, number>>(paths).get(outcome)?.get(serviceID) ?? 0
  return cells.reduce((sum, { exchange, count }) => sum + (met(exchange) ? count : 0), 0)
}

type Counts = ReadonlyMap<string, number>

function counted(
  cells: readonly Cell[],
  part: 'endpoint' | 'serviceID' | 'code' | 'status' | 'fault',
): Counts {
  const counts = new Map<string, number>()
  for (const { exchange, count } of cells) {
    const value = exchange[part]
    if (value !== null) counts.set(value, (counts.get(value) ?? 0) + count)
  }
  return counts
}

function countedPaths(paths: PathCounts): Counts {
  return new Map(
    [...paths]
      .filter(([path]) => moneyOutcomes[path].met === 'by-requery')
      .map(([path, byService]) => [path, [...byService.values()].reduce((sum, count) => sum + count, 0)]),
  )
}

/** In the order of what is known; what is not known, and was met, comes behind. */
function tally(counts: Counts, known: readonly string[]): Schemas['Tally'] {
  const inOrder = [...new Set([...known, ...counts.keys()])].flatMap((name) => {
    const count = counts.get(name)
    return count === undefined ? [] : [[name, count] as const]
  })
  return { exercised: Object.fromEntries(inOrder), never: known.filter((name) => !counts.has(name)) }
}

/** The contract tells combinations apart by less than the tally does. */
function combinations(cells: readonly Cell[]): Schemas['Coverage']['exercised'] {
  const merged = new Map<string, Schemas['Coverage']['exercised'][number]>()
  for (const { exchange, count } of cells) {
    const { endpoint, serviceID, code, status, fault } = exchange
    const key = JSON.stringify([endpoint, serviceID, code, status, fault])
    const known = merged.get(key)
    if (known === undefined) merged.set(key, { endpoint, serviceID, code, status, fault, count })
    else known.count += count
  }
  return [...merged.values()]
}
