import type { Millis } from '../engine/time.ts'
import {
  type Attempt,
  attemptOf,
  type Delivery,
  newDelivery,
  type Webhook,
  withAttempt,
  withScheduledAttempt,
} from './delivery.ts'
import type { Post } from './post.ts'

export type { Post } from './post.ts'

export interface WebhookSettings {
  readonly callbackUrl: string | null
  /** The time before each further attempt: as many attempts, and the first. */
  readonly webhookDelaysMs: readonly Millis[]
  readonly webhookTimeoutMs: Millis
  /** How many deliveries are kept. */
  readonly journalSize: number
}

export interface DeliveriesContext {
  /** As they are now: every attempt asks anew. */
  settings(): WebhookSettings
  /** The account's clock. */
  now(): Millis
  /** The account's agenda: runs something when its clock reaches a moment. */
  schedule(at: Millis, run: () => Promise<void>): void
  readonly post: Post
  /** Is told of every attempt that has ended. */
  attempted?(delivery: Delivery, attempt: Attempt): void
}

interface Entry {
  /** Aborted by the reset after which nobody knows of it any more. */
  readonly signal: AbortSignal
  delivery: Delivery
}

/** The webhooks of one account: each is attempted until it is acknowledged, or its attempts are used up. */
export class Deliveries {
  readonly #context: DeliveriesContext
  readonly #kept = new Map<string, Entry>()
  #counted = 0
  #untilReset = new AbortController()

  constructor(context: DeliveriesContext) {
    this.#context = context
  }

  /** Notes a webhook whose first attempt is due now. Where there is no callback URL, nothing is noted. */
  add(webhook: Webhook): void {
    const { callbackUrl, journalSize } = this.#context.settings()
    if (callbackUrl === null) return
    this.#counted += 1
    const delivery = newDelivery(`webhook-${this.#counted}`, webhook, this.#context.now())
    const entry = { signal: this.#untilReset.signal, delivery }
    this.#kept.set(delivery.id, entry)
    this.#makeRoom(journalSize)
    this.#scheduleNext(entry)
  }

  /** The deliveries that are kept, oldest first. */
  list(): readonly Delivery[] {
    return Array.from(this.#kept.values(), (entry) => entry.delivery)
  }

  get(id: string): Delivery | undefined {
    return this.#kept.get(id)?.delivery
  }

  /** Sends it once more, now. Gives `undefined` where there is no such delivery, or none any more once it was sent. */
  async redeliver(id: string): Promise<Delivery | 'no-callback-url' | undefined> {
    const entry = this.#kept.get(id)
    if (entry === undefined) return undefined
    if (this.#context.settings().callbackUrl === null) return 'no-callback-url'
    const attempt = await this.#attempt(entry)
    if (entry.signal.aborted) return undefined
    entry.delivery = withAttempt(entry.delivery, attempt)
    this.#context.attempted?.(entry.delivery, attempt)
    return entry.delivery
  }

  /** Forgets everything: what is scheduled does nothing any more, what is under way is cut off. */
  reset(): void {
    this.#untilReset.abort()
    this.#untilReset = new AbortController()
    this.#counted = 0
    this.#kept.clear()
  }

  #scheduleNext(entry: Entry): void {
    const { nextAttemptAt } = entry.delivery
    if (nextAttemptAt !== null) this.#context.schedule(nextAttemptAt, () => this.#attemptDue(entry))
  }

  async #attemptDue(entry: Entry): Promise<void> {
    if (entry.signal.aborted || entry.delivery.state !== 'due') return
    const attempt = await this.#attempt(entry)
    if (entry.signal.aborted) return
    const { webhookDelaysMs } = this.#context.settings()
    entry.delivery = withScheduledAttempt(entry.delivery, attempt, webhookDelaysMs, this.#context.now())
    this.#context.attempted?.(entry.delivery, attempt)
    this.#scheduleNext(entry)
  }

  async #attempt({ delivery, signal }: Entry): Promise<Attempt> {
    const { callbackUrl, webhookTimeoutMs } = this.#context.settings()
    const at = this.#context.now()
    if (callbackUrl === null) return attemptOf(at, '', { error: 'the account has no callback URL any more' })
    const body = JSON.stringify(delivery.body)
    const heard = await this.#context.post(callbackUrl, body, webhookTimeoutMs, signal)
    return attemptOf(at, callbackUrl, heard)
  }

  #makeRoom(journalSize: number): void {
    while (this.#kept.size > journalSize) this.#kept.delete(this.#mostDispensable())
  }

  /** What is due goes last, and is sent all the same: only the record of it is lost. */
  #mostDispensable(): string {
    for (const [id, { delivery }] of this.#kept) if (delivery.state !== 'due') return id
    const [oldest = ''] = this.#kept.keys()
    return oldest
  }
}
