import { type Kobo, kobo } from '../pricing/kobo.ts'
import { type Queries, queryOne } from './database.ts'
import {
  type OpenState,
  type Purchase,
  type PurchaseRow,
  type PurchaseState,
  purchaseOf,
} from './purchase.ts'

/** What the operator sees. */

export interface StatePage {
  readonly state: PurchaseState
  /** The last purchase that was read; null for the first page. */
  readonly after: Pick<Purchase, 'openedAt' | 'id'> | null
  readonly limit: number
}

const openStates: ReadonlySet<PurchaseState> = new Set(['sending', 'unknown', 'review'])
const OPEN = "state in ('sending', 'unknown', 'review')"

/** Purchases in one state, oldest first. The open ones have an index, which is found where the statement names its states. */
export async function readInState(queries: Queries, page: StatePage): Promise<readonly Purchase[]> {
  const rows = await queries.query<PurchaseRow>(
    `select * from purchase
      where state = $1 and ($2::timestamptz is null or (opened_at, id) > ($2, $3))
        ${openStates.has(page.state) ? `and ${OPEN}` : ''}
      order by opened_at, id limit $4`,
    [page.state, page.after?.openedAt ?? null, page.after?.id ?? null, page.limit],
  )
  return rows.map(purchaseOf)
}

export interface OpenCount {
  readonly state: OpenState
  readonly count: number
  readonly held: Kobo
  /** When the oldest was opened. */
  readonly oldest: Date
}

/** The open purchases of each state that has any. */
export async function countOpen(queries: Queries): Promise<readonly OpenCount[]> {
  return queries.query<OpenCount>(
    `select state, count(*) as count, sum(price)::bigint as held, min(opened_at) as oldest from purchase
      where ${OPEN} group by state order by state`,
  )
}

export interface RaisedAlert {
  readonly id: number
  readonly kind: string
  readonly subject: string
  readonly purchase: string | null
  readonly detail: string
  readonly times: number
  readonly firstAt: Date
  readonly lastAt: Date
}

/** Alerts that nobody has acknowledged, latest first. */
export async function readAlerts(queries: Queries, limit: number): Promise<readonly RaisedAlert[]> {
  return queries.query<RaisedAlert>(
    `select id, kind, subject, purchase, detail, times, first_at as "firstAt", last_at as "lastAt"
       from alert where acknowledged_at is null order by last_at desc, id desc limit $1`,
    [limit],
  )
}

export interface Profit {
  readonly deliveries: number
  /** What customers paid, and VTpass's face price of it. */
  readonly sales: Kobo
  readonly cost: Kobo
  /** `cost` less what VTpass charged. */
  readonly commission: Kobo
  /** `sales` less `cost`. */
  readonly markup: Kobo
  /** Cashback given, less what was taken back. */
  readonly cashback: Kobo
  /** What was delivered after its refund, less what VTpass gave back. */
  readonly lateLoss: Kobo
}

/**
 * What the deliveries settled in a time earned; `until` is not part of it. A purchase that was reversed later is none of
 * them. Cashback and late losses count at their own time.
 */
export async function readProfit(queries: Queries, from: Date, until: Date): Promise<Profit> {
  return queryOne<Profit>(
    queries,
    `with moved as (
       select coalesce(sum(case j.kind when 'earn' then t.amount when 'take_back' then -t.amount end), 0)::bigint as cashback,
              coalesce(sum(case j.kind when 'loss' then t.amount when 'recover' then -t.amount end), 0)::bigint as "lateLoss"
         from journal j join transfer t on t.journal = j.id
        where j.at >= $1 and j.at < $2 and j.kind in ('earn', 'take_back', 'loss', 'recover')
     ), sold as (
       select count(*) as deliveries, coalesce(sum(p.price), 0)::bigint as sales, coalesce(sum(p.cost), 0)::bigint as cost,
              coalesce(sum(p.cost - p.charged), 0)::bigint as commission,
              coalesce(sum(p.price - p.cost), 0)::bigint as markup
         from journal j join purchase p on p.id = j.purchase
        where j.at >= $1 and j.at < $2 and j.kind = 'settle' and p.state = 'delivered'
     )
     select * from sold, moved`,
    [from, until],
  )
}

export type HouseAccount = 'in_flight' | 'float' | 'bank' | 'revenue' | 'cashback_expense' | 'loss'

/**
 * What the house's accounts hold, each in the direction in which it grows. `float` is what VTpass's balance must be, where
 * every top-up was booked.
 */
export async function readHouse(queries: Queries): Promise<Readonly<Record<HouseAccount, Kobo>>> {
  const rows = await queries.query<{ account: HouseAccount; balance: Kobo }>(
    `select account, sum(case when account in ('in_flight', 'revenue') then -change else change end)::bigint as balance
       from (select debit as account, amount as change from transfer union all select credit, -amount from transfer) sides
      where account not in ('main', 'cashback')
      group by account`,
  )
  const nothing = kobo(0)
  const house = {
    in_flight: nothing,
    float: nothing,
    bank: nothing,
    revenue: nothing,
    cashback_expense: nothing,
    loss: nothing,
  }
  for (const { account, balance } of rows) house[account] = balance
  return house
}

export interface Float {
  /** What VTpass's balance must be, where every top-up was booked. */
  readonly float: Kobo
  /** How many amounts that VTpass named were rounded to a kobo for it. */
  readonly rounded: number
}

export async function readFloat(queries: Queries): Promise<Float> {
  return queryOne<Float>(
    queries,
    `select coalesce(sum(case t.debit when 'float' then t.amount else -t.amount end), 0)::bigint as float,
            count(*) filter (where j.kind <> 'adjust') as rounded
       from transfer t join journal j on j.id = t.journal
      where 'float' in (t.debit, t.credit)`,
  )
}
