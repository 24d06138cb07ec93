/** When to ask VTpass again about a purchase that is in doubt: soon at first, and then less and less often. */

const FIRST_MS = [5_000, 10_000, 20_000, 40_000, 60_000]
const GROWTH = 1.6
const LONGEST_MS = 900_000
/** Purchases that came to be in doubt together are not asked about together. */
const SPREAD = 0.2

/**
 * How long to wait, in milliseconds.
 *
 * @param asked how often VTpass was asked before
 * @param fraction luck, from 0 and below 1
 */
export function waitBeforeLook(asked: number, fraction: number): number {
  const last = FIRST_MS.at(-1) ?? LONGEST_MS
  const ms = FIRST_MS[asked] ?? Math.min(last * GROWTH ** (asked - FIRST_MS.length + 1), LONGEST_MS)
  return Math.round(ms * (1 - SPREAD + 2 * SPREAD * fraction))
}

/** A final state is looked at again: a reversal whose webhook was lost, a delivery after 015. */
const WATCHES_MS = [3_600_000, 86_400_000]

/** When a purchase that is settled now is looked at first. */
export function firstWatchAfter(at: Date): Date {
  const [first = 0] = WATCHES_MS
  return new Date(at.getTime() + first)
}

/** The next look at one that was settled before; null after the last. */
export function nextWatch(settledAt: Date | null, at: Date): Date | null {
  if (settledAt === null) return null
  const next = WATCHES_MS.map((ms) => settledAt.getTime() + ms).find((moment) => moment > at.getTime())
  return next === undefined ? null : new Date(next)
}

const AGAIN_MS = 3_600_000
const LONGEST_WATCH_MS = 7 * 86_400_000

/** The next look after one that taught nothing, which is no look: without it the last one could miss a reversal. */
export function watchAgain(settledAt: Date | null, at: Date): Date | null {
  if (settledAt === null || at.getTime() - settledAt.getTime() >= LONGEST_WATCH_MS) return null
  return new Date(at.getTime() + AGAIN_MS)
}
