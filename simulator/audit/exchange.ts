import type { Millis } from '../engine/time.ts'
import type { JournalEntry } from './schemas.ts'
import { type Speaker, type Verdict, verdictOf } from './verdict.ts'

/** A purchase's or a requery's exchange, with what its caller learned from it. */
export interface Exchange {
  readonly entry: JournalEntry
  readonly speaker: Speaker
  readonly at: Millis
  /** What was not heard is unclear. */
  readonly verdict: Verdict
}

/** Null for what is neither a purchase nor a requery of a known request id. */
export function exchangeOf(entry: JournalEntry): Exchange | null {
  const speaker = speakerOf(entry.endpoint)
  if (speaker === null || entry.order?.requestId == null) return null
  return { entry, speaker, at: Date.parse(entry.at), verdict: learnedFrom(speaker, entry) }
}

function speakerOf(endpoint: string | null): Speaker | null {
  return endpoint === 'pay' || endpoint === 'requery' ? endpoint : null
}

function learnedFrom(speaker: Speaker, entry: JournalEntry): Verdict {
  if (!wasUnderstood(entry)) return 'unclear'
  return verdictOf(speaker, {
    code: entry.code,
    status: entry.status,
    httpStatus: entry.answer?.status ?? null,
  })
}

/**
 * Whether the caller can have read the answer. The right JSON in the wrong content type is garbled, and most clients read
 * it all the same: who did so has nothing to ask.
 */
export function wasUnderstood({ heard, fault }: JournalEntry): boolean {
  return heard === 'whole' || (heard === 'garbled' && fault?.kind === 'wrong-content-type')
}
