import { auditOf, type Verdict } from './control-api/evidence.ts'
import type { LiveWorld } from './live-world.ts'

/** What was found in one account, while its evidence was there. */
export interface AccountVerdict extends Verdict {
  readonly account: string
}

/** What was found in worlds that are gone: a test that resets its account must not take its findings along. */
export class Verdicts {
  readonly #kept: AccountVerdict[] = []

  /** Audits a world whose evidence is about to go. */
  keep(live: LiveWorld): void {
    if (live.journal.entries().length > 0) this.#kept.push(verdictOf(live))
  }

  /** Those that were kept, and those of the worlds that there are. */
  all(present: readonly LiveWorld[]): AccountVerdict[] {
    return [...this.#kept, ...present.map(verdictOf)]
  }
}

function verdictOf(live: LiveWorld): AccountVerdict {
  live.catchUp()
  return { account: live.id, ...auditOf(live) }
}
