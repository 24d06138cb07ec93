import type { Catalogue } from '../catalogue/catalogue.ts'
import type { Money } from '../catalogue/money.ts'
import type { Account } from './account.ts'
import { Schedule } from './schedule.ts'
import type { Millis } from './time.ts'
import type { RecordedRefusal, Transaction } from './transaction.ts'

export type ProductState = 'active' | 'suspended' | 'inactive' | 'unreachable'

/** Everything of one account: no other account sees or changes it. */
export interface World {
  account: Account
  catalogue: Catalogue
  /** Products that are not active, by serviceID. */
  readonly productStates: Map<string, ProductState>
  /** What the merchant can spend. */
  balance: Money
  readonly transactions: Map<string, Transaction | RecordedRefusal>
  /** The moment of the last order by service and recipient, oldest first; older than the window is forgotten. */
  readonly lastOrders: Map<string, Millis>
  /** The request ids whose purchase has not been answered yet. */
  readonly running: Set<string>
  readonly schedule: Schedule
}

export function openWorld(
  account: Account,
  catalogue: Catalogue,
  productStates: Readonly<Record<string, ProductState>> = {},
): World {
  return {
    account,
    catalogue,
    productStates: new Map(Object.entries(productStates)),
    balance: account.openingBalance,
    transactions: new Map(),
    lastOrders: new Map(),
    running: new Set(),
    schedule: new Schedule(),
  }
}
