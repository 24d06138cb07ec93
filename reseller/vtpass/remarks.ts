import type { Alert } from './alert.ts'

/** What is worth keeping of an answer, whatever its outcome. */
export interface Remarks {
  /** VTpass's code, listed or not; null where no answer came, or none with a code. */
  readonly code: string | null
  /** VTpass's status of the transaction in lower case; null where it has none. */
  readonly status: string | null
  /** VTpass's words, or ours where it said nothing; one line. */
  readonly said: string
  /** null: nobody need look. */
  readonly alert: Alert | null
}
