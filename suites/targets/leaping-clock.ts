/** A clock that stands still, leaps over every sleep, and so makes nobody wait. */
export interface LeapingClock {
  now(): number
  /** Leaps on at once; while the clock is held, ends when it is released, or when others have let that time go by. */
  sleep(ms: number): Promise<void>
  /** Lets time go by, held or not; whoever slept until then is awake when this ends. */
  leap(ms: number): Promise<void>
  set(at: number): void
  hold(): void
  release(): Promise<void>
}

export function createLeapingClock(at: number): LeapingClock {
  let now = at
  let isHeld = false
  let sleepers: { readonly until: number; readonly wake: () => void }[] = []
  const goTo = (moment: number) => {
    now = Math.max(now, moment)
  }
  return {
    now: () => now,
    sleep: async (ms) => {
      const until = now + ms
      if (isHeld) await new Promise<void>((wake) => sleepers.push({ until, wake }))
      goTo(until)
    },
    leap: async (ms) => {
      goTo(now + ms)
      const woken = sleepers.filter(({ until }) => until <= now)
      sleepers = sleepers.filter(({ until }) => until > now)
      for (const { wake } of woken) wake()
      await comeToRest()
    },
    set: (moment) => {
      now = moment
    },
    hold: () => {
      isHeld = true
    },
    release: async () => {
      isHeld = false
      const woken = sleepers
      sleepers = []
      for (const { wake } of woken) wake()
      await comeToRest()
    },
  }
}

/** Whoever was woken has had its turn. */
function comeToRest(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
