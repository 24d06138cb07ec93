import type { Queries } from './database.ts'
import { plainStorable } from './json-text.ts'
import { type Purchase, type PurchaseRow, purchaseOf } from './purchase.ts'

export interface Claim {
  readonly at: Date
  /** When what is claimed is due again, should the claimer not be heard of. */
  readonly until: Date
  readonly limit: number
}

/** Takes purchases that are due, longest due first. Two workers never take the same one. */
export async function claimDue(queries: Queries, { at, until, limit }: Claim): Promise<readonly Purchase[]> {
  const rows = await queries.query<PurchaseRow>('select * from claim_due($1, $2, $3)', [at, until, limit])
  return rows.map(purchaseOf)
}

export interface ReceivedWebhook {
  /** The one that it names; null where it names none. */
  readonly reference: string | null
  readonly body: string
  readonly at: Date
}

/** Keeps what VTpass, or anybody, sent, and makes the purchase due. Returns its id; null where there is none. */
export async function receiveWebhook(
  queries: Queries,
  { reference, body, at }: ReceivedWebhook,
): Promise<string | null> {
  const named = reference === null ? null : plainStorable(reference)
  const [row] = await queries.query<{ woken: string | null }>('select receive_webhook($1, $2, $3) as woken', [
    named,
    plainStorable(body),
    at,
  ])
  return row?.woken ?? null
}
