import type { Call } from './call.ts'
import { allOf } from './pages.ts'
import type { NewRule, Rule } from './types.ts'

/** The account's rules: which calls get which fate, and what their callers hear. */
export interface ScenarioControl {
  /** Puts a rule behind those that there are; the first that matches a call decides it. */
  add(rule: NewRule): Promise<Rule>
  get(id: string): Promise<Rule>
  /** In the order in which they are asked. */
  list(): Promise<Rule[]>
  remove(id: string): Promise<void>
  /** Takes all of them away. */
  clear(): Promise<void>
}

export function scenariosOf(call: Call): ScenarioControl {
  return {
    add: (rule) => call('post', '/scenarios', { body: rule }),
    get: (ruleId) => call('get', '/scenarios/{ruleId}', { path: { ruleId } }),
    list: () => allOf((page) => call('get', '/scenarios', { query: page })),
    remove: (ruleId) => call('delete', '/scenarios/{ruleId}', { path: { ruleId } }),
    clear: () => call('delete', '/scenarios'),
  }
}
