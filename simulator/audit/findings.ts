import { type Dossier, openDossier } from './dossier.ts'
import type { Evidence } from './evidence.ts'
import { findingKinds } from './finding-kinds.ts'
import { boughtAgain } from './findings/bought-again.ts'
import { boughtWithoutVerification } from './findings/bought-without-verification.ts'
import { gaveUpTooEarly } from './findings/gave-up-too-early.ts'
import { hammeredRequery } from './findings/hammered-requery.ts'
import { neverRequeried } from './findings/never-requeried.ts'
import { predictableRequestId } from './findings/predictable-request-id.ts'
import { renewedAtAnotherAmount } from './findings/renewed-at-another-amount.ts'
import { requeriedWithTransactionId } from './findings/requeried-with-transaction-id.ts'
import { requestIdInWrongTimeZone } from './findings/request-id-in-wrong-time-zone.ts'
import { secretKeyOnGet } from './findings/secret-key-on-get.ts'
import { webhookAcknowledgedWithWrongBody } from './findings/webhook-acknowledged-with-wrong-body.ts'
import { webhookNotAcknowledged } from './findings/webhook-not-acknowledged.ts'
import { beginningOf, type Found, findingOf } from './found.ts'
import type { Schemas } from './schemas.ts'

/**
 * What the caller did wrong, the gravest first, then in order of time. It names what can be seen from VTpass's side: what
 * was asked, what was heard, and what is on record.
 */
export function findingsOf(evidence: Evidence): Schemas['Finding'][] {
  const dossier = openDossier(evidence)
  return rules
    .flatMap((rule) => rule(dossier))
    .sort((a, b) => rankOf(a) - rankOf(b) || beginningOf(a) - beginningOf(b))
    .map(findingOf)
}

const rules: readonly ((dossier: Dossier) => Found[])[] = [
  boughtAgain,
  neverRequeried,
  gaveUpTooEarly,
  requeriedWithTransactionId,
  hammeredRequery,
  requestIdInWrongTimeZone,
  predictableRequestId,
  secretKeyOnGet,
  boughtWithoutVerification,
  renewedAtAnotherAmount,
  webhookNotAcknowledged,
  webhookAcknowledgedWithWrongBody,
]

const ranks: Record<Schemas['Grade'], number> = { critical: 0, major: 1, minor: 2 }

function rankOf({ name, grade }: Found): number {
  return ranks[grade ?? findingKinds[name].grade]
}
