import type { VtpassCase } from '../case.ts'
import { accountCases } from './accounts.ts'
import { bodyCases } from './bodies.ts'
import { catalogueCases } from './catalogue.ts'
import { credentialCases } from './credentials.ts'
import { duplicateCases } from './duplicates.ts'
import { planCases } from './every-plan.ts'
import { limitCases } from './limits.ts'
import { onCommandCases } from './on-command.ts'
import { orderCases } from './order-of-checks.ts'
import { purchaseCases } from './purchases.ts'
import { recipientCases } from './recipients.ts'
import { refusalCases } from './refusals.ts'
import { requestIdFormatCases } from './request-id-format.ts'
import { requestIdCases } from './request-ids.ts'
import { requestCases } from './requests.ts'
import { unitCases } from './units.ts'
import { verificationCases } from './verification.ts'

/** All that must hold of any VTpass, in the order in which it is tried. */
export const vtpassCases: readonly VtpassCase[] = [
  ...catalogueCases,
  ...verificationCases,
  ...credentialCases,
  ...accountCases,
  ...requestCases,
  ...bodyCases,
  ...purchaseCases,
  ...planCases,
  ...unitCases,
  ...recipientCases,
  ...requestIdFormatCases,
  ...requestIdCases,
  ...refusalCases,
  ...limitCases,
  ...duplicateCases,
  ...orderCases,
  ...onCommandCases,
]
