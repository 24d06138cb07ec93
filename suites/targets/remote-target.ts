import { AddressError, baseUrlOf, looksLive } from './address.ts'
import type { Keys } from './headers.ts'
import { redactor } from './redact.ts'
import { type Fetch, send } from './send.ts'
import { Spacing } from './spacing.ts'
import {
  type Ability,
  type Exemption,
  LimitReached,
  type VtpassAnswer,
  type VtpassRequest,
  type VtpassTarget,
} from './target.ts'

/** Time, handed in: milliseconds since 1970. */
export interface Time {
  now(): number
  sleep(ms: number): Promise<void>
}

export interface RemoteOptions {
  /** With or without /api at its end. */
  readonly url: string
  readonly keys: Keys
  /** Default: 1500. */
  readonly maxCalls?: number
  /** Default: 60,000: what is bought counts at its price, whether it is delivered or not. */
  readonly maxNaira?: number
  /** How long an answer may take, in milliseconds, before it is a difference. Default: 10 s. */
  readonly slowestMs?: number
  /** Both must be said before a host that looks live is asked. */
  readonly allowLive?: boolean
  readonly spendRealMoney?: boolean
  readonly exemptions?: readonly Exemption[]
  readonly fetch?: Fetch
  readonly time?: Time
}

export const remoteDefaults = { maxCalls: 1500, maxNaira: 60_000, slowestMs: 10_000 } as const

/** After this an answer has not come: longer than VTpass is thought to hold one. */
const PATIENCE_MS = 90_000
/** How far the clock of another machine may be from ours. */
const CLOCK_TOLERANCE_MS = 120_000

/** Nobody answers there at all. */
export class NobodyAnswers extends Error {
  override readonly name = 'NobodyAnswers'
}

/** One that never goes back, since answers are timed by it. */
const wallTime: Time = {
  now: () => performance.timeOrigin + performance.now(),
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
}

/** What nobody can do to a VTpass that is not theirs. */
const cannot: Record<Exclude<Ability, 'basic-authentication'>, string> = {
  'own-clock': 'the clock of a remote VTpass cannot be moved or held, and waiting for it takes too long',
  'fresh-account': 'a remote VTpass has one account, which cannot be reset',
  'account-settings': 'the settings of a remote account are changed in its profile, by hand',
  scenarios: 'a remote VTpass takes no commands',
}
const noBasic = 'VTPASS_EMAIL and VTPASS_PASSWORD are not set'

/**
 * A VTpass at an address, like the sandbox. Purchases are spaced, so that none is a likely duplicate unless it is to be.
 *
 * @throws AddressError where the address is none, or looks live and was not allowed twice
 */
export function remoteVtpass(options: RemoteOptions): VtpassTarget {
  const { keys, time = wallTime, slowestMs = remoteDefaults.slowestMs, exemptions = [] } = options
  const baseUrl = baseUrlOf(options.url)
  checkLive(baseUrl, options)
  const hasBasic = keys.email !== '' && keys.password !== ''
  return {
    name: baseUrl,
    now: time.now,
    clockToleranceMs: CLOCK_TOLERANCE_MS,
    merchant: null,
    slowestMs,
    wait: time.sleep,
    ask: carefulAsk(baseUrl, options, time),
    abilities: hasBasic ? { 'basic-authentication': true } : {},
    cannot: hasBasic ? cannot : { ...cannot, 'basic-authentication': noBasic },
    exemptions,
    redact: redactor(Object.values(keys)),
  }
}

function checkLive(baseUrl: string, { allowLive, spendRealMoney }: RemoteOptions): void {
  if (!looksLive(baseUrl) || (allowLive === true && spendRealMoney === true)) return
  throw new AddressError(
    `${baseUrl} looks live, where purchases cost real money; the sandbox is https://sandbox.vtpass.com/api. Both --allow-live and --spend-real-money are needed to go on`,
  )
}

/** Asks one at a time, spaced, and within its limits. */
function carefulAsk(baseUrl: string, options: RemoteOptions, time: Time): VtpassTarget['ask'] {
  const { keys, fetch = globalThis.fetch } = options
  const { maxCalls = remoteDefaults.maxCalls, maxNaira = remoteDefaults.maxNaira } = options
  const spacing = new Spacing()
  let [calls, naira] = [0, 0]
  return async (request: VtpassRequest): Promise<VtpassAnswer> => {
    const costs = request.costs ?? 0
    if (calls + 1 > maxCalls) throw new LimitReached(`the limit of ${maxCalls} calls is reached`)
    if (naira + costs > maxNaira) throw new LimitReached(`the limit of ₦${maxNaira} would be passed`)
    calls += 1
    naira += costs
    const ms = spacing.waitFor(request, time.now())
    if (ms > 0) await time.sleep(ms)
    const answer = await send(request, { baseUrl, keys, fetch, now: time.now, patienceMs: PATIENCE_MS })
    spacing.note(request, time.now())
    if (calls === 1 && answer.status === null)
      throw new NobodyAnswers(`nobody answers at ${baseUrl}: ${answer.silence}`)
    return answer
  }
}
