import type { Kobo } from '../pricing/kobo.ts'
import type { FinalState, OpenState, Purchase, PurchaseState } from '../storage/purchase.ts'
import type { RequeryOutcome } from '../vtpass/outcome-of-requery.ts'
import { firstWatchAfter, nextWatch, waitBeforeLook, watchAgain } from './next-look.ts'

/** What to do with a purchase after VTpass was asked about it. */
export interface Verdict {
  readonly does:
    | { readonly kind: 'settle'; readonly outcome: 'delivered' | 'failed'; readonly charged: Kobo | null }
    | { readonly kind: 'reverse' }
    | { readonly kind: 'book-late-delivery'; readonly charged: Kobo | null }
    /** Everything stays as it is. */
    | { readonly kind: 'keep' }
    | { readonly kind: 'review' }
  /** When to look again; null is never. */
  readonly wakeAt: Date | null
  /** Why an operator is told, beside what VTpass's answer says of itself. */
  readonly alert: 'in-doubt' | 'contradiction' | null
}

/** What of a purchase the verdict depends on. */
export type Looked = Pick<
  Purchase,
  'state' | 'openedAt' | 'payEndedAt' | 'settledAt' | 'asked' | 'notFound' | 'lastCode' | 'lateLoss'
>

export interface LookSettings {
  /** How long after the POST a second 015 is no order at all. */
  readonly graceMs: number
  /** When an operator is told of a purchase in doubt, and when a person has to look at it. */
  readonly alertAfterMs: number
  readonly reviewAfterMs: number
}

export const lookSettings: LookSettings = {
  graceMs: 600_000,
  alertAfterMs: 1_800_000,
  reviewAfterMs: 86_400_000,
}

/** 015 is believed the second time it is heard. */
const TIMES_NOT_FOUND = 2

type Decide = (
  looked: Looked,
  outcome: RequeryOutcome,
  at: Date,
  settings: LookSettings,
  fraction: number,
) => Verdict

/**
 * What a requery comes to. Only VTpass's word ends a doubt: no time that passes refunds anything.
 *
 * @param fraction luck, from 0 and below 1
 */
export function decideLook(
  looked: Looked,
  outcome: RequeryOutcome,
  at: Date,
  settings: LookSettings,
  fraction: number,
): Verdict {
  return decisions[looked.state](looked, outcome, at, settings, fraction)
}

const decisions: Record<OpenState, Decide> & Record<FinalState, Decide> = {
  sending: decideOpen,
  unknown: decideOpen,
  review: decideOpen,
  delivered: decideDelivered,
  failed: decideFailed,
  reversed: decideReversed,
}

function decideOpen(
  looked: Looked,
  outcome: RequeryOutcome,
  at: Date,
  settings: LookSettings,
  fraction: number,
): Verdict {
  switch (outcome.kind) {
    case 'delivered':
      return settle('delivered', outcome.receipt.totalAmount, firstWatchAfter(at))
    case 'failed':
    case 'reversed':
      return settle('failed', null, null)
    case 'no-order':
      // VTpass may not have written it down yet: it is watched for a delivery all the same.
      if (isGone(looked, at, settings)) return settle('failed', null, firstWatchAfter(at))
  }
  const ageMs = at.getTime() - looked.openedAt.getTime()
  const wakeAt = new Date(at.getTime() + waitBeforeLook(looked.asked, fraction))
  const isForReview = ageMs >= settings.reviewAfterMs && looked.state !== 'review'
  return {
    // One that is being sent is in doubt first.
    does: { kind: isForReview && looked.state === 'unknown' ? 'review' : 'keep' },
    wakeAt,
    alert: ageMs >= settings.alertAfterMs ? 'in-doubt' : null,
  }
}

/** No order: 015 was heard before, and long enough after the POST ended for VTpass to have written it down. */
function isGone({ notFound, payEndedAt, openedAt }: Looked, at: Date, { graceMs }: LookSettings): boolean {
  const sinceMs = at.getTime() - (payEndedAt ?? openedAt).getTime()
  return notFound + 1 >= TIMES_NOT_FOUND && sinceMs >= graceMs
}

function decideDelivered(looked: Looked, outcome: RequeryOutcome, at: Date): Verdict {
  if (outcome.kind === 'reversed') return { does: { kind: 'reverse' }, wakeAt: null, alert: null }
  const isContradicted = outcome.kind === 'failed' || outcome.kind === 'no-order'
  return keep(watchAfter(looked, outcome, at), isContradicted ? 'contradiction' : null)
}

function decideFailed(looked: Looked, outcome: RequeryOutcome, at: Date): Verdict {
  const isLost = looked.lateLoss > 0
  if (outcome.kind === 'delivered' && !isLost) {
    const does = { kind: 'book-late-delivery', charged: outcome.receipt.totalAmount } as const
    return { does, wakeAt: firstWatchAfter(at), alert: null }
  }
  // VTpass has given back what the delivery after the refund had cost.
  if (outcome.kind === 'reversed' && isLost) return { does: { kind: 'reverse' }, wakeAt: null, alert: null }
  return keep(watchAfter(looked, outcome, at), null)
}

function watchAfter({ settledAt }: Looked, { kind }: RequeryOutcome, at: Date): Date | null {
  return kind === 'nothing-learnt' ? watchAgain(settledAt, at) : nextWatch(settledAt, at)
}

/** An answer that says delivered is older than the reversal, or VTpass contradicts itself: a person has to see. */
function decideReversed(_looked: Looked, outcome: RequeryOutcome): Verdict {
  return keep(null, outcome.kind === 'delivered' ? 'contradiction' : null)
}

function settle(outcome: 'delivered' | 'failed', charged: Kobo | null, wakeAt: Date | null): Verdict {
  return { does: { kind: 'settle', outcome, charged }, wakeAt, alert: null }
}

function keep(wakeAt: Date | null, alert: Verdict['alert']): Verdict {
  return { does: { kind: 'keep' }, wakeAt, alert }
}

/** Whether the doubt is still open. */
export function isOpen(state: PurchaseState): state is OpenState {
  return state === 'sending' || state === 'unknown' || state === 'review'
}
