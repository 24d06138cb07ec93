import { unionOf } from './audit/coverage-union.ts'
import type { Schemas } from './audit/schemas.ts'
import { coverageOf } from './control-api/evidence.ts'
import type { Entry } from './journal/entry.ts'
import type { LiveWorld, Watcher } from './live-world.ts'

/** What all accounts have met together, those that were reset or deleted too: parallel tests have one each. */
export class TotalCoverage implements Watcher {
  readonly #worlds = new Set<LiveWorld>()
  #kept: Schemas['ProductCoverage'][] = []

  opened(live: LiveWorld): void {
    this.#worlds.add(live)
  }

  forgetting(live: LiveWorld): void {
    this.#kept = unionOf([this.#kept, finallyMet(live)])
  }

  /** The products that were bought, when nobody waits for an answer any more. */
  end(): Schemas['ProductCoverage'][] {
    return unionOf([this.#kept, ...Array.from(this.#worlds, finallyMet)])
  }
}

/** Whoever still waits for an answer has hung up, or will be cut off: that is silence, which coverage notes at its end. */
function finallyMet(live: LiveWorld): Schemas['ProductCoverage'][] {
  live.catchUp()
  for (const entry of live.journal.all()) if (entry.heard === 'waiting') noteSilence(live, entry)
  return coverageOf(live).products
}

function noteSilence(live: LiveWorld, { endpoint, fields, code, status, arranged }: Entry): void {
  const requestId = fields.request_id ?? null
  const transaction = live.transactionOf(requestId)
  live.coverage.note({
    endpoint,
    serviceID: transaction?.product.serviceID ?? fields.serviceID ?? null,
    code,
    status,
    fault: arranged?.strike?.fault.kind ?? null,
    heard: 'nothing',
    requestId,
    actual: transaction?.status ?? 'none',
  })
}
