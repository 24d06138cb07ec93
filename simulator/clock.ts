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
  /** Sets the clock, forwards or back, and wakes whoever slept until then. */
  set(at: Date | string | Millis): Promise<void>
  /** Moves on by so many milliseconds and wakes, in order, whoever slept until then. */
  advance(ms: Millis): Promise<void>
}

/** @throws RangeError where the moment is none. */
export function createManualClock(at: Date | string | Millis): ManualClock {
  let now = momentOf(at)
  const sleepers: { until: Millis; wake: () => void }[] = []
  const moveTo = async (end: Millis) => {
    for (let next = sleepers[0]; next !== undefined && next.until <= end; next = sleepers[0]) {
      sleepers.shift()
      now = Math.max(now, next.until)
      next.wake()
      await Promise.resolve()
    }
    now = end
  }
  return {
    now: () => now,
    sleep: (ms) =>
      new Promise((wake) => {
        sleepers.push({ until: now + ms, wake })
        sleepers.sort((a, b) => a.until - b.until)
      }),
    set: (moment) => moveTo(momentOf(moment)),
    advance: async (ms) => {
      if (!(ms >= 0))
        throw new RangeError(`advance takes milliseconds from 0, not ${ms}; set moves a clock back`)
      await moveTo(now + ms)
    },
  }
}

function momentOf(at: Date | string | Millis): Millis {
  const moment = new Date(at).getTime()
  if (Number.isNaN(moment)) throw new RangeError(`"${at}" is no moment; write one like 2026-01-05T09:00:00Z`)
  return moment
}
