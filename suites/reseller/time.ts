import { setTimeout as sleep } from 'node:timers/promises'
import type { ControlledSimulator } from '../../simulator/index.ts'
import type { ResellerDriver } from './driver.ts'

/** Waits for what a reseller does later. */
export interface Time {
  /** Whether the reseller's clock can be moved, so that nothing is waited for. */
  readonly canMove: boolean
  /** Waits until it holds; false where it never did: within so many seconds of a moved clock, or the patience of a real one. */
  until(holds: () => Promise<boolean>, seconds?: number): Promise<boolean>
  /** Lets so much time go by, where the clock can be moved; else does nothing. */
  pass(seconds: number): Promise<void>
  /** Waits a little by the clock on the wall, and moves no other: for what has to happen at once. */
  soon(holds: () => Promise<boolean>): Promise<boolean>
  /** Goes on to the next such moment of a day, UTC. */
  goTo(hours: number, minutes: number, seconds?: number): Promise<Date>
}

export interface TimeSettings {
  /** How long a reseller on a real clock may take to end a doubt; milliseconds. */
  readonly patienceMs: number
}

/** Two hours end every doubt that VTpass has ended: who asks less often than that has forgotten. */
const LONGEST_S = 2 * 3600
const FIRST_STEP_S = 10
const GROWTH = 1.7
const POLL_MS = 100
/** A worker that looks every second has looked. */
const ROUND_MS = 2_000
/** Less than who asks by itself lets pass before it asks first. */
const SOON_MS = 3_000
const DAY_MS = 86_400_000

export function timeOf(
  driver: ResellerDriver,
  simulator: ControlledSimulator,
  { patienceMs }: TimeSettings,
): Time {
  const { clock } = driver
  const tick = async () => driver.tick?.()
  let moves = 0
  let moving: Promise<void> = Promise.resolve()

  function move(seconds: number): Promise<void> {
    const next = moving.then(async () => {
      if (clock === undefined) return
      await Promise.all([clock.advance(seconds), simulator.clock.advance(`${Math.ceil(seconds)}s`)])
      moves += 1
      await tick()
    })
    moving = next.catch(() => {})
    return next
  }

  async function poll(holds: () => Promise<boolean>, forMs: number): Promise<boolean> {
    for (const end = Date.now() + forMs; ; await sleep(POLL_MS)) {
      if (await holds()) return true
      if (Date.now() >= end) return false
    }
  }

  return {
    canMove: clock !== undefined,
    until: async (holds, seconds = LONGEST_S) => {
      if (clock === undefined) return poll(holds, patienceMs)
      if (await holds()) return true
      let step = FIRST_STEP_S
      for (let passed = 0; passed < seconds; passed += step, step *= GROWTH) {
        // Whoever waits beside us may have moved the clock meanwhile: two hours shall not pass in a second.
        const seen = moves
        await moving
        if (moves === seen) await move(step)
        const isThere = driver.tick === undefined ? await poll(holds, ROUND_MS) : await holds()
        if (isThere) return true
      }
      return false
    },
    pass: async (seconds) => {
      if (clock === undefined) return
      await move(seconds)
      if (driver.tick === undefined) await sleep(ROUND_MS)
    },
    soon: async (holds) => {
      await tick()
      return poll(async () => {
        if (await holds()) return true
        await tick()
        return holds()
      }, SOON_MS)
    },
    goTo: async (hours, minutes, seconds = 0) => {
      const now = (await clock?.now()) ?? new Date()
      const target = new Date(now)
      target.setUTCHours(hours, minutes, seconds, 0)
      if (target <= now) target.setTime(target.getTime() + DAY_MS)
      await clock?.advance((target.getTime() - now.getTime()) / 1000)
      await simulator.clock.set(target)
      await tick()
      return target
    },
  }
}
