import { LARGEST_NAIRA, type Money, naira } from './catalogue/money.ts'
import type { AccountSettings, AccountState } from './engine/account.ts'
import { type Duration, readDuration } from './engine/duration.ts'

/** What an account may be given; what is left out keeps its default. null is as if nothing were set. */
export interface AccountOptions {
  /** The opening balance in naira, with at most two decimals. Default: 1,000,000. */
  readonly wallet?: number
  /** Default: active. The others refuse with 021, 022, 024 and 023. */
  readonly state?: AccountState
  /** The credentials that are taken. Default: all. */
  readonly authentication?: AccountSettings['authentication']
  /** The serviceIDs that may be bought; others refuse with 028. Default: every one. */
  readonly whitelistedProducts?: readonly string[] | null
  /** The addresses that may call; others are refused with 027. Default: every one. */
  readonly whitelistedIps?: readonly string[] | null
  /** Where webhooks go. Default: nowhere. */
  readonly callbackUrl?: string | null
  /** How long a second purchase for the same recipient is refused with 019. Default: 30s; 0 is never. */
  readonly duplicateWindow?: Duration
  /** Whether 019 looks at the same service (documented) or at any (once seen). Default: same-service. */
  readonly duplicateScope?: AccountSettings['duplicateScope']
  /** When a pending purchase is delivered. Default: 0, never, as the sandbox was seen to do. */
  readonly settlePendingAfter?: Duration
  /** How long the answer for 300000000000 is held. Default: 60s; 0 is not at all. */
  readonly timeoutHold?: Duration
  /** Whether an improper request id is refused with 085 (documented) or let through (once seen). Default: enforced. */
  readonly requestIdDate?: AccountSettings['requestIdDate']
  /** Whether verifying a smartcard also answers Current_Bouquet and Renewal_Amount. Default: false. */
  readonly verifyDetail?: boolean
  /** The time before each further attempt at a webhook. Default: 1s, 5s, 25s, 125s, which makes five attempts. */
  readonly webhookDelays?: readonly Duration[]
  /** How long a receiver may take to answer a webhook, by the clock on the wall. Default: 10s. */
  readonly webhookTimeout?: Duration
  /** How many exchanges the journal keeps, and how many webhooks. Default: 10,000. */
  readonly journalSize?: number
  /** Whether every warning becomes the documented refusal. Default: false. */
  readonly strict?: boolean
}

/** Options that cannot be used; the message says which, and what to change. */
export class OptionError extends Error {
  override readonly name = 'OptionError'
}

/** The settings of an account that nobody has set. */
export const defaultSettings: AccountSettings = {
  state: 'active',
  authentication: 'all',
  whitelistedProducts: null,
  whitelistedIps: null,
  callbackUrl: null,
  duplicateWindowMs: 30_000,
  duplicateScope: 'same-service',
  settlePendingAfterMs: 0,
  timeoutHoldMs: 60_000,
  requestIdDate: 'enforced',
  verifyDetail: false,
  webhookDelaysMs: [1000, 5000, 25_000, 125_000],
  webhookTimeoutMs: 10_000,
  journalSize: 10_000,
  strict: false,
}

/**
 * What these options make of the settings that there are.
 *
 * @throws OptionError
 */
export function changeSettings(settings: AccountSettings, options: AccountOptions): AccountSettings {
  const { wallet, duplicateWindow, settlePendingAfter, timeoutHold, webhookDelays, webhookTimeout, ...rest } =
    options
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined))
  for (const [name, value] of Object.entries(given)) {
    const check = Object.hasOwn(allowed, name) ? allowed[name as keyof typeof allowed] : undefined
    if (check === undefined) throw new OptionError(`account has no option "${name}"`)
    if (!check.holds(value))
      throw new OptionError(`account.${name} is ${inWords(value)}; it must be ${check.says}`)
  }
  return {
    ...settings,
    ...given,
    duplicateWindowMs: millis('duplicateWindow', duplicateWindow, settings.duplicateWindowMs),
    settlePendingAfterMs: millis('settlePendingAfter', settlePendingAfter, settings.settlePendingAfterMs),
    timeoutHoldMs: millis('timeoutHold', timeoutHold, settings.timeoutHoldMs),
    webhookDelaysMs:
      webhookDelays?.map((delay) => millis('webhookDelays', delay, 0)) ?? settings.webhookDelaysMs,
    webhookTimeoutMs: timeoutOf(webhookTimeout, settings.webhookTimeoutMs),
  }
}

interface Check {
  readonly says: string
  readonly holds: (value: unknown) => boolean
}

export function oneOf(...values: readonly (string | boolean)[]): Check {
  return { says: values.join(' or '), holds: (value) => values.includes(value as string) }
}

const listOfTexts: Check = {
  says: 'a list of texts',
  holds: (value) =>
    value === null || (Array.isArray(value) && value.every((entry) => typeof entry === 'string')),
}

/** A caller in JavaScript has no compiler to tell a misspelt value. */
const allowed: Record<Exclude<keyof AccountSettings, `${string}Ms`>, Check> = {
  state: oneOf('active', 'locked', 'suspended', 'inactive', 'api-disabled'),
  authentication: oneOf('all', 'keys', 'basic'),
  whitelistedProducts: listOfTexts,
  whitelistedIps: listOfTexts,
  callbackUrl: { says: 'a http or https address', holds: (value) => value === null || isAddress(value) },
  duplicateScope: oneOf('same-service', 'any-service'),
  requestIdDate: oneOf('enforced', 'ignored'),
  verifyDetail: oneOf(true, false),
  journalSize: {
    says: 'a whole number from 1 to 1000000',
    holds: (value) => Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 1_000_000,
  },
  strict: oneOf(true, false),
}

const durations = {
  duplicateWindow: true,
  settlePendingAfter: true,
  timeoutHold: true,
  webhookDelays: true,
  webhookTimeout: true,
}

function isAddress(value: unknown): boolean {
  return typeof value === 'string' && /^https?:\/\//.test(value) && URL.canParse(value)
}

/** Whether an account has an option of this name. */
export function isAccountOption(name: string): boolean {
  return Object.hasOwn(allowed, name) || Object.hasOwn(durations, name) || name === 'wallet'
}

export function inWords(value: unknown): string {
  return typeof value === 'string' ? `"${value}"` : String(value)
}

function millis(name: string, duration: Duration | undefined, otherwise: number): number {
  if (duration === undefined) return otherwise
  const ms = readDuration(duration)
  if (ms === null)
    throw new OptionError(`${name} is "${duration}"; it must be like 30s or 10m, or whole seconds`)
  return ms
}

/** No receiver answers in no time. */
function timeoutOf(duration: Duration | undefined, otherwise: number): number {
  const ms = millis('webhookTimeout', duration, otherwise)
  if (ms > 0) return ms
  throw new OptionError('webhookTimeout is 0; it must be longer, like 10s')
}

/** The same, as money. @throws OptionError */
export function readWallet(wallet: number): Money {
  const isKobo = Number.isInteger(Math.round(wallet * 1e6) / 1e4)
  if (wallet >= 0 && wallet <= LARGEST_NAIRA && isKobo) return naira(wallet)
  throw new OptionError(
    `wallet is ${wallet}; it must be naira from 0 to ${LARGEST_NAIRA}, with at most two decimals`,
  )
}
