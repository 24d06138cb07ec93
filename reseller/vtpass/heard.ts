/**
 * What came of one request to VTpass. `answer` alone says what VTpass said, and `not-sent` alone says what it cannot have
 * done; `lost` says nothing: it may have been read, and carried out.
 */
export type Heard = Answered | NotSent | Lost

export interface Answered {
  readonly kind: 'answer'
  readonly httpStatus: number
  /** As the answer names it; '' where it names none. Nothing is decided by it. */
  readonly contentType: string
  /** The JSON value, whatever that is; the text itself where it is no JSON. */
  readonly body: unknown
}

/** Not a byte went out: no connection, or none in time. */
interface NotSent {
  readonly kind: 'not-sent'
  readonly why: string
}

/** A byte may have gone out, and no whole answer came back. */
interface Lost {
  readonly kind: 'lost'
  readonly why: string
}
