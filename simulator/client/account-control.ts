import type { Access } from './access.ts'
import { callOf } from './call.ts'
import { type ClockControl, clockOf } from './clock.ts'
import { type JournalControl, journalOf } from './journal.ts'
import { type ProductControl, productsOf } from './products.ts'
import { type ScenarioControl, scenariosOf } from './scenarios.ts'
import { type TransactionControl, transactionsOf } from './transactions.ts'
import type { Coverage, Finding } from './types.ts'
import { type WebhookControl, webhooksOf } from './webhooks.ts'

/** What one account can be told and asked. Every call throws a ControlError where it is refused. */
export interface AccountControl {
  readonly clock: ClockControl
  readonly scenarios: ScenarioControl
  readonly transactions: TransactionControl
  readonly products: ProductControl
  readonly journal: JournalControl
  readonly webhooks: WebhookControl
  /** What this run has exercised, and what it never has. */
  coverage(): Promise<Coverage>
  /** What the caller did wrong, the gravest first; read from what the journal still holds. */
  findings(): Promise<Finding[]>
  /** Goes back to how the account was created. */
  reset(): Promise<void>
}

export function accountControlOf(access: Access): AccountControl {
  const call = callOf(access)
  return {
    clock: clockOf(call),
    scenarios: scenariosOf(call),
    transactions: transactionsOf(call),
    products: productsOf(call),
    journal: journalOf(access, call),
    webhooks: webhooksOf(call),
    coverage: () => call('get', '/coverage'),
    findings: async () => (await call('get', '/findings')).items,
    reset: () => call('post', '/reset'),
  }
}
