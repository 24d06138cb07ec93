import type { Fields } from '../engine/order.ts'
import type { Millis } from '../engine/time.ts'
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
export type Heard = 'waiting' | HeardAtLast

/** A request as it came. Everything is kept as a reference, and made readable when somebody reads it. */
export interface Asked {
  readonly at: Millis
  readonly wallAt: Millis
  /** null where the path does not exist. */
  readonly endpoint: Endpoint | null
  readonly method: string
  readonly url: string
  /** Names and values in turn. */
  readonly headers: readonly string[]
  readonly callerIp: string
  readonly fields: Fields
}

/** What decided the exchange, beside the request itself. */
export interface Decided {
  /** The scenario's name, where it has one. */
  readonly scenario: string | null
  /** The id of the rule that chose it. */
  readonly rule: string | null
  readonly fault: { readonly kind: string; readonly when: Moment } | null
}

/** One exchange. */
export interface Entry {
  readonly id: number
  readonly asked: Asked
  decided: Decided
  /** Before a fault struck it; null while there is none. */
  answer: Answer | null
  /** The code in the answer, and the transaction's status. */
  code: string | null
  status: string | null
  heard: Heard
}
