import type { Money } from '../catalogue/money.ts'
import type { Product } from '../catalogue/product.ts'
import type { AccountSettings } from './account.ts'
import type { Millis } from './time.ts'
import type { SettledStatus, Transaction } from './transaction.ts'
import type { ProductState } from './world.ts'

/** What has happened in a world. */
export type Event =
  | {
      readonly type: 'ordered'
      readonly transaction: Transaction
      /** What the transaction becomes by itself, and when; null is nothing. */
      readonly settles: { readonly to: SettledStatus; readonly at: Millis } | null
      readonly isHeld: boolean
    }
  | { readonly type: 'refused-as-duplicate'; readonly requestId: string; readonly at: Millis }
  /** The answer of a held purchase has gone out: its request id is running no more. */
  | { readonly type: 'answered'; readonly requestId: string }
  | { readonly type: 'settled'; readonly requestId: string; readonly status: SettledStatus }
  /** The schedule's next entry has come. */
  | { readonly type: 'fell-due'; readonly requestId: string; readonly status: SettledStatus }
  | { readonly type: 'settings-changed'; readonly settings: AccountSettings }
  /** The wallet was filled or emptied by hand: the opening balance moves with what can be spent. */
  | { readonly type: 'wallet-set'; readonly balance: Money }
  | { readonly type: 'product-state-set'; readonly serviceID: string; readonly state: ProductState }
  | { readonly type: 'product-replaced'; readonly product: Product }
