import type { Clock } from './clock.ts'
import { Schedule } from './engine/schedule.ts'
import type { Instant, Millis } from './engine/time.ts'

export type ClockMode = 'real' | 'frozen'

/** What to do to a clock, in this order. */
export interface ClockMove {
  readonly set?: Millis
  readonly advanceMs?: Millis
  readonly mode?: ClockMode
}

/** What falls due beside the timekeeper's own agenda, and goes before it: the settlements of a world. */
export interface Dues {
  next(): Millis | undefined
  runNext(): void
}

const LONGEST_SLEEP_MS = 60_000

interface Entry {
  readonly at: Millis
  readonly run: () => void | Promise<void>
  readonly cancel: () => void
}

/** What a sleeper hears whose world has gone back to the start, or is gone. */
export class WorldEnded extends Error {
  override readonly name = 'WorldEnded'
}

/**
 * The clock of one account, and its agenda. A real clock follows its base at a distance, and a timer waits for the next
 * entry; a frozen one stands still. Entries run one at a time, in the order in which they fall due.
 */
export class Timekeeper {
  readonly #base: Clock
  readonly #dues: Dues
  #agenda = new Schedule<Entry>()
  #mode: ClockMode = 'real'
  /** How far a real clock is ahead of its base. */
  #ahead: Millis = 0
  /** Where the clock stands, while it is frozen or being moved. */
  #stands: Millis | null = null
  #armedFor: Millis | null = null
  #last: Instant = { world: Number.NaN, wall: Number.NaN }
  /** What was begun while the clock was real, and has not ended. */
  readonly #underWay = new Set<Promise<void>>()
  /** What is running at present, and whoever waits for its turn. */
  #tail: Promise<void> = Promise.resolve()

  constructor(base: Clock, dues: Dues) {
    this.#base = base
    this.#dues = dues
  }

  get mode(): ClockMode {
    return this.#mode
  }

  now(): Millis {
    return this.#stands ?? this.#base.now() + this.#ahead
  }

  /** The moment by this clock, and by its base. */
  instant(): Instant {
    const wall = this.#base.now()
    const world = this.#stands ?? wall + this.#ahead
    // A busy simulator is asked many times in a millisecond, and the journal keeps what it was told.
    if (this.#last.wall !== wall || this.#last.world !== world) this.#last = { world, wall }
    return this.#last
  }

  /** When something next falls due; null where nothing will. */
  next(): Millis | null {
    const due = this.#dues.next()
    const entry = this.#agenda.next()?.at
    if (due === undefined) return entry ?? null
    return entry === undefined ? due : Math.min(due, entry)
  }

  /** Runs something when the clock reaches a moment: at once where that has come, and never where the world ends first. */
  schedule(at: Millis, run: () => void | Promise<void>, cancel: () => void = () => {}): void {
    this.#agenda.add({ at, run, cancel })
    this.arm()
  }

  /** Ends when so many milliseconds of this clock have gone by. Rejects with `WorldEnded`. */
  sleep(ms: Millis): Promise<void> {
    if (ms <= 0) return Promise.resolve()
    return new Promise((resolve, reject) => {
      this.schedule(this.now() + ms, resolve, () => reject(new WorldEnded()))
    })
  }

  /** Moves the clock. Ends when all that falls due on the way has happened. */
  move(move: ClockMove): Promise<void> {
    return this.#inTurn(() => this.#move(move))
  }

  /** Ends when all that is due by now has happened. */
  async rest(): Promise<void> {
    await this.#inTurn(() => this.#runDue())
    await Promise.all(this.#underWay)
  }

  /** Back to the base clock; nothing is due any more. */
  reset(): void {
    const ended = this.#agenda
    this.#agenda = new Schedule<Entry>()
    this.#mode = 'real'
    this.#ahead = 0
    this.#stands = null
    for (let entry = ended.next(); entry !== undefined; entry = ended.next()) {
      ended.removeNext()
      entry.cancel()
    }
  }

  /** Sees to it that what is due next happens when it is: to be called when something has been added to the dues. */
  arm(): void {
    const next = this.next()
    if (next === null) return
    const ms = next - this.now()
    if (ms > 0 && this.#mode === 'frozen') return
    const at = this.#base.now() + Math.max(ms, 0)
    if (this.#armedFor !== null && this.#armedFor <= at) return
    this.#armedFor = at
    // Not all the way at once: a timer that is far off would keep a world that is gone.
    const wait = ms > 0 ? this.#base.sleep(Math.min(ms, LONGEST_SLEEP_MS)) : Promise.resolve()
    wait.then(() => this.#wake(at))
  }

  async #wake(at: Millis): Promise<void> {
    if (this.#armedFor === at) this.#armedFor = null
    await this.#inTurn(() => this.#runDue())
    this.arm()
  }

  /**
   * What goes wrong in one turn is its caller's, and not that of those who wait behind it. Whoever still waited when the world
   * went back to the start has nothing to do any more.
   */
  #inTurn(work: () => Promise<void>): Promise<void> {
    const agenda = this.#agenda
    const turn = this.#tail.then(() => (agenda === this.#agenda ? work() : undefined))
    this.#tail = turn.catch(() => {})
    return turn
  }

  async #move({ set, advanceMs = 0, mode = this.#mode }: ClockMove): Promise<void> {
    const agenda = this.#agenda
    await Promise.all(this.#underWay)
    const target = (set ?? this.now()) + advanceMs
    this.#stands = this.now()
    await this.#runUntil(target)
    // The world went back to the start on the way, and its clock with it.
    if (agenda !== this.#agenda) return
    this.#mode = mode
    this.#ahead = target - this.#base.now()
    this.#stands = mode === 'frozen' ? target : null
    this.#armedFor = null
    this.arm()
  }

  /** A frozen clock waits for each entry; real time goes on while one of them is slow, and so do the others. */
  async #runDue(): Promise<void> {
    if (this.#stands !== null) return this.#runUntil(this.now())
    for (let next = this.next(); next !== null && next <= this.now(); next = this.next()) {
      if (this.#dues.next() === next) this.#dues.runNext()
      else this.#begin()
    }
  }

  #begin(): void {
    const entry = this.#agenda.next()
    this.#agenda.removeNext()
    const underWay = Promise.resolve(entry?.run())
    this.#underWay.add(underWay)
    underWay.finally(() => this.#underWay.delete(underWay))
  }

  async #runUntil(end: Millis): Promise<void> {
    const agenda = this.#agenda
    for (let next = this.next(); next !== null && next <= end; next = this.next()) {
      this.#stands = Math.max(this.now(), next)
      if (this.#dues.next() === next) this.#dues.runNext()
      else await this.#runEntry()
      if (agenda !== this.#agenda) return
    }
  }

  async #runEntry(): Promise<void> {
    const entry = this.#agenda.next()
    this.#agenda.removeNext()
    await entry?.run()
    await comeToRest()
  }
}

/** Whoever was woken has had its turn: it answered its caller, or sleeps again. */
function comeToRest(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
