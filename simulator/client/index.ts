export type { ControlOptions, Fetch } from './access.ts'
export type { AccountControl } from './account-control.ts'
export type { AccountsControl, ControlledAccount } from './accounts.ts'
export type { ClockControl } from './clock.ts'
export { type ControlledSimulator, connectSimulator, NoSimulatorError } from './connect.ts'
export { controlOf, type SimulatorControl } from './control.ts'
export { ControlError } from './control-error.ts'
export type { Credentials } from './credentials.ts'
export type { Following, JournalControl } from './journal.ts'
export type { ProductControl } from './products.ts'
export type { ScenarioControl } from './scenarios.ts'
export type { TransactionControl } from './transactions.ts'
export type {
  Account,
  AccountChange,
  ClockReading,
  Coverage,
  Delivery,
  DeliveryFilter,
  Duration,
  Finding,
  FindingName,
  Health,
  JournalEntry,
  JournalFilter,
  NewAccount,
  NewRule,
  Problem,
  Product,
  ProductChange,
  Rule,
  Settlement,
  Transaction,
  TransactionFilter,
} from './types.ts'
export type { WebhookControl } from './webhooks.ts'
