import { CoverageTally } from './audit/coverage.ts'
import type { Clock } from './clock.ts'
import { decideDue } from './engine/decide.ts'
import type { Event } from './engine/events.ts'
import { evolve } from './engine/evolve.ts'
import type { Luck } from './engine/luck.ts'
import type { Instant } from './engine/time.ts'
import type { Transaction } from './engine/transaction.ts'
import type { World } from './engine/world.ts'
import { Journal } from './journal/journal.ts'
import { createLuck } from './luck.ts'
import { Rules } from './scenarios/rules.ts'
import { Timekeeper } from './timekeeper.ts'
import { transactionUpdate } from './webhooks/bodies.ts'
import { Deliveries, type Post } from './webhooks/deliveries.ts'
import type { Attempt, Delivery } from './webhooks/delivery.ts'

/** What an account's world takes from outside. */
export interface Surroundings {
  readonly clock: Clock
  readonly seed: number
  readonly post: Post
  readonly watcher?: Watcher
}

/** Whoever wants to see every world that there was. */
export interface Watcher {
  opened(live: LiveWorld): void
  /** The world's journal is about to go. */
  forgetting(live: LiveWorld): void
}

/** The world of an account, with what goes on in it. Nothing of it is shared with another account's. */
export class LiveWorld {
  readonly #open: () => World
  readonly #surroundings: Surroundings
  /** Only `evolve` changes it, and `reset` puts a new one in its place. */
  world: World
  readonly time: Timekeeper
  readonly rules = new Rules()
  readonly journal: Journal
  readonly deliveries: Deliveries
  readonly coverage = new CoverageTally()
  #headers: readonly string[] = []
  #url = ''
  #luck: Luck | Promise<Luck> | null = null

  /** @param open the world as it is at its start, a new one at each call */
  constructor(open: () => World, surroundings: Surroundings) {
    this.#open = open
    this.#surroundings = surroundings
    this.world = open()
    this.time = new Timekeeper(surroundings.clock, {
      next: () => this.world.schedule.next()?.at,
      runNext: () => this.#settleNext(),
    })
    this.journal = new Journal(this.world.account.settings.journalSize)
    this.deliveries = new Deliveries({
      settings: () => this.world.account.settings,
      now: () => this.time.now(),
      schedule: (at, run) => this.time.schedule(at, run),
      post: surroundings.post,
      attempted: (delivery, attempt) => this.#noteAttempt(delivery, attempt),
    })
    surroundings.watcher?.opened(this)
  }

  get id(): string {
    return this.world.account.id
  }

  now(): Instant {
    return this.time.instant()
  }

  /** The record of a request id; null where there is none, or none but that it was refused. */
  transactionOf(requestId: string | null): Transaction | null {
    const record = requestId === null ? undefined : this.world.transactions.get(requestId)
    return record === undefined || 'refusedWith' in record ? null : record
  }

  /**
   * The same headers, as the same object where the request before had them too: most callers send nearly the same each
   * time, and the journal keeps thousands.
   */
  sharedHeaders(headers: readonly string[]): readonly string[] {
    if (!isSame(headers, this.#headers)) this.#headers = headers
    return this.#headers
  }

  /** The same for the target of a request. */
  sharedUrl(url: string): string {
    if (url !== this.#url) this.#url = url
    return this.#url
  }

  /** The luck of the account; a promise until it has been loaded. */
  luck(): Luck | Promise<Luck> {
    if (this.#luck !== null) return this.#luck
    const loading = createLuck(this.#surroundings.seed, this.id)
    this.#luck = loading
    // Whoever waits for it hears of a failure; the next one tries again.
    loading.then(
      (luck) => {
        if (this.#luck === loading) this.#luck = luck
      },
      () => {
        this.#luck = null
      },
    )
    return loading
  }

  /** The next number of the account's luck, which somebody has loaded by now. */
  readonly fraction = (): number => {
    if (this.#luck === null || this.#luck instanceof Promise) throw new Error('the luck has not been loaded')
    return this.#luck.fraction()
  }

  /** Takes note of what has happened, and calls back where VTpass would. */
  note(event: Event): void {
    const before = 'requestId' in event ? this.world.transactions.get(event.requestId) : undefined
    evolve(this.world, event)
    if (event.type === 'settled' || event.type === 'fell-due') this.#announce(event.requestId, before)
    if (event.type === 'settings-changed') this.journal.resize(event.settings.journalSize)
    if (event.type === 'ordered' && event.settles !== null) this.time.arm()
  }

  /** Lets every settlement happen that has fallen due, in order: before a request is looked at, not after. */
  catchUp(): void {
    if (this.world.schedule.next() === undefined) return
    const now = this.time.now()
    for (let event = decideDue(this.world, now); event !== null; event = decideDue(this.world, now)) {
      this.note(event)
    }
  }

  /** Back to the start, the seed too. Answers that are held are cut off, and what is due never happens. */
  reset(): void {
    this.#surroundings.watcher?.forgetting(this)
    this.world = this.#open()
    this.#luck = null
    this.rules.reset()
    this.journal.reset(this.world.account.settings.journalSize)
    this.deliveries.reset()
    this.coverage.reset()
    this.time.reset()
  }

  /** Its account is gone: nothing more will come of it. */
  end(): void {
    this.reset()
    this.journal.close()
  }

  #settleNext(): void {
    const due = this.world.schedule.next()
    const event = due === undefined ? null : decideDue(this.world, due.at)
    if (event !== null) this.note(event)
  }

  #noteAttempt({ serviceID, requestId, type, attempts }: Delivery, { error }: Attempt): void {
    const status = type === 'variations-update' ? null : this.transactionOf(requestId)?.status
    if (status === undefined || status === 'pending') return
    const kind = status ?? 'variations'
    const attempt = attempts.length
    this.coverage.noteWebhook({ serviceID, requestId, kind, isAcknowledged: error === null, attempt })
  }

  #announce(requestId: string, before: object | undefined): void {
    const record = this.world.transactions.get(requestId)
    if (record === undefined || record === before || 'refusedWith' in record) return
    const { merchant } = this.world.account
    this.deliveries.add({
      type: 'transaction-update',
      requestId,
      serviceID: record.product.serviceID,
      body: transactionUpdate(record, merchant, walletCreditId(record, this.time.now())),
    })
  }
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  if (one.length !== other.length) return false
  for (let index = 0; index < one.length; index += 1) if (one[index] !== other[index]) return false
  return true
}

/** Nobody knows how VTpass makes it; the page's sample begins with the seconds of the moment (ours). */
function walletCreditId({ transactionId }: Transaction, now: number): string {
  return `${Math.floor(now / 1000)}${transactionId.slice(10)}`
}
