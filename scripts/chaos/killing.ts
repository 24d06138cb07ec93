import { setTimeout } from 'node:timers/promises'
import type { Settings } from './command-line.ts'
import type { Luck } from './luck.ts'
import type { World } from './world.ts'

/** What kills, until it is stopped. */
export interface Killing {
  kills(): number
  crashes(): number
  /** Ends it; PostgreSQL runs again afterwards. */
  stop(): Promise<void>
}

const LONGEST_AWAY_MS = 600
/** How often one is killed that is the last. */
const KILLED_ALONE = 0.25

/** Kills one reseller after the other, and PostgreSQL, with `kill -9`. */
export function startKilling(world: World, settings: Settings, luck: Luck): Killing {
  const { postgres, resellers } = world
  const stopping = new AbortController()
  let crashes = 0
  let turn = 0
  /**
   * In turn, and mostly while the other one is up: where starting takes longer than the time between two kills, nothing would
   * ever be sold.
   */
  const killOne = async () => {
    const [next, other] = turn % 2 === 0 ? resellers : [resellers[1], resellers[0]]
    if (!other.isUp() && luck.fraction() > KILLED_ALONE) return
    if (next.kill()) turn += 1
  }
  const crash = async () => {
    await postgres.crash()
    crashes += 1
    await setTimeout(luck.below(LONGEST_AWAY_MS))
    await postgres.restart()
  }
  const loops = [
    repeat(killOne, settings.killEveryMs, stopping.signal),
    repeat(crash, settings.crashEveryMs, stopping.signal),
  ]
  return {
    kills: () => resellers.reduce((sum, { tally }) => sum + tally.kills, 0),
    crashes: () => crashes,
    stop: async () => {
      stopping.abort()
      await Promise.all(loops)
    },
  }
}

/** Does it again and again, until the signal; what has begun is ended. */
export async function repeat(
  work: () => Promise<unknown>,
  everyMs: number,
  signal: AbortSignal,
): Promise<void> {
  for (;;) {
    await setTimeout(everyMs, undefined, { signal }).catch(() => {})
    if (signal.aborted) return
    await work()
  }
}
