import type { Millis } from './time.ts'
import type { Status, Transaction } from './transaction.ts'

/** What has happened in a world. */
export type Event =
  | {
      readonly type: 'ordered'
      readonly transaction: Transaction
      /** When a pending transaction is delivered by itself; null is never. */
      readonly settlesAt: Millis | null
      readonly isHeld: boolean
    }
  | { readonly type: 'refused-as-duplicate'; readonly requestId: string }
  /** The answer of a held purchase has gone out: its request id is running no more. */
  | { readonly type: 'answered'; readonly requestId: string }
  | { readonly type: 'settled'; readonly requestId: string; readonly status: Status }
  /** The schedule's next entry has come. */
  | { readonly type: 'fell-due'; readonly requestId: string; readonly status: Status }
