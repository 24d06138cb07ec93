import type { Kobo } from '../pricing/kobo.ts'
import type { Queries } from './database.ts'
import type { CustomerKind } from './funding.ts'
import { type Purchase, type PurchaseRow, purchaseOf } from './purchase.ts'

/** What a customer sees. */

export interface Customer {
  readonly id: string
  readonly kind: CustomerKind
  readonly phone: string
}

export async function readCustomer(queries: Queries, id: string): Promise<Customer | null> {
  const [row] = await queries.query<Customer>('select id, kind, phone from customer where id = $1', [id])
  return row ?? null
}

export interface Balances {
  readonly main: Kobo
  readonly cashback: Kobo
  /** Held for purchases of which nothing is known yet. */
  readonly held: Kobo
}

/** Null where there is no such customer. */
export async function readBalances(queries: Queries, customer: string): Promise<Balances | null> {
  const [row] = await queries.query<Balances>(
    `select main.balance as main, cashback.balance as cashback,
            (select coalesce(sum(price), 0)::bigint from purchase
              where customer = main.customer and state in ('sending', 'unknown', 'review')) as held
       from wallet main join wallet cashback using (customer)
      where customer = $1 and main.kind = 'main' and cashback.kind = 'cashback'`,
    [customer],
  )
  return row ?? null
}

export type WalletName = 'main' | 'cashback'

export type JournalKind =
  | 'hold'
  | 'settle'
  | 'refund'
  | 'reverse'
  | 'earn'
  | 'take_back'
  | 'loss'
  | 'recover'
  | 'fund'
  | 'adjust'

/** One line of a wallet. */
export interface Entry {
  /** Larger than that of every line before it. */
  readonly id: number
  readonly at: Date
  readonly wallet: WalletName
  readonly kind: JournalKind
  /** Below zero where the wallet paid. */
  readonly amount: Kobo
  readonly balanceBefore: Kobo
  readonly balanceAfter: Kobo
  /** 1 for the first line of the wallet, and so on without a gap. */
  readonly version: number
  /** The purchase that it belongs to, and the customer's own request id; null where money came from outside. */
  readonly purchase: string | null
  readonly requestId: string | null
  /** Of the payment that it came with. */
  readonly reference: string | null
}

export interface EntryPage {
  readonly customer: string
  /** Null for both. */
  readonly wallet: WalletName | null
  /** The id of the last entry that was read; null for the first page. */
  readonly before: number | null
  readonly limit: number
}

/** The lines of a customer's wallets, latest first. */
export async function readEntries(queries: Queries, page: EntryPage): Promise<readonly Entry[]> {
  return queries.query<Entry>(
    `select t.id, j.at, t.wallet, j.kind, t.balance_after - t.balance_before as amount,
            t.balance_before as "balanceBefore", t.balance_after as "balanceAfter", t.wallet_version as version,
            j.purchase, p.request_id as "requestId", j.reference
       from transfer t join journal j on j.id = t.journal left join purchase p on p.id = j.purchase
      where t.customer = $1 and ($2::text is null or t.wallet = $2) and ($3::bigint is null or t.id < $3)
      order by t.id desc limit $4`,
    [page.customer, page.wallet, page.before, page.limit],
  )
}

export interface PurchasePage {
  readonly customer: string
  /** The last purchase that was read; null for the first page. */
  readonly before: Pick<Purchase, 'openedAt' | 'id'> | null
  readonly limit: number
}

/** A customer's purchases, latest first. `price > 0` is what their index asks for. */
export async function readPurchases(queries: Queries, page: PurchasePage): Promise<readonly Purchase[]> {
  const rows = await queries.query<PurchaseRow>(
    `select * from purchase
      where customer = $1 and price > 0 and ($2::timestamptz is null or (opened_at, id) < ($2, $3))
      order by opened_at desc, id desc limit $4`,
    [page.customer, page.before?.openedAt ?? null, page.before?.id ?? null, page.limit],
  )
  return rows.map(purchaseOf)
}

/** By the customer's own request id; another customer's is null. */
export async function findPurchase(
  queries: Queries,
  customer: string,
  requestId: string,
): Promise<Purchase | null> {
  const [row] = await queries.query<PurchaseRow>(
    'select * from purchase where customer = $1 and request_id = $2',
    [customer, requestId],
  )
  return row === undefined ? null : purchaseOf(row)
}

/** By its own id, whoever bought it. */
export async function readPurchase(queries: Queries, id: string): Promise<Purchase | null> {
  const [row] = await queries.query<PurchaseRow>('select * from purchase where id = $1', [id])
  return row === undefined ? null : purchaseOf(row)
}
