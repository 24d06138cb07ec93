import { LARGEST_NAIRA, naira } from './catalogue/money.ts'
import type { Clock } from './clock.ts'
import { type Duration, readDuration } from './duration.ts'
import type { Account, AccountSettings, AccountState } from './engine/account.ts'
import type { ProductState } from './engine/world.ts'

/** What the default account may be given; what is left out keeps its default. */
export interface AccountOptions {
  /** The opening balance in naira, with at most two decimals. Default: 1,000,000. */
  readonly wallet?: number
  /** Default: active. The others refuse with 021, 022, 024 and 023. */
  readonly state?: AccountState
  /** The credentials that are taken. Default: all. */
  readonly authentication?: AccountSettings['authentication']
  /** The serviceIDs that may be bought; others refuse with 028. Default: every one. */
  readonly whitelistedProducts?: readonly string[]
  /** The addresses that may call; others are refused with 027. Default: every one. */
  readonly whitelistedIps?: readonly string[]
  /** Where webhooks will go; none is sent yet. Default: nowhere. */
  readonly callbackUrl?: string
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
  /** Whether every warning becomes the documented refusal. Default: false. */
  readonly strict?: boolean
}

export interface SimulatorOptions {
  /** Time. Default: the clock on the wall; `createManualClock` makes one that a test moves. */
  readonly clock?: Clock
  /** A whole number; the same seed, clock and calls give the same bytes. Default: 1. */
  readonly seed?: number
  readonly account?: AccountOptions
  /** The states of products that are not active, by serviceID: suspended (034), inactive (035), unreachable (030). */
  readonly products?: Readonly<Record<string, ProductState>>
  /** A directory of product files that are added to ours or replace them. */
  readonly catalogue?: string
}

/** Options that cannot be used; the message says which, and what to change. */
export class OptionError extends Error {
  override readonly name = 'OptionError'
}

const defaults: AccountSettings = {
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
  strict: false,
}

const DEFAULT_WALLET_NAIRA = 1_000_000

/** The account that every simulator has. */
export function defaultAccount(options: AccountOptions): Account {
  const { wallet = DEFAULT_WALLET_NAIRA } = options
  return {
    id: 'default',
    apiKey: 'sim-api-key',
    publicKey: 'PK_sim_public_key',
    secretKey: 'SK_sim_secret_key',
    email: 'sandbox@vtpass.com',
    password: 'sandbox',
    merchant: { email: 'sandbox@sandbox.vtpass.com', phone: '123450987623' },
    openingBalance: naira(checkWallet(wallet)),
    settings: settingsOf(options),
  }
}

function settingsOf(options: AccountOptions): AccountSettings {
  const { wallet, duplicateWindow, settlePendingAfter, timeoutHold, ...rest } = options
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined))
  for (const [name, value] of Object.entries(given)) {
    const check = Object.hasOwn(allowed, name) ? allowed[name as keyof typeof allowed] : undefined
    if (check === undefined) throw new OptionError(`account has no option "${name}"`)
    if (!check.holds(value))
      throw new OptionError(`account.${name} is ${inWords(value)}; it must be ${check.says}`)
  }
  return {
    ...defaults,
    ...given,
    duplicateWindowMs: millis('duplicateWindow', duplicateWindow, defaults.duplicateWindowMs),
    settlePendingAfterMs: millis('settlePendingAfter', settlePendingAfter, defaults.settlePendingAfterMs),
    timeoutHoldMs: millis('timeoutHold', timeoutHold, defaults.timeoutHoldMs),
  }
}

interface Check {
  readonly says: string
  readonly holds: (value: unknown) => boolean
}

function oneOf(...values: readonly (string | boolean)[]): Check {
  return { says: values.join(' or '), holds: (value) => values.includes(value as string) }
}

const listOfTexts: Check = {
  says: 'a list of texts',
  holds: (value) => Array.isArray(value) && value.every((entry) => typeof entry === 'string'),
}

/** A caller in JavaScript has no compiler to tell a misspelt value. */
const allowed: Record<Exclude<keyof AccountSettings, `${string}Ms`>, Check> = {
  state: oneOf('active', 'locked', 'suspended', 'inactive', 'api-disabled'),
  authentication: oneOf('all', 'keys', 'basic'),
  whitelistedProducts: listOfTexts,
  whitelistedIps: listOfTexts,
  callbackUrl: { says: 'a http or https address', holds: (value) => /^https?:\/\//.test(String(value)) },
  duplicateScope: oneOf('same-service', 'any-service'),
  requestIdDate: oneOf('enforced', 'ignored'),
  verifyDetail: oneOf(true, false),
  strict: oneOf(true, false),
}

const productStates = oneOf('active', 'suspended', 'inactive', 'unreachable')

/** @throws OptionError where a product does not exist, or its state. */
export function checkProducts(
  states: Readonly<Record<string, ProductState>>,
  known: ReadonlyMap<string, unknown>,
): void {
  for (const [serviceID, state] of Object.entries(states)) {
    checkProduct(serviceID, known)
    if (!productStates.holds(state)) {
      throw new OptionError(`products["${serviceID}"] is ${inWords(state)}; it must be ${productStates.says}`)
    }
  }
}

/** @throws OptionError where there is no such product. */
export function checkProduct(serviceID: string, known: ReadonlyMap<string, unknown>): void {
  if (!known.has(serviceID)) throw new OptionError(`there is no product "${serviceID}"`)
}

const simulatorOptions = ['clock', 'seed', 'account', 'products', 'catalogue', 'port', 'host']

/** @throws OptionError where there is no option of a name that is given. */
export function checkNames(options: object): void {
  const unknown = Object.keys(options).find((name) => !simulatorOptions.includes(name))
  if (unknown === undefined) return
  const ofAccount = Object.hasOwn(allowed, unknown) || unknown === 'wallet'
  const hint = ofAccount
    ? `; it belongs to account: { ${unknown}: … }`
    : `; there are ${simulatorOptions.join(', ')}`
  throw new OptionError(`there is no option "${unknown}"${hint}`)
}

function inWords(value: unknown): string {
  return typeof value === 'string' ? `"${value}"` : String(value)
}

function millis(name: string, duration: Duration | undefined, otherwise: number): number {
  if (duration === undefined) return otherwise
  const ms = readDuration(duration)
  if (ms === null)
    throw new OptionError(`${name} is "${duration}"; it must be like 30s or 10m, or whole seconds`)
  return ms
}

function checkWallet(wallet: number): number {
  const isKobo = Number.isInteger(Math.round(wallet * 1e6) / 1e4)
  if (wallet >= 0 && wallet <= LARGEST_NAIRA && isKobo) return wallet
  throw new OptionError(
    `wallet is ${wallet}; it must be naira from 0 to ${LARGEST_NAIRA}, with at most two decimals`,
  )
}

export function checkSeed(seed: number): number {
  if (Number.isSafeInteger(seed) && seed >= 0) return seed
  throw new OptionError(`seed is ${seed}; it must be a whole number from 0`)
}
