import type { Millis } from '../engine/time.ts'
import type { Evidence } from './evidence.ts'
import { type Exchange, exchangeOf } from './exchange.ts'
import type { ProductFacts } from './product-facts.ts'
import { type Purchase, targetOf, thingOf } from './purchase.ts'
import { type Dated, datedRequestIds } from './request-ids.ts'
import type { JournalEntry, Schemas } from './schemas.ts'

/** The evidence, put in order once, so that every finding reads it in a straight line. */
export interface Dossier {
  readonly evidence: Evidence
  readonly now: Millis
  /** Every entry, oldest first. */
  readonly entries: readonly JournalEntry[]
  /** Purchases and requeries, oldest first. */
  readonly exchanges: readonly Exchange[]
  /** By request id, in the order of their first exchange. */
  readonly purchases: ReadonlyMap<string, Purchase>
  /** The request ids of purchases that begin with a date and a time, in the order in which they were first sent. */
  readonly dated: readonly Dated[]
  /** Every requery by the request id that it asked for, bought or not. */
  readonly requeries: ReadonlyMap<string, readonly Exchange[]>
  readonly products: ReadonlyMap<string, ProductFacts>
}

export function openDossier(evidence: Evidence): Dossier {
  const entries = evidence.journal.toSorted((a, b) => a.id - b.id)
  const exchanges = entries.map(exchangeOf).filter((exchange) => exchange !== null)
  const products = new Map(evidence.products.map((facts) => [facts.serviceID, facts]))
  const purchases = purchasesOf(exchanges, products, evidence)
  return {
    evidence,
    now: Date.parse(evidence.now),
    entries,
    exchanges,
    purchases,
    dated: datedRequestIds(purchases.values()),
    requeries: requeriesByRequestId(exchanges),
    products,
  }
}

/** The request id that an exchange is about: `exchangeOf` lets none through without. */
export function requestIdOf({ entry }: Exchange): string {
  return entry.order?.requestId ?? ''
}

function purchasesOf(
  exchanges: readonly Exchange[],
  products: ReadonlyMap<string, ProductFacts>,
  { transactions, webhooks }: Evidence,
): Map<string, Purchase> {
  const records = new Map(transactions.map((record) => [record.requestId, record]))
  const acknowledged = firstAcknowledgements(webhooks)
  const purchases = new Map<string, Purchase & { readonly exchanges: Exchange[] }>()
  for (const exchange of exchanges) {
    const requestId = requestIdOf(exchange)
    const known = purchases.get(requestId)
    const { order } = exchange.entry
    if (known !== undefined) known.exchanges.push(exchange)
    else if (exchange.speaker === 'pay' && order !== null) {
      purchases.set(requestId, {
        requestId,
        thing: thingOf(order, products.get(order.serviceID ?? '')),
        target: targetOf(order),
        exchanges: [exchange],
        record: records.get(requestId) ?? null,
        acknowledgedAt: acknowledged.get(requestId) ?? null,
      })
    }
  }
  return purchases
}

function firstAcknowledgements(webhooks: readonly Schemas['Delivery'][]): Map<string, Millis> {
  const first = new Map<string, Millis>()
  for (const { type, requestId, attempts } of webhooks) {
    const attempt = attempts.find(({ isAcknowledged }) => isAcknowledged)
    if (type !== 'transaction-update' || requestId === null || attempt === undefined) continue
    first.set(requestId, Math.min(Date.parse(attempt.at), first.get(requestId) ?? Number.POSITIVE_INFINITY))
  }
  return first
}

function requeriesByRequestId(exchanges: readonly Exchange[]): Map<string, Exchange[]> {
  const requeries = exchanges.filter(({ speaker }) => speaker === 'requery')
  return Map.groupBy(requeries, requestIdOf)
}
