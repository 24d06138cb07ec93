import { type Queries, queryOne } from './database.ts'
import type { PurchaseState } from './purchase.ts'
import type { SignedWebhook } from './telling.ts'

/** Where a customer is told of changes, and what came of it. */

export interface CustomerWebhook extends SignedWebhook {
  /** Attempts that failed, since one did not. */
  readonly failures: number
  /** What there is to tell, and has been neither delivered nor given up. */
  readonly waiting: number
}

/** Null where the customer has none. */
export async function readWebhook(
  queries: Queries,
  customer: string,
  at: Date,
): Promise<CustomerWebhook | null> {
  const [row] = await queries.query<CustomerWebhook>(
    `select webhook_url as url, webhook_failures as failures,
            array_remove(array[webhook_secret, case when webhook_old_until > $2 then webhook_old_secret end], null) as secrets,
            (select count(*) from outbox where customer = c.id and due_at is not null) as waiting
       from customer c where id = $1 and webhook_url is not null`,
    [customer, at],
  )
  return row ?? null
}

/** Sets the address. The secret counts where it is `created`; where it is `moved` the one from before is kept. */
export async function putWebhook(
  queries: Queries,
  customer: string,
  { url, secret }: { readonly url: string; readonly secret: string },
): Promise<'created' | 'moved' | 'no-customer'> {
  const row = await queryOne<{ happened: 'created' | 'moved' | 'no-customer' }>(
    queries,
    'select put_webhook($1, $2, $3) as happened',
    [customer, url, secret],
  )
  return row.happened
}

/** Signs with this secret from now on, and with the one before it as well until then. */
export async function rotateSecret(
  queries: Queries,
  customer: string,
  { secret, oldUntil }: { readonly secret: string; readonly oldUntil: Date },
): Promise<'rotated' | 'no-webhook'> {
  const call = 'select rotate_webhook_secret($1, $2, $3) as found'
  const row = await queryOne<{ found: boolean }>(queries, call, [customer, secret, oldUntil])
  return row.found ? 'rotated' : 'no-webhook'
}

/** Tells the customer nothing more, what waits included. */
export async function removeWebhook(queries: Queries, customer: string): Promise<'removed' | 'no-webhook'> {
  const row = await queryOne<{ found: boolean }>(queries, 'select remove_webhook($1) as found', [customer])
  return row.found ? 'removed' : 'no-webhook'
}

/** One attempt to tell a customer. */
export interface LoggedDelivery {
  /** Larger than that of every attempt before it. */
  readonly id: number
  readonly purchase: string
  readonly requestId: string
  readonly event: PurchaseState
  readonly url: string
  readonly startedAt: Date
  readonly endedAt: Date
  /** Null where no answer came. */
  readonly httpStatus: number | null
  readonly note: string | null
}

export interface DeliveryPage {
  readonly customer: string
  /** The id of the last one that was read; null for the first page. */
  readonly before: number | null
  readonly limit: number
}

/** A customer's delivery log, latest first. */
export async function readDeliveries(
  queries: Queries,
  { customer, before, limit }: DeliveryPage,
): Promise<readonly LoggedDelivery[]> {
  return queries.query<LoggedDelivery>(
    `select d.id, o.purchase, p.request_id as "requestId", o.event, d.url, d.started_at as "startedAt",
            d.ended_at as "endedAt", d.http_status as "httpStatus", d.note
       from outbox_delivery d join outbox o on o.id = d.outbox join purchase p on p.id = o.purchase
      where d.customer = $1 and ($2::bigint is null or d.id < $2)
      order by d.id desc limit $3`,
    [customer, before, limit],
  )
}
