import type { ResellerDriver } from './driver.ts'
import type { Stage } from './stage.ts'

/** Something that must hold of any reseller. */
export interface ResellerCase {
  /** In kebab-case, unique in the suite. */
  readonly name: string
  readonly group: string
  /** What must hold, in a sentence. */
  readonly title: string
  readonly source: string
  /** Alone: it needs the time, or a setting of VTpass's account, for itself. At the end: it looks back at all the others. */
  readonly runs: 'together' | 'alone' | 'at-the-end'
  /** Why it cannot be tried with this driver; null where it can. */
  skip?(driver: ResellerDriver): string | null
  run(stage: Stage): Promise<void>
}

/** What a case finds out too late to be asked before: it is skipped for this reason. */
export class Skip extends Error {
  override readonly name = 'Skip'
}

export const needsWebhook = ({ webhookUrl }: ResellerDriver) =>
  webhookUrl === undefined ? 'the driver names no address for webhooks' : null

export const needsClock = ({ clock }: ResellerDriver) =>
  clock === undefined ? 'the driver cannot move the reseller’s clock' : null

export const needsRestart = ({ stop, start }: ResellerDriver) =>
  stop === undefined || start === undefined ? 'the driver cannot stop and start the reseller' : null

export const needsPlans = ({ plans }: ResellerDriver) =>
  plans === undefined ? 'the driver does not show the plans' : null

export const sources = {
  codes: 'VTpass, "Response Codes"',
  requestId: 'VTpass, "How to generate Request ID"',
  keys: 'VTpass, "API Key Authentication"',
  webhooks: 'VTpass, "Callback API Integration"',
  status: 'VTpass Data API Documentation, "Transaction Status Codes"',
  idempotency: 'VTpass Data API Documentation, "Idempotency"',
  wallet: 'VTpass Data API Documentation, "Wallet Balance & Cashback"',
  pricing: 'VTpass Data API Documentation, "Pricing and Markup"',
  processing: 'VTpass Data API Documentation, "Transaction Processing"',
} as const
