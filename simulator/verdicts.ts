import { auditOf, type Verdict } from './control-api/evidence.ts'
import type { LiveWorld, Watcher } from './live-world.ts'

/** What was found in one account, while its evidence was there. */
export interface AccountVerdict extends Verdict {
  readonly account: string
}

/** Audits every world that there is, and every one that goes: a test that resets its account takes no findings along. */
export class Verdicts implements Watcher {
  readonly #worlds = new Set<LiveWorld>()
  readonly #kept: AccountVerdict[] = []

  opened(live: LiveWorld): void {
    this.#worlds.add(live)
  }

  forgetting(live: LiveWorld): void {
    if (live.journal.all().length > 0) this.#kept.push(verdictOf(live))
  }

  /** What was found so far. */
  all(): AccountVerdict[] {
    return [...this.#kept, ...Array.from(this.#worlds, verdictOf)]
  }
}

function verdictOf(live: LiveWorld): AccountVerdict {
  live.catchUp()
  return { account: live.id, ...auditOf(live) }
}
