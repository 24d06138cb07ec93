import type { Money } from '../catalogue/money.ts'
import type { Refusal } from './codes.ts'
import type { Millis } from './time.ts'

export type AccountState = 'active' | 'locked' | 'suspended' | 'inactive' | 'api-disabled'

/** What a merchant's account is set to. Everything that VTpass does not document, or was seen to do otherwise, is here. */
export interface AccountSettings {
  readonly state: AccountState
  /** The credentials that the account takes: API keys, e-mail and password, or both. */
  readonly authentication: 'all' | 'keys' | 'basic'
  /** The serviceIDs that may be bought; null is every one. */
  readonly whitelistedProducts: readonly string[] | null
  /** The callers' addresses that are let in; null is every one. */
  readonly whitelistedIps: readonly string[] | null
  /** Where webhooks go; null is nowhere. */
  readonly callbackUrl: string | null
  /** How long a second purchase for the same recipient is a likely duplicate (019); 0 is never. */
  readonly duplicateWindowMs: Millis
  /** Whether the likely duplicate is of the same service, as documented, or of any, as was seen. */
  readonly duplicateScope: 'same-service' | 'any-service'
  /** When a pending transaction is delivered; 0 is never. */
  readonly settlePendingAfterMs: Millis
  /** How long the answer for 300000000000 is held; 0 is not at all. */
  readonly timeoutHoldMs: Millis
  /** Whether an improper request id is refused (documented), or let through (once seen). */
  readonly requestIdDate: 'enforced' | 'ignored'
  /** Whether a verification adds what VTpass's text names and its sample lacks (Current_Bouquet, Renewal_Amount). */
  readonly verifyDetail: boolean
  /** The time before each further attempt at a webhook: as many attempts, and the first. */
  readonly webhookDelaysMs: readonly Millis[]
  /** How long a receiver may take to answer a webhook, by the clock on the wall. */
  readonly webhookTimeoutMs: Millis
  /** How many exchanges the journal keeps, and how many deliveries of webhooks are kept. */
  readonly journalSize: number
  /** Whether a warning becomes the documented refusal. */
  readonly strict: boolean
}

/** A merchant's account with VTpass. */
export interface Account {
  readonly id: string
  readonly apiKey: string
  readonly publicKey: string
  readonly secretKey: string
  /** The login for Basic authentication. */
  readonly email: string
  readonly password: string
  /** The merchant's own details, which answers name instead of the customer's. */
  readonly merchant: { readonly email: string; readonly phone: string }
  readonly openingBalance: Money
  readonly settings: AccountSettings
}

const refusedStates: Record<Exclude<AccountState, 'active'>, Refusal> = {
  locked: { code: '021', reason: 'the account is locked (its setting "state")' },
  suspended: { code: '022', reason: 'the account is suspended (its setting "state")' },
  'api-disabled': { code: '023', reason: 'the account has no API access (its setting "state")' },
  inactive: { code: '024', reason: 'the account is inactive (its setting "state")' },
}

/** Whether the account may be used at all, and from this address: 021 to 024 and 027. */
export function refuseAccess(settings: AccountSettings, callerIp: string): Refusal | null {
  if (settings.state !== 'active') return refusedStates[settings.state]
  const { whitelistedIps } = settings
  if (whitelistedIps === null || whitelistedIps.includes(callerIp)) return null
  return { code: '027', reason: `${callerIp} is none of the account's whitelisted addresses` }
}
