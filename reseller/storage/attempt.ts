/** One call to VTpass and what was heard, as it is noted. */
export interface Attempt {
  readonly call: 'pay' | 'requery'
  readonly startedAt: Date
  readonly endedAt: Date
  /** Null where no answer came. */
  readonly httpStatus: number | null
  readonly code: string | null
  /** Of the transaction in the answer; null where it names none. */
  readonly status: string | null
  /** What it comes to. `no-order` is 015; `failed` includes that nothing was sent. */
  readonly learnt: 'delivered' | 'failed' | 'reversed' | 'no-order' | 'unknown'
  /** What VTpass said, or what went wrong, in words. */
  readonly note: string | null
  readonly transactionId: string | null
  /** The body where it is JSON: kept with the purchase until its state is decided, and from then on as what decided it. */
  readonly answer: unknown
}

/** Something that an operator must know of. */
export interface Alert {
  readonly kind: string
  /** The same kind and subject again count up one open alert. Null: this purchase is the subject. */
  readonly subject: string | null
  readonly detail: string
}
