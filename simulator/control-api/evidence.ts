import type { Evidence } from '../audit/evidence.ts'
import { findingsOf } from '../audit/findings.ts'
import { factsOf } from '../audit/product-facts.ts'
import type { Schemas } from '../audit/schemas.ts'
import { responseCodes } from '../engine/codes.ts'
import { faultKinds } from '../faults/strike.ts'
import { describeEntry } from '../journal/describe.ts'
import type { Endpoint } from '../journal/entry.ts'
import type { LiveWorld } from '../live-world.ts'
import { describeDelivery } from '../webhooks/describe.ts'
import { describeTransaction } from './transactions.ts'

/** What an auditor found in an account's world as it is now. */
export type Verdict = Schemas['FindingList']

export function auditOf(live: LiveWorld): Verdict {
  const { world, journal, deliveries, time } = live
  const evidence: Evidence = {
    journal: journal.all().map((entry) => describeEntry(entry, world)),
    transactions: [...world.transactions.values()].map(describeTransaction),
    webhooks: deliveries.list().map(describeDelivery),
    products: [...world.catalogue.products.values()].map(factsOf),
    now: new Date(time.now()).toISOString(),
    isComplete: journal.dropped === 0,
  }
  const items = findingsOf(evidence)
  return { items, total: items.length, isComplete: evidence.isComplete }
}

/** What an account's run has exercised, of all that there is. */
export function coverageOf({ coverage, world }: LiveWorld): Schemas['Coverage'] {
  return coverage.report({
    serviceIDs: [...world.catalogue.products.keys()],
    codes: responseCodes,
    endpoints,
    faults: faultKinds,
  })
}

const endpoints: readonly Endpoint[] = [
  'pay',
  'requery',
  'merchant-verify',
  'balance',
  'services',
  'service-variations',
  'service-categories',
]
