import type { ResellerCase } from '../case.ts'
import { cashbackCases } from './cashback.ts'
import { cashbackEdgeCases } from './cashback-edges.ts'
import { clockCases } from './clock.ts'
import { codeCases } from './codes.ts'
import { crashCases } from './crashes.ts'
import { crowdCases } from './crowd.ts'
import { findingCases } from './findings.ts'
import { forgedWebhookCases } from './forged-webhooks.ts'
import { lateCases } from './late.ts'
import { limitCases } from './limits.ts'
import { outcomeCases } from './outcomes.ts'
import { priceCases } from './prices.ts'
import { productCases } from './products.ts'
import { requestIdCases } from './request-ids.ts'
import { reversalCases } from './reversals.ts'
import { submitCases } from './submits.ts'
import { verificationCases } from './verification.ts'
import { walletCases } from './wallet.ts'
import { webhookCases } from './webhooks.ts'

/** Every case, in the order of the report. */
export const resellerCases: readonly ResellerCase[] = [
  ...outcomeCases,
  ...lateCases,
  ...codeCases,
  ...reversalCases,
  ...webhookCases,
  ...forgedWebhookCases,
  ...submitCases,
  ...requestIdCases,
  ...crowdCases,
  ...walletCases,
  ...cashbackCases,
  ...cashbackEdgeCases,
  ...priceCases,
  ...limitCases,
  ...productCases,
  ...verificationCases,
  ...clockCases,
  ...crashCases,
  ...findingCases,
]
