import { setTimeout } from 'node:timers/promises'
import type { Settings } from './command-line.ts'
import type { Killing } from './killing.ts'
import type { Wanted } from './plan.ts'
import { type Experience, type Market, shop } from './shopper.ts'

export interface Progress {
  readonly begun: number
  readonly ended: number
}

const STUCK_MS = 120_000

/**
 * Has all of it bought, so many at once, and no faster than the kills come that must fall among them.
 *
 * @throws where nothing is bought for two minutes
 */
export async function buyAll(
  all: readonly Wanted[],
  market: Market,
  killing: Killing,
  settings: Settings,
  onProgress: (progress: Progress) => void,
): Promise<readonly Experience[]> {
  const experiences: Experience[] = []
  let begun = 0
  let movedAt = performance.now()
  const mayBegin = () => begun <= all.length * shareOf(killing, settings)
  const work = async () => {
    for (;;) {
      while (begun < all.length && !mayBegin()) await setTimeout(20)
      const wanted = all[begun]
      if (wanted === undefined) return
      begun += 1
      experiences.push(await shop(wanted, market))
      movedAt = performance.now()
      onProgress({ begun, ended: experiences.length })
    }
  }
  const stuck = new AbortController()
  const watch = async () => {
    while (!stuck.signal.aborted) {
      await setTimeout(1_000, undefined, { signal: stuck.signal }).catch(() => {})
      if (performance.now() - movedAt > STUCK_MS)
        throw new Error(`nothing was bought for ${STUCK_MS / 1000} s`)
    }
  }
  try {
    const everybody = Promise.all(Array.from({ length: settings.clients }, work))
    await Promise.race([everybody, watch()])
    return experiences
  } finally {
    stuck.abort()
  }
}

/** Which part of the purchases may have begun by now. */
function shareOf(killing: Killing, { kills, crashes }: Settings): number {
  const ofKills = kills === 0 ? 1 : (killing.kills() + 1) / (kills + 1)
  const ofCrashes = crashes === 0 ? 1 : (killing.crashes() + 1) / (crashes + 1)
  // Below the last step: the last purchase waits for the last kill.
  return Math.min(ofKills, ofCrashes, 1)
}
