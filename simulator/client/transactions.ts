import type { Call } from './call.ts'
import { allOf } from './pages.ts'
import type { Settlement, Transaction, TransactionFilter } from './types.ts'

/** What VTpass has on record for the account. */
export interface TransactionControl {
  /** @throws ControlError where VTpass has none of this request id. */
  get(requestId: string): Promise<Transaction>
  /** Oldest first. */
  list(filter?: TransactionFilter): Promise<Transaction[]>
  /** Makes a pending one delivered or failed, or reverses a delivered one. */
  settle(requestId: string, status: Settlement['status']): Promise<Transaction>
}

export function transactionsOf(call: Call): TransactionControl {
  return {
    get: (requestId) => call('get', '/transactions/{requestId}', { path: { requestId } }),
    list: (filter) => allOf((page) => call('get', '/transactions', { query: { ...filter, ...page } })),
    settle: (requestId, status) =>
      call('post', '/transactions/{requestId}/settle', { path: { requestId }, body: { status } }),
  }
}
