import type { Dossier } from '../dossier.ts'
import type { Found } from '../found.ts'
import { purchasesLeftInDoubt } from '../knowledge.ts'
import { type Purchase, requeriesOf } from '../purchase.ts'

/**
 * A purchase in doubt that nobody asked about in all of the evidence, however young it is: with a frozen clock, and at
 * the end of a short test, no time would ever be enough.
 */
export function neverRequeried({ purchases }: Dossier): Found[] {
  return purchasesLeftInDoubt(purchases)
    .filter((purchase) => requeriesOf(purchase).length === 0)
    .map((purchase) => ({
      name: 'never-requeried',
      grade: isCharged(purchase) ? 'critical' : 'major',
      detail: `What became of ${purchase.requestId} was not heard, nobody asked, and no webhook about it was acknowledged. On record it is ${purchase.record?.status ?? 'nothing'}.`,
      requestIds: [purchase.requestId],
      entries: purchase.exchanges.map(({ entry }) => entry),
    }))
}

/** Whether the merchant's money is with VTpass while the caller knows nothing of it. */
function isCharged({ record }: Purchase): boolean {
  return record?.status === 'pending' || record?.status === 'delivered'
}
