import { describe, expect, it } from 'vitest'
import { ConfigError, readConfig } from './config.ts'

const secret = 'k3nf8a2qxz7wm1p9k3nf8a2qxz7wm1p9'
const sandbox = {
  VTPASS_BASE_URL: 'https://sandbox.vtpass.com/api',
  VTPASS_API_KEY: 'a',
  VTPASS_PUBLIC_KEY: 'PK_b',
  VTPASS_SECRET_KEY: 'SK_c',
}

it('needs a secret alone, and meets the simulator on this machine', () => {
  const config = readConfig({ JWT_SECRET: secret })
  expect(config).toMatchObject({
    port: 4050,
    host: '127.0.0.1',
    vtpass: { baseUrl: 'http://127.0.0.1:4040/api', apiKey: 'sim-api-key' },
    databaseUrl: null,
    markups: { regular: 0, friendly: null },
    cashback: 0,
    allowsTestNumbers: true,
    trustedProxies: 0,
    rateLimits: { perUser: 300, perIp: 6000, store: 'memory' },
    allowsPrivateWebhooks: true,
    notFoundGraceMs: 600_000,
    guard: { downAfter: 5, downForMs: 15_000, balanceEveryMs: 60_000 },
    floatMinimum: null,
  })
})

it('reaches the real sandbox by four variables', () => {
  const { vtpass } = readConfig({ JWT_SECRET: secret, ...sandbox })
  expect(vtpass).toMatchObject({
    baseUrl: 'https://sandbox.vtpass.com/api',
    apiKey: 'a',
    publicKey: 'PK_b',
    secretKey: 'SK_c',
  })
})

it('buys for the sandbox’s own numbers anywhere but at the live VTpass, unless it is told to', () => {
  const live = { JWT_SECRET: secret, ...sandbox, VTPASS_BASE_URL: 'https://vtpass.com/api' }
  expect(readConfig({ JWT_SECRET: secret, ...sandbox }).allowsTestNumbers).toBe(true)
  expect(readConfig(live).allowsTestNumbers).toBe(false)
  expect(readConfig({ ...live, ALLOW_TEST_NUMBERS: '1' }).allowsTestNumbers).toBe(true)
})

it('sends webhooks into our own network anywhere but at the live VTpass, unless it is told to', () => {
  const live = { JWT_SECRET: secret, ...sandbox, VTPASS_BASE_URL: 'https://vtpass.com/api' }
  expect(readConfig({ JWT_SECRET: secret, ...sandbox }).allowsPrivateWebhooks).toBe(true)
  expect(readConfig(live).allowsPrivateWebhooks).toBe(false)
  expect(readConfig({ ...live, ALLOW_PRIVATE_WEBHOOKS: '1' }).allowsPrivateWebhooks).toBe(true)
})

it('shares rate limits where a database is shared, unless it is told to', () => {
  const storeOf = (environment: object) => readConfig({ JWT_SECRET: secret, ...environment }).rateLimits.store
  const DATABASE_URL = 'postgres://db/shop'
  expect(storeOf({})).toBe('memory')
  expect(storeOf({ DATABASE_URL })).toBe('postgres')
  expect(storeOf({ DATABASE_URL, RATE_LIMIT_STORE: 'memory' })).toBe('memory')
  expect(storeOf({ RATE_LIMIT_STORE: 'postgres' })).toBe('postgres')
})

it('reads percentages exactly, and takes an empty variable for none', () => {
  const { markups, cashback, databaseUrl, port } = readConfig({
    JWT_SECRET: secret,
    DATA_MARKUP_PERCENT: '2.5',
    DATA_MARKUP_PERCENT_FRIENDLIES: '1',
    DATA_CASHBACK_PERCENT: '0.5',
    DATABASE_URL: '',
    PORT: '',
  })
  expect([markups.regular, markups.friendly, cashback, databaseUrl, port]).toEqual([
    25_000,
    10_000,
    5_000,
    null,
    4050,
  ])
})

it('writes lines from info on, unless it is told otherwise', () => {
  expect(readConfig({ JWT_SECRET: secret }).logLevel).toBe('info')
  expect(readConfig({ JWT_SECRET: secret, LOG_LEVEL: '' }).logLevel).toBe('info')
  expect(readConfig({ JWT_SECRET: secret, LOG_LEVEL: 'silent' }).logLevel).toBe('silent')
})

