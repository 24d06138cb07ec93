import type { Answer } from '../wire/answer.ts'

/** The connection to one caller, for one exchange. */
export interface Line {
  readonly callerIp: string
  /** Sends the whole answer. */
  send(answer: Answer): Response
  /** Closes the connection without a byte. */
  drop(): Response
}
