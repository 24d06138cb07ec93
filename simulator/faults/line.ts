import type { Answer } from '../wire/answer.ts'

/** The connection to one caller, for one exchange. */
export interface Line {
  readonly callerIp: string
  /** The connection has ended: the caller has hung up, or was hung up on. */
  readonly isGone: boolean
  /** A header of the request by its name in lower case; null where there is none. */
  header(name: string): string | null
  /** Every header of the request, name and value alternating. */
  headers(): readonly string[]
  /**
   * The request's body, or null where it is longer than so many bytes. Rejects when the caller hangs up in the middle.
   */
  read(longest: number): Promise<Uint8Array | null>
  /** Sends the whole answer. */
  send(answer: Answer): Response
  /**
   * Sends an answer's head, and lets its body follow in pieces. `length` is the content-length that is promised. The
   * answer's own body is not looked at.
   */
  open(answer: Answer, length: number | 'chunked'): Sending
  /** Closes the connection without a byte. Rejects, in this process, as the caller's `fetch` is to. So do the next two. */
  close(): Response | Promise<Response>
  /** Resets the connection without a byte. */
  reset(): Response | Promise<Response>
  /** Sends these bytes where an HTTP answer is due, then closes the connection. */
  garbage(bytes: Uint8Array): Response | Promise<Response>
}

/** An answer whose head has gone out. After `end`, `close` and `reset` nothing more is sent. */
export interface Sending {
  /** What the route returns. */
  readonly response: Response
  write(bytes: Uint8Array): void
  /** Sends bytes that no chunk begins with, where one is due. Only `close` may follow. */
  raw(bytes: Uint8Array): void
  /** Ends the answer as HTTP does. */
  end(): void
  /** Closes the connection once what was written has gone out, whatever was promised. */
  close(): void
  /** Resets the connection once what was written has gone out. */
  reset(): void
}
