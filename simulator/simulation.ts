import type { Accounts } from './accounts.ts'
import type { Catalogue } from './catalogue/catalogue.ts'

/** All that the routes need. */
export interface Simulation {
  /** What can be bought at the start; an account may change its own. */
  readonly catalogue: Catalogue
  readonly accounts: Accounts
  /** What the control API's callers have to send; null is nothing, and then they must be on this machine. */
  readonly controlToken: string | null
}
