import { setTimeout } from 'node:timers/promises'
import { rulesOf, type Season } from './scenarios.ts'
import { makeDue, momentOf } from './time.ts'
import { PATIENCE_MS, untilUp, type World } from './world.ts'

/** Begins a season: what VTpass does from now on. */
export async function beginSeason({ vtpass }: World, season: Season): Promise<void> {
  await vtpass.scenarios.clear()
  for (const rule of rulesOf(season)) await vtpass.scenarios.add(rule)
}

/** 015 is the truth from now on. What VTpass has put off is done first; resellers that start from now on believe it soon. */
export async function endStaleness(world: World): Promise<void> {
  await beginSeason(world, 'fresh')
  await world.vtpass.clock.advance('15m')
  // What was on its way when the season changed.
  await setTimeout(3 * PATIENCE_MS)
  await world.vtpass.clock.advance('15m')
  world.believe015After(1)
}

const MOST_ROUNDS = 8
/** Longer than a lease, after which the next process takes what one that was killed had taken. */
const STUCK_MS = 45_000

/**
 * VTpass is well again, and time passes until nothing is in doubt; what is final is looked at once more after that. Ends early
 * where purchases are due that nobody looks at. How many rounds that took.
 */
export async function settleAll(world: World, onProgress: (text: string) => void): Promise<number> {
  await world.vtpass.scenarios.clear()
  await world.vtpass.clock.advance('1h')
  // One that has run since before the season turned still waits for an hour before it believes 015.
  await Promise.all(world.resellers.map((each) => each.restart()))
  await Promise.all(world.resellers.map(untilUp))
  let wasOpen = Number.POSITIVE_INFINITY
  for (let round = 1; round <= MOST_ROUNDS; round += 1) {
    const { open, isStuck } = await lookAtAll(world, (text) => onProgress(`round ${round}: ${text}`))
    if (isStuck || (open === 0 && wasOpen === 0)) return round
    wasOpen = open
    await world.vtpass.clock.advance('1h')
  }
  return MOST_ROUNDS
}

/** Until everything that is due was looked at, or nobody looks any more. How many are open then. */
async function lookAtAll(
  world: World,
  onProgress: (text: string) => void,
): Promise<{ open: number; isStuck: boolean }> {
  const since = await momentOf(world)
  let least = Number.POSITIVE_INFINITY
  let movedAt = performance.now()
  for (;;) {
    const waiting = await makeDue(world, since)
    if (waiting !== null) {
      const { open, unseen } = waiting
      onProgress(`${unseen} to look at, ${open} in doubt`)
      if (unseen < least) movedAt = performance.now()
      least = Math.min(least, unseen)
      const isStuck = performance.now() - movedAt > STUCK_MS
      if (unseen === 0 || isStuck) return { open, isStuck }
    }
    await setTimeout(1_000)
  }
}
