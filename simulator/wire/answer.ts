/** An answer as it goes over the wire, before a fault strikes it. */
export interface Answer {
  readonly status: number
  readonly contentType: string
  readonly body: string
  /** The body as it goes out, where it is worth keeping or is no UTF-8. */
  readonly bytes?: Uint8Array
  /** In words why the answer is what it is; ours, sent as a header and never in the body. */
  readonly reason?: string
  /** What works here and should not be relied on; ours, sent as a header. */
  readonly warnings?: readonly string[]
  /** The fault that has left its mark on the answer; ours, sent as a header. */
  readonly fault?: string
  /** Whether pages of other origins are kept from reading it: VTpass's answers are open to all, the control API's are not. */
  readonly isPrivate?: true
  /** Further headers (ours). */
  readonly headers?: Readonly<Record<string, string>>
}

/** `Body` is a schema of openapi/vtpass.yaml: what is written here has its shape, or does not compile. */
export function json<Body extends object>(status: number, body: Body): Answer {
  return written(status, JSON.stringify(body))
}

/** An answer whose JSON is written already. */
export function written(status: number, body: string): Answer {
  return { status, contentType: 'application/json', body }
}

/** Clients give up on longer headers, and a reason may quote what they sent. */
const LONGEST_HEADER = 500

/** A text fit for a header: what is not printable ASCII is written as in a URL, and what is too long is cut. */
export function headerText(text: string): string {
  const printable = printableText(text.slice(0, LONGEST_HEADER))
  return printable.length > LONGEST_HEADER || text.length > LONGEST_HEADER
    ? `${printable.slice(0, LONGEST_HEADER)}...`
    : printable
}

function printableText(text: string): string {
  return text.replaceAll('₦', 'N').replace(/[^\x20-\x7e]/gu, (character) => encodeOr(character))
}

function encodeOr(character: string): string {
  return character.isWellFormed() ? encodeURIComponent(character) : '?'
}
