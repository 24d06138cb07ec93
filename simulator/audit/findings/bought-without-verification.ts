import type { Dossier } from '../dossier.ts'
import type { Found } from '../found.ts'
import type { ProductFacts } from '../product-facts.ts'
import type { Purchase } from '../purchase.ts'
import { verifiedPurchases } from '../verifications.ts'

/**
 * Purchases for a recipient that no verification had found good before. What failed is left out, since a test arranges that with
 * a number that is unknown; so are the test numbers that stand for a fate. A journal that has dropped entries tells nothing.
 */
export function boughtWithoutVerification(dossier: Dossier): Found[] {
  if (!dossier.evidence.isComplete) return []
  const bought = verifiedPurchases(dossier).flatMap(([purchase, verification]) =>
    verification === null && needsVerification(purchase, dossier.products) ? [purchase] : [],
  )
  return [...Map.groupBy(bought, serviceOf)].map(([serviceID, purchases]) => ({
    name: 'bought-without-verification',
    detail: `${serviceID} was bought for ${recipientsOf(purchases)}, which no verification had found good before.`,
    requestIds: purchases.map(({ requestId }) => requestId),
    entries: purchases.flatMap(({ exchanges }) => exchanges.slice(0, 1)).map(({ entry }) => entry),
  }))
}

function needsVerification({ record }: Purchase, products: ReadonlyMap<string, ProductFacts>): boolean {
  if (record === null || record.status === 'failed' || record.status === 'refused') return false
  const facts = products.get(record.serviceID ?? '')
  return facts?.hasVerification === true && !facts.unverifiable.includes(record.recipient ?? '')
}

function serviceOf({ record }: Purchase): string {
  return record?.serviceID ?? ''
}

function recipientsOf(purchases: readonly Purchase[]): string {
  const [first = '', ...others] = new Set(purchases.map(({ record }) => record?.recipient ?? ''))
  return others.length === 0 ? first : `${first} and ${others.length} more`
}
