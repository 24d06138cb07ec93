/** One exchange, as coverage sees it when its answer has gone out. */
export interface Exercised {
  readonly endpoint: string | null
  readonly serviceID: string | null
  /** The code and the status in the answer, before a fault struck it. */
  readonly code: string | null
  readonly status: string | null
  readonly fault: string | null
  readonly heard: 'whole' | 'garbled' | 'part' | 'nothing'
  readonly requestId: string | null
  /** What is on record for the request id afterwards. */
  readonly actual: 'pending' | 'delivered' | 'failed' | 'reversed' | 'none'
}

/** One attempt at a webhook. */
export interface ExercisedWebhook {
  readonly serviceID: string
  readonly requestId: string | null
  readonly kind: 'delivered' | 'failed' | 'reversed' | 'variations'
  readonly isAcknowledged: boolean
  /** Counts from 1. */
  readonly attempt: number
}
