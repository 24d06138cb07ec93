import type { Answer } from '../wire/answer.ts'

/** The connection to one caller, for one exchange. */
export interface Line {
  readonly callerIp: string
  /** A header of the request by its name in lower case; null where there is none. */
  header(name: string): string | null
  /**
   * The request's body, or null where it is longer than so many bytes. Rejects when the caller hangs up in the middle.
   */
  read(longest: number): Promise<Uint8Array | null>
  /** Sends the whole answer. */
  send(answer: Answer): Response
  /** Closes the connection without a byte. */
  drop(): Response
}
