import type { Database } from '../storage/database.ts'
import { invariants } from '../storage/invariant-queries.ts'
import { checkInvariants, type Violation } from '../storage/invariants.ts'
import { raiseAlert } from '../storage/telling.ts'
import type { Job } from '../worker.ts'
import type { Observer } from './observer.ts'

/** A process that starts over and over must not read the whole ledger each time. */
const FIRST_AFTER_MS = 60_000
const EVERY_MS = 3_600_000
/** Rows that an alert names; the query finds the rest. */
const NAMED_ROWS = 3
const LONGEST_DETAIL = 1_000

export interface CheckSurroundings {
  readonly database: Database
  now(): Date
}

/** Looks every hour at whether all holds that must always hold, and tells the operator of each that does not. */
export function createInvariantCheck({ database, now }: CheckSurroundings, { log, metrics }: Observer): Job {
  let dueAtMs = now().getTime() + FIRST_AFTER_MS
  return {
    name: 'checking the invariants',
    atOnce: 1,
    async round() {
      const at = now()
      if (at.getTime() < dueAtMs) return 0
      const violations = await checkInvariants(database)
      measure(violations)
      metrics.checkedAt.set(at.getTime() / 1000)
      for (const violation of violations) {
        const { invariant, rows } = violation
        log.error({ invariant, rows: rows.length }, 'what must always hold does not')
        await raiseAlert(database, { kind: 'invariant', subject: invariant, detail: detailOf(violation) }, at)
      }
      dueAtMs = at.getTime() + EVERY_MS
      return 0
    },
  }

  function measure(violations: readonly Violation[]): void {
    for (const invariant of Object.keys(invariants)) {
      const found = violations.find((each) => each.invariant === invariant)
      metrics.violations.set({ invariant }, found?.rows.length ?? 0)
    }
  }
}

function detailOf({ rows }: Violation): string {
  const named = rows.slice(0, NAMED_ROWS).map((row) => JSON.stringify(row))
  const count = rows.length === 1 ? '1 row' : `${rows.length} rows`
  return `${count}: ${named.join(' ')}`.slice(0, LONGEST_DETAIL)
}
