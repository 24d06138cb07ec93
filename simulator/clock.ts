import type { Millis } from './engine/time.ts'

/** Time, handed in. */
export interface Clock {
  now(): Millis
  /** Ends when so many milliseconds of this clock have gone by. */
  sleep(ms: Millis): Promise<void>
}

/** The clock on the wall. Its sleepers keep no process alive. */
export const wallClock: Clock = {
  now: () => Date.now(),
  sleep: async (ms) => {
    for (let left = ms; left > 0; left -= LONGEST_TIMER_MS) await sleepOnce(Math.min(left, LONGEST_TIMER_MS))
  },
}

/** A timer that is set for longer fires at once. */
const LONGEST_TIMER_MS = 2_147_483_647

function sleepOnce(ms: Millis): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref())
}

/** A clock that stands still until it is told to go on. */
export interface ManualClock extends Clock {
  set(at: Date | string | Millis): void
  /** Moves on by so many milliseconds and wakes, in order, whoever slept until then. */
  advance(ms: Millis): Promise<void>
}

export function createManualClock(at: Date | string | Millis): ManualClock {
  let now = new Date(at).getTime()
  const sleepers: { until: Millis; wake: () => void }[] = []
  return {
    now: () => now,
    sleep: (ms) =>
      new Promise((wake) => {
        sleepers.push({ until: now + ms, wake })
        sleepers.sort((a, b) => a.until - b.until)
      }),
    set: (moment) => {
      now = new Date(moment).getTime()
    },
    advance: async (ms) => {
      const end = now + ms
      for (let next = sleepers[0]; next !== undefined && next.until <= end; next = sleepers[0]) {
        sleepers.shift()
        now = next.until
        next.wake()
        await Promise.resolve()
      }
      now = end
    },
  }
}
