import type { Kobo } from '../pricing/kobo.ts'
import type { Queries } from './database.ts'
import { queryOne } from './database.ts'
import { countOpen, type OpenCount, readFloat } from './operator-reads.ts'
import type { ProductKind, PurchaseState } from './purchase.ts'

/** What the metrics say of the database. */

/** What is under way; read by way of indexes, however much there has been. */
export interface UnderWay {
  readonly open: readonly OpenCount[]
  readonly noticesDue: number
  readonly alerts: readonly { readonly kind: string; readonly count: number }[]
}

export async function readUnderWay(queries: Queries, at: Date): Promise<UnderWay> {
  const open = await countOpen(queries)
  const { due } = await queryOne<{ due: number }>(
    queries,
    'select count(*) as due from outbox where due_at <= $1',
    [at],
  )
  const alerts = await queries.query<UnderWay['alerts'][number]>(
    'select kind, count(*) as count from alert where acknowledged_at is null group by kind',
  )
  return { open, noticesDue: due, alerts }
}

/** What there has been in all; it reads the whole ledger. */
export interface Totals {
  readonly purchases: readonly {
    readonly kind: ProductKind
    readonly state: PurchaseState
    readonly count: number
  }[]
  readonly float: Kobo
}

export async function readTotals(queries: Queries): Promise<Totals> {
  const purchases = await queries.query<Totals['purchases'][number]>(
    'select kind, state, count(*) as count from purchase group by kind, state',
  )
  return { purchases, float: (await readFloat(queries)).float }
}
