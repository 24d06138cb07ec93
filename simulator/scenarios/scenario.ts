import type { RecipientOutcome } from '../catalogue/product-file.ts'
import type { ResponseCode } from '../engine/codes.ts'
import type { Fate } from '../engine/fate.ts'
import type { Millis } from '../engine/time.ts'
import type { Fault, Moment } from '../faults/fault.ts'
import { fateOfCode } from './code.ts'
import { vend } from './vend.ts'

/** A fault, and when it strikes. */
export interface Strike {
  readonly fault: Fault
  readonly when: Moment
}

/** What is arranged for one exchange: the fate changes what happens, the strike what the caller hears of it. */
export interface Scenario {
  /** null where it is arranged in detail. */
  readonly name: string | null
  /** What becomes of a purchase; null leaves that to its recipient. */
  readonly fate: Fate | null
  /** What every other call answers; null is what it would answer anyway. */
  readonly code: ResponseCode | null
  /** null lets the caller hear all. */
  readonly strike: Strike | null
}

/** The settings of an account that a scenario depends on. */
export interface ScenarioSettings {
  readonly timeoutHoldMs: Millis
}

/** How long `slow` takes. */
const SLOW_MS = 10_000

/** When what settles by itself does so, unless somebody says otherwise. */
export const SETTLES_AFTER_MS = 60_000

/** What a name arranges; `code` is for every call but a purchase. */
interface Preset {
  readonly fate: Fate
  readonly strike: Strike | null
  readonly code?: ResponseCode
}

function strikes(fault: Fault, when: Moment = 'after-commit'): Strike {
  return { fault, when }
}

const unheard = strikes({ kind: 'empty-response' })

/** Every scenario that has a name of its own; beside them there is one for each code. */
const presets = {
  delivered: () => ({ fate: vend('delivered'), strike: null }),
  failed: () => ({ fate: vend('failed'), strike: null }),
  pending: () => ({ fate: vend('pending'), strike: null }),
  'pending-then-delivered': () => ({
    fate: vend('pending', { settles: { to: 'delivered', afterMs: SETTLES_AFTER_MS } }),
    strike: null,
  }),
  'pending-then-failed': () => ({
    fate: vend('pending', { settles: { to: 'failed', afterMs: SETTLES_AFTER_MS } }),
    strike: null,
  }),
  'delivered-then-reversed': () => ({
    fate: vend('delivered', { settles: { to: 'reversed', afterMs: SETTLES_AFTER_MS } }),
    strike: null,
  }),
  'delivered-but-unheard': () => ({ fate: vend('delivered'), strike: unheard }),
  'failed-but-unheard': () => ({ fate: vend('failed'), strike: unheard }),
  // No order, whatever fault a rule puts in the place of this one.
  'never-arrived': () => ({
    fate: systemError,
    strike: strikes({ kind: 'connection-reset-by-peer' }, 'before-commit'),
  }),
  slow: () => ({ fate: vend('delivered'), strike: strikes({ kind: 'fixed-delay', delayMs: SLOW_MS }) }),
  timeout: ({ timeoutHoldMs }) => ({ fate: vend('pending'), strike: holdFor(timeoutHoldMs) }),
  'unexpected-083': () => ({ fate: systemError, code: '083', strike: null }),
  'unexpected-099': () => ({ fate: processing, code: '099', strike: null }),
  'unexpected-code': () => garbled({ kind: 'unlisted-code' }),
  'unexpected-status': () => garbled({ kind: 'unlisted-status' }),
  'unexpected-html': () => garbled({ kind: 'html-502' }),
  'unexpected-empty': () => garbled({ kind: 'empty-body' }),
  'unexpected-truncated': () => garbled({ kind: 'truncated-json' }),
  'unexpected-text': () => garbled({ kind: 'bare-text' }),
  'unexpected-content-type': () => garbled({ kind: 'wrong-content-type', contentType: 'text/html' }),
} satisfies Record<string, (settings: ScenarioSettings) => Preset>

export type ScenarioName = keyof typeof presets

export const scenarioNames = Object.keys(presets) as readonly ScenarioName[]

const processing: Fate = vend('pending', { payCode: '099' })
const systemError: Fate = { kind: 'refuse', code: '083', moment: 'at-the-biller' }

/** Of what could be garbled, a delivered purchase is what costs most. */
function garbled(fault: Fault): Preset {
  return { fate: vend('delivered'), strike: strikes(fault) }
}

function holdFor(ms: Millis): Strike | null {
  return ms === 0 ? null : strikes({ kind: 'fixed-delay', delayMs: ms })
}

/** The scenario of this name, `code-NNN` among them, or null where there is none. */
export function scenarioNamed(name: string, settings: ScenarioSettings): Scenario | null {
  if (Object.hasOwn(presets, name)) {
    const { fate, strike, code }: Preset = presets[name as ScenarioName](settings)
    return { name, fate, code: code ?? null, strike }
  }
  const [, code = ''] = /^code-(\d{3})$/.exec(name) ?? []
  const fate = fateOfCode(code)
  return fate === null ? null : { name, fate, code: code as ResponseCode, strike: null }
}

/** What each test number arranges; the last two are ours, since nobody has seen what VTpass does. */
export function scenarioOfRecipient(
  outcome: RecipientOutcome,
  settings: ScenarioSettings,
): ScenarioOfRecipient {
  if (outcome !== 'timeout') return ofRecipient[outcome]
  return { ...presets.timeout(settings), name: outcome, code: null }
}

/** A number always says what becomes of a purchase. */
export interface ScenarioOfRecipient extends Scenario {
  readonly fate: Fate
}

function recipient(name: RecipientOutcome, { fate, strike }: Preset): ScenarioOfRecipient {
  return { name, fate, code: null, strike }
}

const ofRecipient: Record<Exclude<RecipientOutcome, 'timeout'>, ScenarioOfRecipient> = {
  delivered: recipient('delivered', presets.delivered()),
  failed: recipient('failed', presets.failed()),
  pending: recipient('pending', presets.pending()),
  unexpected: recipient('unexpected', presets['unexpected-083']()),
  'no-response': recipient('no-response', { fate: vend('pending'), strike: unheard }),
}
