import type { Dossier } from '../dossier.ts'
import type { Found } from '../found.ts'
import { foundIn, unacknowledged, wasAnswered } from '../unacknowledged.ts'

/** Webhooks that nobody answered with success, and that are not sent any more. */
export function webhookNotAcknowledged({ evidence }: Dossier): Found[] {
  const lost = unacknowledged(evidence.webhooks).filter(
    (delivery) => !wasAnswered(delivery) && delivery.nextAttemptAt === null,
  )
  return foundIn(lost, 'webhook-not-acknowledged', (webhooks) => `Nobody took ${webhooks}.`)
}
