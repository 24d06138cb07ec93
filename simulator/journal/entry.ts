import type { Fields } from '../engine/order.ts'
import type { Instant } from '../engine/time.ts'
import type { Heard as HeardAtLast, Moment } from '../faults/fault.ts'
import type { Answer } from '../wire/answer.ts'

/** A route of VTpass's API, by its name. */
export type Endpoint =
  | 'pay'
  | 'requery'
  | 'merchant-verify'
  | 'balance'
  | 'services'
  | 'service-variations'
  | 'service-categories'

/** What the caller heard of an answer. */
type Heard = 'waiting' | HeardAtLast

/** What was arranged for an exchange. */
interface Arranged {
  /** null where it was arranged in detail. */
  readonly name: string | null
  readonly strike: { readonly fault: { readonly kind: string }; readonly when: Moment } | null
}

/** One exchange. Everything is kept as a reference, and made readable when somebody reads it. */
export interface Entry {
  /** Counts up from 1; 0 until the journal has it. */
  id: number
  readonly at: Instant
  /** null where the path does not exist. */
  readonly endpoint: Endpoint | null
  readonly method: string
  readonly url: string
  /** Names and values in turn. */
  readonly headers: readonly string[]
  readonly callerIp: string
  readonly fields: Fields
  arranged: Arranged | null
  /** The id of the rule that arranged it. */
  rule: string | null
  /** Before a fault struck it; null while there is none. */
  answer: Answer | null
  /** The code in the answer, and the transaction's status. */
  code: string | null
  status: string | null
  heard: Heard
  /** The connection to the caller, while it waits. */
  caller: { readonly isGone: boolean } | null
}

/** What was heard by now: a caller that has hung up waits no more. */
export function heardBy({ heard, caller }: Entry): Heard {
  return heard === 'waiting' && caller?.isGone === true ? 'nothing' : heard
}
