import type { Alert } from './attempt.ts'
import { type Queries, queryOne } from './database.ts'
import { jsonText } from './json-text.ts'
import type { PurchaseState } from './purchase.ts'
import type { Claim } from './waiting.ts'

/** Something to send to a customer's webhook. */
export interface Notice {
  readonly id: number
  readonly customer: string
  readonly purchase: string
  /** The state that the purchase came to. A purchase and an event are told once: together they name the message. */
  readonly event: PurchaseState
  readonly body: unknown
  readonly queuedAt: Date
  /** How often it was tried before. */
  readonly attempts: number
  /** Null where the customer wants no webhooks any more. */
  readonly webhook: SignedWebhook | null
}

export interface SignedWebhook {
  readonly url: string
  /** Each of them signs; the first is the present one. */
  readonly secrets: readonly string[]
}

export interface NoticeClaim extends Claim {
  /** Of one customer, as many as this are on their way at the most; a single one where the last attempt failed. */
  readonly each: number
}

/** Takes notices that are due, of one purchase the older first. Two senders never take the same one. */
export async function claimNotices(
  queries: Queries,
  { at, until, limit, each }: NoticeClaim,
): Promise<readonly Notice[]> {
  const claim = [at, until, limit, each]
  const rows = await queries.query<NoticeRow>('select * from claim_notices($1, $2, $3, $4)', claim)
  return rows.map(({ queued_at, url, secrets, ...notice }) => ({
    ...notice,
    queuedAt: queued_at,
    webhook: url === null ? null : { url, secrets },
  }))
}

type NoticeRow = Omit<Notice, 'queuedAt' | 'webhook'> & {
  readonly queued_at: Date
  readonly url: string | null
  readonly secrets: readonly string[]
}

export interface NoticeDelivery {
  readonly notice: number
  readonly startedAt: Date
  readonly endedAt: Date
  readonly url: string
  /** Null where no answer came. */
  readonly httpStatus: number | null
  readonly note: string | null
  /** What comes of it: the time of the next attempt, or how it ended. */
  readonly next: Date | 'delivered' | 'given-up'
}

export async function noteDelivery(queries: Queries, delivery: NoticeDelivery): Promise<void> {
  const { notice, startedAt, endedAt, url, httpStatus, note, next } = delivery
  const isLast = typeof next === 'string'
  await queries.query('select note_delivery($1, $2, $3, $4, $5, $6, $7, $8)', [
    notice,
    startedAt,
    endedAt,
    url,
    httpStatus,
    note,
    isLast ? next : null,
    isLast ? null : next,
  ])
}

/** Gives up a notice for which there is no webhook any more; nothing was sent. */
export async function dropNotice(queries: Queries, notice: number): Promise<void> {
  await queries.query('select drop_notice($1)', [notice])
}

/** Raises an alert that no move of a purchase brings along; it names its subject. */
export async function raiseAlert(
  queries: Queries,
  alert: Alert & { readonly subject: string },
  at: Date,
): Promise<void> {
  await queries.query('select raise_alert($1, $2)', [jsonText(alert), at])
}

/** The same trouble after this is a new alert. `closed` where it was acknowledged before, or never raised. */
export async function acknowledgeAlert(
  queries: Queries,
  alert: number,
  actor: string,
  at: Date,
): Promise<'acknowledged' | 'closed'> {
  const row = await queryOne<{ found: boolean }>(queries, 'select acknowledge_alert($1, $2, $3) as found', [
    alert,
    actor,
    at,
  ])
  return row.found ? 'acknowledged' : 'closed'
}