it('takes VTpass for down, and watches the float, as it is told to', () => {
  const { guard, floatMinimum } = readConfig({
    JWT_SECRET: secret,
    UPSTREAM_DOWN_AFTER: '0',
    UPSTREAM_DOWN_SECONDS: '60',
    BALANCE_EVERY_SECONDS: '0',
    FLOAT_MINIMUM: '50000.50',
  })
  expect(guard).toEqual({ downAfter: 0, downForMs: 60_000, balanceEveryMs: 0 })
  expect(floatMinimum).toBe(5_000_050)
})

describe('is refused in one line', () => {
  it.each([
    [{ JWT_SECRET: '' }, 'JWT_SECRET is missing: openssl rand -base64 48 makes one'],
    [{ JWT_SECRET: 'short' }, /^JWT_SECRET is weak: it must have 32 characters or more/],
    [{ JWT_SECRET: 'a'.repeat(64) }, /^JWT_SECRET is weak/],
    [
      { VTPASS_BASE_URL: 'sandbox.vtpass.com' },
      /^VTPASS_BASE_URL is "sandbox.vtpass.com"; it must be an address like/,
    ],
    [
      { ...sandbox, VTPASS_SECRET_KEY: '' },
      'VTPASS_SECRET_KEY is missing: VTpass at sandbox.vtpass.com wants three keys',
    ],
    [
      { VTPASS_TIMEOUT_MS: 'soon' },
      'VTPASS_TIMEOUT_MS is "soon"; it must be a whole number from 100 to 120000',
    ],
    [{ PORT: '70000' }, 'PORT is "70000"; it must be a whole number from 0 to 65535'],
    [{ PORT: '-1' }, /^PORT is "-1"/],
    [
      { DATABASE_URL: 'mysql://root:hunter2@db/x' },
      /^DATABASE_URL cannot be read; it must be an address like postgres:/,
    ],
    [
      { DATA_MARKUP_PERCENT: '2%' },
      'DATA_MARKUP_PERCENT is "2%"; it must be a percentage from 0 to 100, like 2 or 2.5',
    ],
    [{ DATA_MARKUP_PERCENT_FRIENDLIES: '101' }, /^DATA_MARKUP_PERCENT_FRIENDLIES is "101"/],
    [{ DATA_CASHBACK_PERCENT: '-1' }, /^DATA_CASHBACK_PERCENT is "-1"/],
    [{ ALLOW_TEST_NUMBERS: 'maybe' }, 'ALLOW_TEST_NUMBERS is "maybe"; it must be 1 or 0'],
    [{ TRUSTED_PROXIES: '99' }, 'TRUSTED_PROXIES is "99"; it must be a whole number from 0 to 10'],
    [{ RATE_LIMIT_PER_USER: '1.5' }, /^RATE_LIMIT_PER_USER is "1.5"/],
    [{ RATE_LIMIT_PER_IP: 'no' }, /^RATE_LIMIT_PER_IP is "no"/],
    [{ RATE_LIMIT_STORE: 'redis' }, 'RATE_LIMIT_STORE is "redis"; it must be memory or postgres'],
    [{ ALLOW_PRIVATE_WEBHOOKS: 'on' }, 'ALLOW_PRIVATE_WEBHOOKS is "on"; it must be 1 or 0'],
    [{ NOT_FOUND_GRACE_SECONDS: '1e3' }, /^NOT_FOUND_GRACE_SECONDS is "1e3"/],
    [{ UPSTREAM_DOWN_AFTER: '-1' }, /^UPSTREAM_DOWN_AFTER is "-1"/],
    [{ UPSTREAM_DOWN_SECONDS: '0' }, 'UPSTREAM_DOWN_SECONDS is "0"; it must be a whole number from 1 to 600'],
    [{ BALANCE_EVERY_SECONDS: '9999' }, /^BALANCE_EVERY_SECONDS is "9999"/],
    [
      { FLOAT_MINIMUM: '50,000' },
      'FLOAT_MINIMUM is "50,000"; it must be an amount in naira, like 50000 or 50000.50',
    ],
    [{ FLOAT_MINIMUM: '-5' }, /^FLOAT_MINIMUM is "-5"/],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL is "loud"; it must be one of debug, info, warn, error, silent'],
  ])('%j', (environment, message) => {
    expect(() => readConfig({ JWT_SECRET: secret, ...environment })).toThrow(ConfigError)
    expect(() => readConfig({ JWT_SECRET: secret, ...environment })).toThrow(message)
  })

  it('that repeats no password', () => {
    expect(() => readConfig({ JWT_SECRET: secret, DATABASE_URL: 'mysql://root:hunter2@db/x' })).not.toThrow(
      /hunter2/,
    )
  })
})
