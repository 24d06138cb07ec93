import type { Money } from '../catalogue/money.ts'
import { naira } from '../catalogue/money.ts'
import type { Millis } from '../engine/time.ts'
import { type AskedRule, type Rule, readRule } from './rule.ts'

/** What a call has that a rule can ask for. */
export interface Call {
  readonly endpoint: string
  readonly serviceID: string | null
  readonly recipient: string | null
  readonly requestId: string | null
  /** Worked out where a rule asks for it. */
  readonly amount: () => Money | null
}

/** The rules of an account, in the order in which they are asked. */
export class Rules {
  #rules: readonly Rule[] = []
  #endpoints: ReadonlySet<string> = new Set()
  #added = 0

  /** The rule, or what is wrong with it, in words. */
  add(asked: AskedRule, now: Millis): Rule | string {
    const rule = readRule(asked, `rule-${this.#added + 1}`, now)
    if (typeof rule === 'string') return rule
    this.#added += 1
    this.#keep([...this.#rules, rule])
    return rule
  }

  list(): readonly Rule[] {
    return this.#rules
  }

  /** Whether there is one for calls of this endpoint: most calls are spared the question what they would match. */
  areFor(endpoint: string): boolean {
    return this.#endpoints.has(endpoint)
  }

  get(id: string): Rule | undefined {
    return this.#rules.find((rule) => rule.id === id)
  }

  /** Whether there was one. */
  remove(id: string): boolean {
    const kept = this.#rules.filter((rule) => rule.id !== id)
    const isRemoved = kept.length < this.#rules.length
    this.#keep(kept)
    return isRemoved
  }

  clear(): void {
    this.#keep([])
  }

  reset(): void {
    this.clear()
    this.#added = 0
  }

  #keep(rules: readonly Rule[]): void {
    this.#rules = rules
    this.#endpoints = new Set(rules.map(({ asked: { match } }) => match?.endpoint ?? 'pay'))
  }

  /**
   * The first rule that matches and whose occurrence has come, or null. A rule that matches counts the call, whether it
   * decides it or not; those behind the one that decides are not asked.
   *
   * @param fraction the account's luck: a number from 0, below 1
   */
  choose(call: Call, now: Millis, fraction: () => number): Rule | null {
    for (const rule of this.#rules) {
      if (!matches(rule, call, now)) continue
      rule.matched += 1
      if (!isDue(rule, fraction)) continue
      rule.decided += 1
      return rule
    }
    return null
  }
}

function matches({ asked: { match = {} }, endsAt }: Rule, call: Call, now: Millis): boolean {
  if (endsAt !== null && now >= endsAt) return false
  const { endpoint = 'pay', serviceID, recipient, requestId, amount } = match
  return (
    endpoint === call.endpoint &&
    (serviceID === undefined || serviceID === call.serviceID) &&
    (recipient === undefined || recipient === call.recipient) &&
    (requestId === undefined || requestId === call.requestId) &&
    (amount === undefined || isWithin(call.amount(), amount))
  )
}

function isWithin(amount: Money | null, { from, to }: { from?: number; to?: number }): boolean {
  if (amount === null) return false
  return (from === undefined || amount >= naira(from)) && (to === undefined || amount <= naira(to))
}

function isDue({ asked: { occurrence = {} }, matched }: Rule, fraction: () => number): boolean {
  const { first, nth, every, share } = occurrence
  if (first !== undefined) return matched <= first
  if (nth !== undefined) return matched === nth
  if (every !== undefined) return matched % every === 0
  return share === undefined || fraction() < share
}
