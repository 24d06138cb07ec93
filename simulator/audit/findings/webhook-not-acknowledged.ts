import type { Dossier } from '../dossier.ts'
import type { Found } from '../found.ts'
import { foundIn, unacknowledged, wasAnswered } from '../unacknowledged.ts'

/** A receiver may miss one and take the next; a short run of tests sees no more than two. */
const IN_VAIN = 2

/** Webhooks that nobody answered with success: that are not sent any more, or were sent again in vain. */
export function webhookNotAcknowledged({ evidence }: Dossier): Found[] {
  const lost = unacknowledged(evidence.webhooks).filter(
    (delivery) =>
      !wasAnswered(delivery) && (delivery.nextAttemptAt === null || delivery.attempts.length >= IN_VAIN),
  )
  return foundIn(lost, 'webhook-not-acknowledged', (webhooks) => `Nobody took ${webhooks}.`)
}
