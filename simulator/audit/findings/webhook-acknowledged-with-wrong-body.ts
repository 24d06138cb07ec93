import type { Dossier } from '../dossier.ts'
import type { Found } from '../found.ts'
import { foundIn, unacknowledged, wasAnswered } from '../unacknowledged.ts'

/** Webhooks that were answered with success and a body that acknowledges nothing. Another attempt is no better. */
export function webhookAcknowledgedWithWrongBody({ evidence }: Dossier): Found[] {
  const misread = unacknowledged(evidence.webhooks).filter(wasAnswered)
  return foundIn(
    misread,
    'webhook-acknowledged-with-wrong-body',
    (webhooks) => `The answer to ${webhooks} acknowledged nothing.`,
  )
}
