import { type Queries, queryOne } from './database.ts'
import { jsonText } from './json-text.ts'
import { type Purchase, type PurchaseRow, purchaseOf } from './purchase.ts'

/** What one person says has become of a purchase in doubt. */
export interface Word {
  readonly purchase: string
  readonly outcome: 'delivered' | 'failed'
  readonly actor: string
  /** Not empty. */
  readonly reason: string
  readonly at: Date
  /** When to look again, should this word settle it. */
  readonly wakeAt: Date | null
  /** To the customer's webhook, should this word settle it. */
  readonly notice: object | null
}

export interface Resolution {
  /**
   * `proposed`: another person must say the same. `repeated`: the same person did. `resolved`: the second did, and it is
   * settled. `stands`: it is not in doubt, or no longer.
   */
  readonly kind: 'proposed' | 'repeated' | 'resolved' | 'stands'
  readonly purchase: Purchase
}

/** Takes one person's word. Whoever says otherwise makes a new proposal. */
export async function resolvePurchase(queries: Queries, word: Word): Promise<Resolution> {
  const { purchase, outcome, actor, reason, at, wakeAt, notice } = word
  const row = await queryOne<PurchaseRow & { readonly happened: Resolution['kind'] }>(
    queries,
    'select r.happened, (r.result).* from resolve_purchase($1, $2, $3, $4, $5, $6, $7) r',
    [purchase, outcome, actor, reason, at, wakeAt, jsonText(notice)],
  )
  return { kind: row.happened, purchase: purchaseOf(row) }
}
