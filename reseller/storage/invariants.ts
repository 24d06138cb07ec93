import type { Database, Queries } from './database.ts'
import { type InvariantName, invariants } from './invariant-queries.ts'

/** Something that must never be, and where it is. */
export interface Violation {
  readonly invariant: InvariantName
  /** What the query found: the ids, and what they say against what they should. */
  readonly rows: readonly object[]
}

/** Everything that must always hold, on one picture of the database. Empty where it does. */
export function checkInvariants(database: Database): Promise<readonly Violation[]> {
  return database.snapshot(async (queries) => {
    // It reads the whole ledger, and nobody waits for it.
    await queries.query('set local statement_timeout = 0')
    return findViolations(queries)
  })
}

/** The same inside a transaction, of what only that transaction has done so far. */
export async function findViolations(queries: Queries): Promise<readonly Violation[]> {
  const violations: Violation[] = []
  for (const [invariant, query] of Object.entries(invariants)) {
    const rows = await queries.query<object>(query)
    if (rows.length > 0) violations.push({ invariant: invariant as InvariantName, rows })
  }
  return violations
}
