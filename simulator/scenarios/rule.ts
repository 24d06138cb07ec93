import type { components } from '../../openapi/generated/control.ts'
import { readDuration } from '../engine/duration.ts'
import type { Millis } from '../engine/time.ts'
import { type ReadFate, readFate } from './read-fate.ts'
import { readFault } from './read-fault.ts'
import type { Scenario, ScenarioSettings, Strike } from './scenario.ts'

/** A rule as the contract has it. */
export type AskedRule = components['schemas']['NewRule']

/** A rule that arranges what becomes of the calls that it matches. */
export interface Rule {
  readonly id: string
  readonly asked: AskedRule
  readonly createdAt: Millis
  /** When it ends by itself; null is never. */
  readonly endsAt: Millis | null
  readonly fate: ReadFate | null
  readonly strike: Strike | null
  /** How many calls had what it asks for, and how many of them it decided. */
  matched: number
  decided: number
}

/** A rule that can be asked, or what is wrong with it, in words. */
export function readRule(asked: AskedRule, id: string, now: Millis): Rule | string {
  const { match = {}, occurrence = {} } = asked
  const { from = 0, to = Number.POSITIVE_INFINITY } = match.amount ?? {}
  if (from > to) return 'match.amount.from is above match.amount.to'
  const fate = asked.fate === undefined ? null : readFate(asked.fate)
  if (typeof fate === 'string') return fate
  const fault = asked.fault === undefined ? null : readFault(asked.fault)
  if (typeof fault === 'string') return fault
  const lasts = occurrence.for === undefined ? null : readDuration(occurrence.for)
  const strike = fault === null ? null : { fault, when: asked.fault?.when ?? 'after-commit' }
  const rule: Rule = {
    id,
    asked,
    createdAt: now,
    endsAt: lasts === null ? null : now + lasts,
    fate,
    strike,
    matched: 0,
    decided: 0,
  }
  return doesNothing(rule) ?? rule
}

/** What the rule arranges for a call. Its own fault goes before that of the scenario which it names. */
export function arrange({ fate, strike }: Rule, settings: ScenarioSettings): Scenario {
  const named = fate?.(settings) ?? { name: null, fate: null, code: null, strike: null }
  return strike === null ? named : { ...named, strike }
}

/** Only a purchase makes an order; of every other call a rule can change the code and what is heard. */
function doesNothing(rule: Rule): string | null {
  const { endpoint = 'pay' } = rule.asked.match ?? {}
  if (endpoint === 'pay') return null
  const { code, strike } = arrange(rule, { timeoutHoldMs: 1 })
  if (strike !== null || (code !== null && code !== '000')) return null
  return `fate makes an order, and ${endpoint} does not: name a code there (code-NNN), or a fault`
}
