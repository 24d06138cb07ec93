import type { Queries } from '../storage/database.ts'
import { type Customer, readCustomer } from '../storage/reads.ts'

/** Who the customers are. What is known of one is kept for a few seconds: a purchase waits for nothing that it need not. */
export interface Customers {
  /** Null where there is no such customer; that is never kept. */
  get(id: string): Promise<Customer | null>
}

/** A customer's kind and phone change by an operator's hand, if at all: the price shown and the price paid change together. */
const KEPT_FOR_MS = 10_000
const MOST_KEPT = 10_000

interface Kept {
  readonly customer: Customer
  readonly untilMs: number
}

/** @param now milliseconds since 1970 */
export function createCustomers(database: Queries, now: () => number): Customers {
  const kept = new Map<string, Kept>()
  return {
    async get(id) {
      const known = kept.get(id)
      if (known !== undefined && now() < known.untilMs) return known.customer
      const untilMs = now() + KEPT_FOR_MS
      const customer = await readCustomer(database, id)
      kept.delete(id)
      if (customer === null) return null
      if (kept.size >= MOST_KEPT) kept.clear()
      kept.set(id, { customer, untilMs })
      return customer
    },
  }
}
