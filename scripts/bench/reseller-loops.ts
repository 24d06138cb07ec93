import { median, quantile } from './statistics.ts'

/** What so many customers got done, each of whom buys again as soon as it has bought. */
export interface Loops {
  readonly purchases: number
  readonly purchasesPerSecond: number
  readonly p99Ms: number
}

/** Buys in so many loops at once, as long as `goesOn` says so. @throws what a purchase throws: then there is nothing to measure. */
export async function buyInLoops(
  loops: number,
  goesOn: () => boolean,
  buy: (loop: number) => Promise<void>,
): Promise<Loops> {
  const timesMs: number[] = []
  const begin = performance.now()
  const repeat = async (_: unknown, loop: number) => {
    while (goesOn()) {
      const asked = performance.now()
      await buy(loop)
      timesMs.push(performance.now() - asked)
    }
  }
  await Promise.all(Array.from({ length: loops }, repeat))
  const seconds = (performance.now() - begin) / 1000
  const purchases = timesMs.length
  return { purchases, purchasesPerSecond: purchases / seconds, p99Ms: quantile(timesMs, 0.99) }
}

/** True for so many seconds from now. */
export function forSeconds(seconds: number): () => boolean {
  const end = performance.now() + seconds * 1000
  return () => performance.now() < end
}

/** Of several, number by number. */
export function middleOf(loops: readonly Loops[]): Loops {
  const middle = (key: keyof Loops) => median(loops.map((each) => each[key]))
  return {
    purchases: middle('purchases'),
    purchasesPerSecond: middle('purchasesPerSecond'),
    p99Ms: middle('p99Ms'),
  }
}
