/** What an answer to pay or requery says of a purchase. */
export interface Outcome {
  readonly code: string
  readonly text: string
  readonly status: string
}

/** "Response Codes", and what the sandbox was seen to say. */
export const outcomes = {
  delivered: { code: '000', text: 'TRANSACTION SUCCESSFUL', status: 'delivered' },
  pending: { code: '000', text: 'TRANSACTION PROCESSING - PENDING', status: 'pending' },
  failed: { code: '016', text: 'TRANSACTION FAILED', status: 'failed' },
} as const satisfies Record<string, Outcome>
