import type { components, operations } from '../../openapi/generated/control.ts'

/** The contract's schemas, under names of their own. */
type Schemas = components['schemas']

/** `"250ms"`, `"30s"`, `"10m"`, `"1h"`, `"1d"`, or whole seconds. */
export type Duration = Schemas['Duration']
export type Health = Schemas['Health']
export type Problem = Schemas['Problem']
export type Account = Schemas['Account']
export type NewAccount = Schemas['NewAccount']
export type AccountChange = Schemas['AccountChange']
/** What an account's clock shows. */
export type ClockReading = Schemas['Clock']
export type Rule = Schemas['Rule']
export type NewRule = Schemas['NewRule']
export type Transaction = Schemas['Transaction']
export type Settlement = Schemas['Settlement']
export type Product = Schemas['Product']
export type ProductChange = Schemas['ProductChange']
export type JournalEntry = Schemas['JournalEntry']
export type Delivery = Schemas['Delivery']
export type Coverage = Schemas['Coverage']
export type Finding = Schemas['Finding']
export type FindingName = Schemas['FindingName']

/** What a list can be narrowed to. */
type Filter<Operation extends { parameters: { query?: object } }> = Omit<
  NonNullable<Operation['parameters']['query']>,
  'offset' | 'limit'
>

export type TransactionFilter = Filter<operations['listTransactions']>
export type JournalFilter = Filter<operations['listJournal']>
export type DeliveryFilter = Filter<operations['listWebhooks']>
