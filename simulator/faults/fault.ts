export { delayOf, isDelay } from './delay.ts'
export { strike } from './strike.ts'

/**
 * When a fault strikes. `before-commit`: nothing has happened. `after-commit`: what happens has happened, and nothing
 * was heard of it. `mid-answer`: the first half of the answer has gone out unharmed.
 */
export type Moment = 'before-commit' | 'after-commit' | 'mid-answer'

/** What the caller heard: all of the answer, something else in its place, a part of it before it ended, or nothing. */
export type Heard = 'whole' | 'garbled' | 'part' | 'nothing'

/** What each fault is told, by its kind. */
interface Settings extends Record<PlainKind, unknown> {
  'fixed-delay': { readonly delayMs: number }
  'uniform-delay': { readonly lowerMs: number; readonly upperMs: number }
  /** `sigma` is the standard deviation of the logarithm. */
  'lognormal-delay': { readonly medianMs: number; readonly sigma: number; readonly maximumMs: number | null }
  'chunked-dribble-delay': { readonly numberOfChunks: number; readonly totalMs: number }
  'wrong-content-type': { readonly contentType: string }
  'wrong-charset': { readonly charset: 'utf-16le' | 'iso-8859-1' }
}

/** The faults that need to be told nothing. */
type PlainKind =
  | 'connection-reset-by-peer'
  | 'empty-response'
  | 'malformed-response-chunk'
  | 'random-data-then-close'
  | 'truncated-json'
  | 'html-502'
  | 'html-503'
  | 'html-504'
  | 'duplicated-answer'
  | 'empty-body'
  | 'unlisted-code'
  | 'unlisted-status'
  | 'bare-text'

export type FaultKind = keyof Settings

/** The faults of these kinds. */
export type FaultOf<Kind extends FaultKind> = { [K in Kind]: { readonly kind: K } & Settings[K] }[Kind]

/** What the caller hears of an answer. It never changes what happened. */
export type Fault = FaultOf<FaultKind>

/** What a fault needs of the outside. */
export interface FaultContext {
  /** Ends when so many milliseconds have gone by. Rejects where nothing more is to be said: the connection is closed. */
  sleep(ms: number): Promise<void>
  /** Luck, from 0 and below 1. */
  fraction(): number
}
