/** What a program of a customer makes of an answer of the reseller. */
export type Heard =
  /** What was said of the purchase. `price` is in kobo, where it was said. */
  | { readonly kind: 'told'; readonly told: Told }
  /** Not enough money: nothing was bought. */
  | { readonly kind: 'insufficient' }
  /** There is no such purchase. */
  | { readonly kind: 'none' }
  /** Not now. */
  | { readonly kind: 'later' }
  /** What a reseller must never answer here. */
  | { readonly kind: 'wrong'; readonly why: string }

export interface Told {
  readonly state: 'processing' | 'delivered' | 'failed' | 'reversed'
  /** What it costs, in kobo; null where nothing was said of it. */
  readonly price: number | null
}

export interface Answer {
  readonly status: number
  readonly retryAfter: string | null
  readonly body: unknown
}

/** Reads the answer to a purchase. */
export function readPurchaseAnswer(answer: Answer): Heard {
  const { status, body } = answer
  if (status === 503 || status === 429) return readPause(answer)
  const { message, data } = fieldsOf(body)
  const { amount, status: processing } = fieldsOf(data)
  if (status === 200 && processing === 'processing') return told('processing', amount)
  if (status === 200 && typeof amount === 'number') return told('delivered', amount)
  if (status === 400 && message === 'Transaction is still processing') return told('processing', null)
  if (status === 400 && message === 'Insufficient wallet balance') return { kind: 'insufficient' }
  if (status === 400 && message === 'Transaction failed with code: 040') return told('reversed', null)
  if (status === 400 && isFailure(message)) return told('failed', null)
  return wrong('a purchase', answer)
}

const queried: Readonly<Record<string, Told['state']>> = {
  pending: 'processing',
  delivered: 'delivered',
  failed: 'failed',
  reversed: 'reversed',
}

/** Reads the answer to a query. */
export function readQueryAnswer(answer: Answer): Heard {
  const { status, body } = answer
  if (status === 503 || status === 429) return readPause(answer)
  const { message, data } = fieldsOf(body)
  if (status === 400 && message === 'INVALID REQUEST ID') return { kind: 'none' }
  const { amount, content } = fieldsOf(data)
  const state = queried[String(fieldsOf(fieldsOf(content).transactions).status)]
  return status === 200 && state !== undefined ? told(state, amount) : wrong('a query', answer)
}

function isFailure(message: unknown): boolean {
  return /^(Transaction failed with code: \w+|PRODUCT IS NOT WHITELISTED ON YOUR ACCOUNT)$/.test(
    String(message),
  )
}

/** Whoever says "later" says when. */
function readPause(answer: Answer): Heard {
  return /^\d+$/.test(answer.retryAfter ?? '') ? { kind: 'later' } : wrong('Retry-After', answer)
}

function told(state: Told['state'], naira: unknown): Heard {
  const price = typeof naira === 'number' ? Math.round(naira * 100) : null
  return { kind: 'told', told: { state, price } }
}

function wrong(asked: string, { status, body }: Answer): Heard {
  return { kind: 'wrong', why: `${asked} was answered ${status}: ${JSON.stringify(body)}` }
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}
