import type { ProductFacts } from './product-facts.ts'
import type { Schemas } from './schemas.ts'

/** All that an auditor is shown, as the control API answers it. */
export interface Evidence {
  readonly journal: readonly Schemas['JournalEntry'][]
  readonly transactions: readonly Schemas['Transaction'][]
  readonly webhooks: readonly Schemas['Delivery'][]
  readonly products: readonly ProductFacts[]
  /** The account's clock, in UTC. */
  readonly now: string
  /** Whether the journal still has every exchange. */
  readonly isComplete: boolean
}
