import { cpuMsOf } from './cpu-time.ts'
import type { Bare } from './reseller-bare.ts'
import { buyInLoops, forSeconds, type Loops, middleOf } from './reseller-loops.ts'
import type { Shoppers } from './reseller-purchase.ts'
import type { Stand } from './reseller-stand.ts'
import { median, type Spread, spreadOf } from './statistics.ts'

export interface SalesRounds {
  readonly rounds: number
  readonly seconds: number
  readonly warmUpSeconds: number
}

/** So many customers who buy at once. */
export interface Sales {
  readonly customers: number
  readonly reseller: Loops
  /** A hold and a settlement in SQL on the same server, and nothing else. */
  readonly bare: Loops
  /** The reseller's purchases a second as a share of the bare ones, round by round. */
  readonly ratio: Spread
  /** Of the reseller's process; null where it cannot be read. */
  readonly cpuUsPerPurchase: number | null
}

/** What is compared, and where. */
export interface Compared {
  readonly stand: Stand
  readonly shoppers: Shoppers
  readonly bare: Bare
}

interface Pair {
  readonly customers: number
  readonly reseller: Loops
  readonly bare: Loops
  readonly cpuUsPerPurchase: number | null
}

/** Alternates between the two, and which of them goes first: a machine that slows down slows down both. */
export async function measureSales(
  compared: Compared,
  counts: readonly number[],
  { rounds, seconds, warmUpSeconds }: SalesRounds,
): Promise<Sales[]> {
  await measurePair(compared, Math.max(...counts), { round: 0, seconds: warmUpSeconds })
  const pairs: Pair[] = []
  for (let round = 0; round < rounds; round += 1) {
    for (const customers of counts) {
      pairs.push(tell(await measurePair(compared, customers, { round, seconds })))
    }
  }
  return counts.map((customers) => salesOf(customers, pairs))
}

async function measurePair(
  { stand, shoppers, bare }: Compared,
  customers: number,
  { round, seconds }: { round: number; seconds: number },
): Promise<Pair> {
  const ids = stand.customers.slice(0, customers).map(({ id }) => id)
  const bareFirst = round % 2 === 0 ? await bare.shoot(ids, seconds) : null
  const begin = cpuMsOf(stand.pid)
  const reseller = await buyInLoops(customers, forSeconds(seconds), shoppers.buy)
  const end = cpuMsOf(stand.pid)
  return {
    customers,
    reseller,
    bare: bareFirst ?? (await bare.shoot(ids, seconds)),
    cpuUsPerPurchase: begin === null || end === null ? null : ((end - begin) * 1000) / reseller.purchases,
  }
}

function tell(pair: Pair): Pair {
  const [ours, theirs] = [pair.reseller, pair.bare].map((loops) => Math.round(loops.purchasesPerSecond))
  const share = shareOf(pair).toFixed(2)
  console.log(`  ${pair.customers} at once: ${ours} purchases/s, bare ${theirs}: ${share}`)
  return pair
}

function shareOf({ reseller, bare }: Pair): number {
  return reseller.purchasesPerSecond / bare.purchasesPerSecond
}

function salesOf(customers: number, all: readonly Pair[]): Sales {
  const pairs = all.filter((pair) => pair.customers === customers)
  const cpu = pairs.map(({ cpuUsPerPurchase }) => cpuUsPerPurchase).filter((us) => us !== null)
  return {
    customers,
    reseller: middleOf(pairs.map(({ reseller }) => reseller)),
    bare: middleOf(pairs.map(({ bare }) => bare)),
    ratio: spreadOf(pairs.map(shareOf)),
    cpuUsPerPurchase: cpu.length === 0 ? null : median(cpu),
  }
}
