import { AsyncLocalStorage } from 'node:async_hooks'
import { setImmediate } from 'node:timers/promises'
import type { Luck } from './luck.ts'

/** A process that can die. What waits at one of its points then waits for ever. */
export interface Home {
  readonly name: string
  isAlive: boolean
}

/** Somebody who does one thing after another: a client, a worker, VTpass. */
interface Actor {
  readonly name: string
  /** Whose end is its own; null for one who lives outside of every process. */
  readonly home: Home | null
  /** At how many points it waits: a round of the worker looks at several purchases side by side. */
  waiting: number
}

/** Where somebody waits for their turn. */
export interface Point {
  readonly actor: Actor
  /** Null outside of every process. */
  readonly home: Home | null
  /** What is about to happen, and to which purchase. */
  readonly label: string
  readonly subject: string
  /** Milliseconds since 1970; not before. */
  readonly at: number
  /** One who sleeps only looks whether there is something to do. */
  readonly isSleep: boolean
  readonly go: () => void
}

interface Director {
  /** Whether the process dies here, instead of going on. */
  diesAt(point: Point, turn: number): boolean
  /** When somebody who sleeps would find something to do; null is never. */
  nextWake(): Promise<number | null>
  kill(home: Home): void
}

export interface Scheduler {
  now(): number
  readonly trace: readonly string[]
  note(text: string): void
  /** Starts an actor, whose first turn comes so many milliseconds from now. */
  start(name: string, afterMs: number, work: () => Promise<void>, home?: Home): void
  /** Waits for a turn, so many milliseconds from now at the earliest. */
  reach(home: Home | null, label: string, subject?: string, afterMs?: number): Promise<void>
  sleep(home: Home, ms: number): Promise<void>
  /** Work that really takes time, like a query: nobody else has a turn meanwhile. */
  during<Result>(work: () => Promise<Result>): Promise<Result>
  /** Nothing of the process goes on. */
  kill(home: Home): void
  /** Gives turns until nobody waits for anything. */
  run(director: Director): Promise<void>
}

/** The longest that was seen took a third of it. */
const MOST_TURNS = 8_000
/** Whoever is in doubt is looked after within days. */
const LONGEST_MS = 31 * 86_400_000
/** A process may be held up anywhere, and for longer than a lease. */
const STALL_CHANCE = 1 / 80
const STALLS_MS = [200, 5_000, 31_000, 61_000, 660_000] as const

export function createScheduler(luck: Luck, startAt: number): Scheduler {
  const current = new AsyncLocalStorage<Actor>()
  const actors = new Set<Actor>()
  const trace: string[] = []
  let points: Point[] = []
  let now = startAt
  let running = 0
  let failure: { readonly error: unknown } | null = null
  let notify = () => {}

  const note = (text: string) => void trace.push(`${new Date(now).toISOString().slice(5, 23)} ${text}`)

  function wait(home: Home | null, label: string, subject: string, afterMs: number, isSleep: boolean) {
    const actor = current.getStore()
    if (actor === undefined) throw new Error(`nobody known reaches "${label}"`)
    // A dead process goes no further.
    if (home?.isAlive === false) return new Promise<void>(() => {})
    actor.waiting += 1
    notify()
    return new Promise<void>((go) => {
      points.push({ actor, home, label, subject, at: now + afterMs, isSleep, go })
    })
  }

  function start(name: string, afterMs: number, work: () => Promise<void>, home: Home | null = null): void {
    const actor: Actor = { name, home, waiting: 0 }
    actors.add(actor)
    const end = () => {
      actors.delete(actor)
      notify()
    }
    void current.run(actor, async () => {
      await wait(home, 'begins', '', afterMs, false)
      await work().catch((error: unknown) => {
        failure ??= { error }
      })
      end()
    })
  }

  async function quiet(): Promise<void> {
    for (;;) {
      await setImmediate()
      if (running === 0 && [...actors].every(({ waiting }) => waiting > 0)) return
      await new Promise<void>((resolve) => {
        notify = resolve
      })
    }
  }

  function kill(home: Home): void {
    home.isAlive = false
    note(`${home.name} DIES`)
    for (const actor of actors) if (actor.home === home) actors.delete(actor)
    for (const { actor } of points.filter((point) => point.home === home)) actor.waiting -= 1
    points = points.filter((point) => point.home !== home)
  }

  /** Who may have a turn now. One who sleeps would only find that there is nothing to do, as long as nothing is due. */
  async function ready(director: Director): Promise<Point[]> {
    const due = points.filter(({ at }) => at <= now)
    if (!due.some(({ isSleep }) => isSleep)) return due
    const wake = await director.nextWake()
    return wake !== null && wake <= now ? due : due.filter(({ isSleep }) => !isSleep)
  }

  async function passTime(director: Director): Promise<boolean> {
    const turns = points.filter(({ isSleep }) => !isSleep).map(({ at }) => at)
    const sleeps = points.filter(({ isSleep }) => isSleep).map(({ at }) => at)
    const wake = sleeps.length === 0 ? null : await director.nextWake()
    const times = wake === null ? turns : [...turns, Math.max(wake, Math.min(...sleeps))]
    if (times.length === 0) return false
    now = Math.max(now, Math.min(...times))
    if (now > startAt + LONGEST_MS) throw new Error('something is due that nobody looks at for a month')
    return true
  }

  function give(point: Point): void {
    points = points.filter((each) => each !== point)
    point.actor.waiting -= 1
    point.go()
  }

  async function run(director: Director): Promise<void> {
    let turn = 0
    for (let turns = 0; turns < MOST_TURNS; ) {
      await quiet()
      if (failure !== null) throw failure.error
      const [first, ...rest] = (await ready(director)).sort(byName)
      if (first === undefined) {
        if (!(await passTime(director))) return
        continue
      }
      turns += 1
      if (luck.chance(STALL_CHANCE)) now += luck.pick(STALLS_MS)
      else if (luck.chance(0.5)) now += luck.between(1, 40)
      const point = luck.pick([first, ...rest])
      note(textOf(point))
      const { home } = point
      if (home !== null) turn += 1
      if (home !== null && director.diesAt(point, turn)) {
        director.kill(home)
      } else give(point)
    }
    throw new Error(`it does not come to rest in ${MOST_TURNS} turns`)
  }

  return {
    now: () => now,
    trace,
    note,
    start,
    reach: (home, label, subject = '', afterMs = 0) => wait(home, label, subject, afterMs, false),
    sleep: (home, ms) => wait(home, 'sleeps', '', ms, true),
    during: async (work) => {
      running += 1
      try {
        return await work()
      } finally {
        running -= 1
        notify()
      }
    },
    kill,
    run,
  }
}

/** The order in which points were reached may hang on the database; their names do not. */
function byName(one: Point, other: Point): number {
  return keyOf(one) < keyOf(other) ? -1 : 1
}

const keyOf = ({ home, actor, label, subject }: Point) =>
  [home?.name ?? '', actor.name, label, subject].join('|')

/** Who, as a kind, and what: `worker settle_purchase: committed`. */
export function placeOf({ actor, label }: Point): string {
  const [kind = actor.name] = /^[a-z]+/.exec(actor.name) ?? []
  return `${kind} ${label}`
}

function textOf({ home, actor, label, subject }: Point): string {
  return [home?.name ?? '-', actor.name.padEnd(16), label, subject].join(' ').trimEnd()
}
