import { type Kobo, readNaira } from './pricing/kobo.ts'
import { type Percent, readPercent } from './pricing/percent.ts'
import type { Markups } from './pricing/quote.ts'
import type { GuardSettings } from './purchases/upstream-guard.ts'
import type { VtpassSettings } from './vtpass/client.ts'
import { isLive } from './vtpass/live.ts'

/** All that the environment can say. */
export interface Config {
  readonly port: number
  readonly host: string
  readonly vtpass: VtpassSettings
  readonly jwtSecret: Uint8Array
  /** null is a PostgreSQL of our own, in a folder of its own. */
  readonly databaseUrl: string | null
  readonly markups: Markups
  /** Of the price, for a delivered purchase of data; 0 is switched off. */
  readonly cashback: Percent
  /** Whether the sandbox's own numbers may be bought for. */
  readonly allowsTestNumbers: boolean
  /** Whether a customer's webhook may be on a machine that only we can reach. */
  readonly allowsPrivateWebhooks: boolean
  /** How many proxies stand before us, each adding the address that it was called from. */
  readonly trustedProxies: number
  readonly rateLimits: RateLimits
  /** How long after its POST a purchase that VTpass does not know is no purchase; milliseconds. */
  readonly notFoundGraceMs: number
  readonly guard: GuardSettings
  /** An operator is told when the balance at VTpass falls below it; null is never. */
  readonly floatMinimum: Kobo | null
  /** The lowest level of the lines that are written. */
  readonly logLevel: LogLevel
}

const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

/** Requests a minute; 0 is no limit. */
interface RateLimits {
  readonly perUser: number
  readonly perIp: number
  /** Who counts: this process by itself, or all processes on the database together. */
  readonly store: 'memory' | 'postgres'
}

/** Something in the environment that cannot be used; the message is one line that says what to change. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

/** Five a second, a minute long: no person taps that fast, and a program in a loop is stopped. */
const REQUESTS_OF_A_PERSON = 300
/** Many people share an address: an office, or a whole network behind one. */
const REQUESTS_OF_AN_OFFICE = 6_000
const MOST_REQUESTS = 1_000_000

type Environment = Readonly<Record<string, string | undefined>>

const SIMULATOR = 'http://127.0.0.1:4040/api'
/** What every simulator takes: no secrets. */
const SIMULATOR_KEYS = {
  VTPASS_API_KEY: 'sim-api-key',
  VTPASS_PUBLIC_KEY: 'PK_sim_public_key',
  VTPASS_SECRET_KEY: 'SK_sim_secret_key',
}

/** @throws ConfigError */
export function readConfig(environment: Environment): Config {
  const vtpass = readVtpass(environment)
  const regular = readMarkup(environment, 'DATA_MARKUP_PERCENT') ?? readPercentOr('0')
  return {
    port: readCount(environment, 'PORT', 4050, 65_535),
    host: environment.HOST || '127.0.0.1',
    vtpass,
    jwtSecret: readSecret(environment.JWT_SECRET),
    databaseUrl: readDatabaseUrl(environment),
    markups: { regular, friendly: readMarkup(environment, 'DATA_MARKUP_PERCENT_FRIENDLIES') },
    cashback: readMarkup(environment, 'DATA_CASHBACK_PERCENT') ?? readPercentOr('0'),
    allowsTestNumbers: readSwitch(environment, 'ALLOW_TEST_NUMBERS', !isLive(vtpass.baseUrl)),
    allowsPrivateWebhooks: readSwitch(environment, 'ALLOW_PRIVATE_WEBHOOKS', !isLive(vtpass.baseUrl)),
    trustedProxies: readCount(environment, 'TRUSTED_PROXIES', 0, 10),
    rateLimits: {
      perUser: readCount(environment, 'RATE_LIMIT_PER_USER', REQUESTS_OF_A_PERSON, MOST_REQUESTS),
      perIp: readCount(environment, 'RATE_LIMIT_PER_IP', REQUESTS_OF_AN_OFFICE, MOST_REQUESTS),
      store: readLimitStore(environment),
    },
    notFoundGraceMs: readCount(environment, 'NOT_FOUND_GRACE_SECONDS', 600, 86_400) * 1000,
    guard: {
      downAfter: readCount(environment, 'UPSTREAM_DOWN_AFTER', 5, 1_000),
      downForMs: readCount(environment, 'UPSTREAM_DOWN_SECONDS', 15, 600, 1) * 1000,
      balanceEveryMs: readCount(environment, 'BALANCE_EVERY_SECONDS', 60, 3_600) * 1000,
    },
    floatMinimum: readAmount(environment, 'FLOAT_MINIMUM'),
    logLevel: readLogLevel(environment),
  }
}

