import type { Millis } from '../../engine/time.ts'
import type { Dossier } from '../dossier.ts'
import type { Exchange } from '../exchange.ts'
import type { Found } from '../found.ts'
import { purchasesLeftInDoubt } from '../knowledge.ts'
import { type Purchase, requeriesOf } from '../purchase.ts'

/** How long a caller may rest between two requeries, by the account's clock. */
const LONGEST_REST_MS = 10 * 60_000

/**
 * A purchase in doubt that was requeried, and then no more: for too long, or although it has settled since. A caller
 * that heard pending and may yet ask has not given up.
 */
export function gaveUpTooEarly({ purchases, now }: Dossier): Found[] {
  return purchasesLeftInDoubt(purchases).flatMap((purchase) => {
    const last = requeriesOf(purchase).at(-1)
    const why = last === undefined ? null : whyTooEarly(purchase, last, now)
    if (why === null) return []
    return [
      {
        name: 'gave-up-too-early',
        detail: `The last requery of ${purchase.requestId} left it in doubt. ${why}`,
        requestIds: [purchase.requestId],
        entries: purchase.exchanges.map(({ entry }) => entry),
      },
    ]
  })
}

function whyTooEarly({ record }: Purchase, last: Exchange, now: Millis): string | null {
  if (record !== null && record.status !== 'pending') {
    return `It has been ${record.status} since, and nobody heard.`
  }
  const restedMs = now - last.at
  return restedMs > LONGEST_REST_MS
    ? `Nobody has asked for ${Math.floor(restedMs / 60_000)} minutes by the account's clock.`
    : null
}
