import type { Kobo } from '../pricing/kobo.ts'
import type { Attempt } from './attempt.ts'
import type { Queries } from './database.ts'
import type { JournalKind } from './reads.ts'

/** One thing that happened to a purchase. */
export type Happening = { readonly at: Date } & (
  | TransferHappened
  | AttemptHappened
  | { readonly what: 'webhook'; readonly body: string }
  | { readonly what: 'notice'; readonly event: string }
  | {
      readonly what: 'delivery'
      readonly url: string
      readonly httpStatus: number | null
      readonly note: string | null
    }
  | {
      readonly what: 'review'
      readonly outcome: 'delivered' | 'failed'
      readonly actor: string
      readonly reason: string
    }
  | { readonly what: 'alert'; readonly kind: string; readonly detail: string; readonly times: number }
)

/** Money moved. The balances are the wallet's; null where neither side is one. */
interface TransferHappened {
  readonly what: 'transfer'
  readonly kind: JournalKind
  readonly debit: string
  readonly credit: string
  readonly amount: Kobo
  readonly balanceBefore: Kobo | null
  readonly balanceAfter: Kobo | null
  readonly actor: string
}

/** VTpass was asked; `at` is when the answer was there. */
interface AttemptHappened extends Omit<Attempt, 'startedAt' | 'endedAt' | 'transactionId' | 'answer'> {
  readonly what: 'attempt'
  readonly tookMs: number
}

/**
 * All that happened to a purchase, in the order in which it was written down. What was heard of VTpass stands before the
 * money that it moved.
 */
export async function readTimeline(queries: Queries, purchase: string): Promise<readonly Happening[]> {
  const rows = await queries.query<{ at: Date; happening: Omit<Happening, 'at'> }>(TIMELINE, [purchase])
  // What the rows hold is what the statement below puts into them.
  return rows.map(({ at, happening }) => ({ at, ...happening }) as Happening)
}

const TIMELINE = `
  select at, happening from (
    select t.id, j.at, jsonb_build_object(
      'what', 'transfer', 'kind', j.kind, 'debit', t.debit, 'credit', t.credit, 'amount', t.amount,
      'balanceBefore', t.balance_before, 'balanceAfter', t.balance_after, 'actor', j.actor) as happening
      from journal j join transfer t on t.journal = j.id where j.purchase = $1
    union all
    select id, ended_at, jsonb_build_object(
      'what', 'attempt', 'call', call, 'httpStatus', http_status, 'code', code, 'status', status, 'learnt', learnt,
      'note', note, 'tookMs', round(extract(epoch from ended_at - started_at) * 1000))
      from upstream_attempt where purchase = $1
    union all
    select id, at, jsonb_build_object('what', 'webhook', 'body', body) from webhook where purchase = $1
    union all
    select id, queued_at, jsonb_build_object('what', 'notice', 'event', event) from outbox where purchase = $1
    union all
    select d.id, d.ended_at, jsonb_build_object(
      'what', 'delivery', 'url', d.url, 'httpStatus', d.http_status, 'note', d.note)
      from outbox o join outbox_delivery d on d.outbox = o.id where o.purchase = $1
    union all
    select id, at, jsonb_build_object('what', 'review', 'outcome', outcome, 'actor', actor, 'reason', reason)
      from review where purchase = $1
    union all
    select id, first_at, jsonb_build_object('what', 'alert', 'kind', kind, 'detail', detail, 'times', times)
      from alert where purchase = $1
  ) happened order by id`