function readVtpass(environment: Environment): VtpassSettings {
  const baseUrl = environment.VTPASS_BASE_URL || SIMULATOR
  if (!/^https?:\/\//.test(baseUrl) || !URL.canParse(baseUrl))
    throw new ConfigError(`VTPASS_BASE_URL is "${baseUrl}"; it must be an address like ${SIMULATOR}`)
  const isHere = ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(baseUrl).hostname)
  const key = (name: keyof typeof SIMULATOR_KEYS) => {
    const value = environment[name] || (isHere ? SIMULATOR_KEYS[name] : '')
    if (value !== '') return value
    throw new ConfigError(`${name} is missing: VTpass at ${new URL(baseUrl).host} wants three keys`)
  }
  return {
    baseUrl,
    apiKey: key('VTPASS_API_KEY'),
    publicKey: key('VTPASS_PUBLIC_KEY'),
    secretKey: key('VTPASS_SECRET_KEY'),
    timeoutMs: readCount(environment, 'VTPASS_TIMEOUT_MS', 30_000, 120_000, 100),
  }
}

function readDatabaseUrl({ DATABASE_URL: url = '' }: Environment): string | null {
  if (url === '') return null
  if (/^postgres(ql)?:\/\//.test(url) && URL.canParse(url)) return url
  // It may hold a password, so that it is not repeated.
  throw new ConfigError(
    'DATABASE_URL cannot be read; it must be an address like postgres://user:password@host/name',
  )
}

/** HS256 asks for a key as long as its digest. */
const SHORTEST_SECRET = 32

function readSecret(secret = ''): Uint8Array {
  const bytes = new TextEncoder().encode(secret)
  const isVaried = new Set(secret).size >= 8
  if (bytes.byteLength >= SHORTEST_SECRET && isVaried) return bytes
  throw new ConfigError(
    secret === ''
      ? 'JWT_SECRET is missing: openssl rand -base64 48 makes one'
      : `JWT_SECRET is weak: it must have ${SHORTEST_SECRET} characters or more, not all alike; openssl rand -base64 48 makes one`,
  )
}

function readMarkup(environment: Environment, name: string): Percent | null {
  const text = environment[name]
  if (text === undefined || text === '') return null
  const percent = readPercent(text)
  if (percent !== null) return percent
  throw new ConfigError(`${name} is "${text}"; it must be a percentage from 0 to 100, like 2 or 2.5`)
}

function readPercentOr(text: string): Percent {
  const percent = readPercent(text)
  if (percent === null) throw new ConfigError(`"${text}" is no percentage`)
  return percent
}

function readAmount(environment: Environment, name: string): Kobo | null {
  const text = environment[name]
  if (text === undefined || text === '') return null
  const amount = readNaira(text)
  if (amount !== null) return amount
  throw new ConfigError(`${name} is "${text}"; it must be an amount in naira, like 50000 or 50000.50`)
}

function readCount(
  environment: Environment,
  name: string,
  otherwise: number,
  most: number,
  least = 0,
): number {
  const text = environment[name]
  if (text === undefined || text === '') return otherwise
  const count = /^\d{1,7}$/.test(text) ? Number(text) : Number.NaN
  if (count >= least && count <= most) return count
  throw new ConfigError(`${name} is "${text}"; it must be a whole number from ${least} to ${most}`)
}

function readSwitch(environment: Environment, name: string, otherwise: boolean): boolean {
  const text = environment[name]
  if (text === undefined || text === '') return otherwise
  if (text === '1' || text === 'true') return true
  if (text === '0' || text === 'false') return false
  throw new ConfigError(`${name} is "${text}"; it must be 1 or 0`)
}

/** A database that others can reach may have several processes; the one in our own folder has us alone. */
function readLimitStore({
  RATE_LIMIT_STORE: text = '',
  DATABASE_URL = '',
}: Environment): RateLimits['store'] {
  if (text === '') return DATABASE_URL === '' ? 'memory' : 'postgres'
  if (text === 'memory' || text === 'postgres') return text
  throw new ConfigError(`RATE_LIMIT_STORE is "${text}"; it must be memory or postgres`)
}

function readLogLevel({ LOG_LEVEL: text = '' }: Environment): LogLevel {
  const level = text === '' ? 'info' : LOG_LEVELS.find((each) => each === text)
  if (level !== undefined) return level
  throw new ConfigError(`LOG_LEVEL is "${text}"; it must be one of ${LOG_LEVELS.join(', ')}`)
}
