import { count, type Figure, spread } from './figures.ts'
import type { Part } from './part.ts'
import type { ResellerMeasurements, ResellerRounds } from './reseller.ts'
import type { Draining } from './reseller-draining.ts'
import type { Loops } from './reseller-loops.ts'
import type { Sales } from './reseller-sales.ts'
import type { Table } from './table.ts'

const LEAST_SHARE_OF_BARE = 0.5
const MOST_TIMES_NORMAL = 2

export function resellerPart({ sales, draining }: ResellerMeasurements, rounds: ResellerRounds): Part {
  return {
    name: 'The reseller',
    figures: [...sales.map(figureOfSales), ...draining.map((each) => figureOfDraining(each, rounds))],
    method: method(rounds),
    details: [tableOfSales(sales), tableOfDraining(draining)],
    cautions: [],
  }
}

function figureOfSales({ customers, ratio }: Sales): Figure {
  return {
    name: `Reseller, ${buyers(customers)}: purchases a second, share of a bare hold and settle`,
    measured: spread(ratio),
    target: `≥ ${LEAST_SHARE_OF_BARE}`,
    isMet: ratio.median >= LEAST_SHARE_OF_BARE,
  }
}

function figureOfDraining({ customers, ratio }: Draining, { backlog }: ResellerRounds): Figure {
  return {
    name: `Reseller, ${buyers(customers)}: p99 while ${count(backlog)} in doubt drain, times the normal`,
    measured: spread(ratio),
    target: `≤ ${MOST_TIMES_NORMAL}`,
    isMet: ratio.median <= MOST_TIMES_NORMAL,
  }
}

function buyers(customers: number): string {
  return customers === 1 ? '1 customer' : `${customers} customers`
}

function tableOfSales(sales: readonly Sales[]): Table {
  const row = (first: string, what: string, { purchasesPerSecond, p99Ms }: Loops, cpuUs: string) => [
    ...[first, what, count(purchasesPerSecond), p99Ms.toFixed(1), cpuUs],
  ]
  return [
    ['Customers at once', 'What', 'Purchases a second', 'p99, ms', 'CPU a purchase, µs'],
    ...sales.flatMap(({ customers, reseller, bare, cpuUsPerPurchase }) => [
      row(String(customers), 'reseller', reseller, cpuUsPerPurchase?.toFixed(0) ?? 'unknown'),
      row('', 'bare hold and settle', bare, ''),
    ]),
  ]
}

function tableOfDraining(draining: readonly Draining[]): Table {
  const row = (first: string, what: string, { purchasesPerSecond, p99Ms }: Loops) => [
    ...[first, what, count(purchasesPerSecond), p99Ms.toFixed(1)],
  ]
  return [
    ['Customers at once', 'Backlog', 'Purchases a second', 'p99, ms'],
    ...draining.flatMap(({ customers, normal, meanwhile, seconds }) => [
      row(String(customers), 'not due', normal),
      row('', `drained in ${seconds.toFixed(0)} s`, meanwhile),
    ]),
  ]
}

function method({
  rounds,
  seconds,
  warmUpSeconds,
  backlogs,
  backlog,
  normalSeconds,
}: ResellerRounds): string {
  return `- What runs is \`reseller/main.ts\` in a process of its own, as \`npm run reseller\` starts it, on a PostgreSQL that calls
  fsync. Its rate limits are on, counted in its memory as that command has them, and so high that nobody is refused. VTpass is the simulator in the process of the benchmark: the reseller
  speaks HTTP with it over a socket, as with VTpass, and what the simulator computes is not in the reseller's process.
- A customer buys a data plan over HTTP with a token and a request id of its own each time, one purchase after the other
  over one connection. Every answer is checked for \`delivered\`.
- "A bare hold and settle" is a process that calls the two functions of the database which a purchase is for the ledger,
  with the arguments and the answer that the reseller gives them, over the same number of connections to the same server,
  and does nothing else: no HTTP, no VTpass, no token, no price.
- ${warmUpSeconds} s of warm-up, then ${rounds} rounds of ${seconds} s for each of the two in turn. Nothing is pinned: PostgreSQL,
  the reseller, the simulator and the load share the cores. A share is the median of the rounds' own, with the least and
  the greatest.
- The backlog: ${count(backlog)} purchases that VTpass has delivered and the reseller knows nothing of, made through the
  functions of the ledger. Purchases are measured for ${normalSeconds} s; then all of the backlog becomes due at once, and they are
  measured until the reseller's own worker has settled the last of it. ${backlogs} times for each number of customers.
- At the end every invariant of the ledger is checked.`
}
