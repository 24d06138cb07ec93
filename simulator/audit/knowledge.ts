import type { Millis } from '../engine/time.ts'
import type { Exchange } from './exchange.ts'
import type { Purchase } from './purchase.ts'
import type { Speaker, Verdict } from './verdict.ts'

/**
 * What a caller knows of a purchase.
 *
 * `no-order`: nothing was bought · `in-doubt` · `used-before`: in doubt, and the last that it heard is that the request id
 * is taken · `settled`: what became of it.
 */
export type State = 'no-order' | 'in-doubt' | 'used-before' | 'settled'

export interface Knowledge {
  readonly state: State
  /** When the purchase was last sent. */
  readonly sentAt: Millis
  /** How often a requery has not found it since. */
  readonly notFound: number
}

/** Before anything is sent, nothing is bought. */
export const knowsNothing: Knowledge = { state: 'no-order', sentAt: 0, notFound: 0 }

/** How soon after a purchase one 015 is too soon to be believed: VTpass may not have the order on record yet. */
const VISIBLE_AFTER_MS = 60_000

/**
 * What the caller knows after one exchange more. A first 015 within a minute of the purchase ends no doubt; a later one
 * does, and so does a second.
 */
export function learn(before: Knowledge, { speaker, verdict, at }: Exchange): Knowledge {
  if (speaker === 'pay') {
    return { state: after.pay[verdict][before.state], sentAt: at, notFound: 0 }
  }
  const isTooSoon =
    verdict === 'not-found' && before.notFound === 0 && Math.abs(at - before.sentAt) < VISIBLE_AFTER_MS
  const believed = isTooSoon ? 'unclear' : verdict
  const notFound = before.notFound + (verdict === 'not-found' ? 1 : 0)
  return { ...before, state: after.requery[believed][before.state], notFound }
}

/** What the caller knows in the end. */
function knowledgeOf({ exchanges, acknowledgedAt }: Purchase): Knowledge {
  const heard = exchanges.reduce(learn, knowsNothing)
  return isDoubt(heard.state) && acknowledgedAt !== null ? { ...heard, state: 'settled' } : heard
}

/** The purchases whose caller knows in the end of no outcome, and waits for no answer any more. */
export function purchasesLeftInDoubt(purchases: ReadonlyMap<string, Purchase>): Purchase[] {
  return [...purchases.values()].filter(
    (purchase) =>
      isDoubt(knowledgeOf(purchase).state) &&
      purchase.exchanges.every(({ entry }) => entry.heard !== 'waiting'),
  )
}

export function isDoubt(state: State): boolean {
  return state === 'in-doubt' || state === 'used-before'
}

type Transitions = Readonly<Record<State, State>>

const settles: Transitions = {
  'no-order': 'settled',
  'in-doubt': 'settled',
  'used-before': 'settled',
  settled: 'settled',
}
const saysNothing: Transitions = {
  'no-order': 'no-order',
  'in-doubt': 'in-doubt',
  'used-before': 'used-before',
  settled: 'settled',
}
const castsDoubt: Transitions = { ...saysNothing, 'no-order': 'in-doubt' }
/** It was asked about, so it is not the 014 any more that the caller goes by. */
const wasAsked: Transitions = { ...saysNothing, 'used-before': 'in-doubt' }
const findsNoOrder: Transitions = { ...saysNothing, 'in-doubt': 'no-order', 'used-before': 'no-order' }

/** A refusal of the same request id once more says nothing of what became of it the first time. */
const after: Record<Speaker, Record<Verdict, Transitions>> = {
  pay: {
    settled: settles,
    refused: saysNothing,
    duplicate: saysNothing,
    'used-before': { ...saysNothing, 'no-order': 'used-before', 'in-doubt': 'used-before' },
    'not-found': castsDoubt,
    unclear: castsDoubt,
  },
  requery: {
    settled: settles,
    refused: wasAsked,
    duplicate: findsNoOrder,
    'used-before': wasAsked,
    'not-found': findsNoOrder,
    unclear: wasAsked,
  },
}
