import { naira, readAmount, toNaira } from '../../catalogue/money.ts'
import type { Dossier } from '../dossier.ts'
import type { Found } from '../found.ts'
import type { Purchase } from '../purchase.ts'
import { type Verification, verifiedPurchases } from '../verifications.ts'

interface Mistake {
  readonly purchase: Purchase
  readonly inWords: string
}

/** Renewals at another amount than the last verification named; where it named none, than the product's price. */
export function renewedAtAnotherAmount(dossier: Dossier): Found[] {
  const mistakes = verifiedPurchases(dossier).flatMap((bought) => mistakeIn(bought, dossier) ?? [])
  const [first] = mistakes
  if (first === undefined) return []
  const more = mistakes.length === 1 ? '' : ` So were ${mistakes.length - 1} more.`
  return [
    {
      name: 'renewed-at-another-amount',
      detail: `${first.inWords}${more}`,
      requestIds: mistakes.map(({ purchase }) => purchase.requestId),
      entries: mistakes.flatMap(({ purchase }) => purchase.exchanges.slice(0, 1)).map(({ entry }) => entry),
    },
  ]
}

function mistakeIn(
  [purchase, verification]: readonly [Purchase, Verification | null],
  { products }: Dossier,
): Mistake | null {
  const order = purchase.exchanges[0]?.entry.order
  if (purchase.record === null || order?.subscriptionType !== 'renew' || order.amount === null) return null
  const price = products.get(order.serviceID ?? '')?.renewalPrice ?? null
  const due = verification?.renewalAmount ?? (price === null ? null : naira(price))
  if (due === null || due === readAmount(order.amount)) return null
  const inWords = `${order.recipient} was renewed for ₦${order.amount}, and ₦${toNaira(due)} was due.`
  return { purchase, inWords }
}
