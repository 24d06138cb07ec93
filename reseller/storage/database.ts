/** Whatever answers SQL: a database, or one transaction of it. */
export interface Queries {
  /**
   * One statement. `Row` is what its select list names; nobody checks it but the tests.
   *
   * @throws {DatabaseError} of pg, where the database refuses; the connection's own error where there was no answer, and
   * then nobody knows whether the statement was carried out.
   */
  query<Row>(text: string, values?: readonly unknown[]): Promise<readonly Row[]>
}

export interface Database extends Queries {
  /**
   * Runs the work in one transaction (READ COMMITTED) and commits it; rolls back where it throws. The work runs again, a
   * bounded number of times, after a deadlock or a serialization failure: it must do nothing else than query.
   */
  transaction<Result>(work: (queries: Queries) => Promise<Result>): Promise<Result>
  /** Runs the work on one picture of the database, in which nothing changes. It may not write. */
  snapshot<Result>(work: (queries: Queries) => Promise<Result>): Promise<Result>
  close(): Promise<void>
}

/** The first row. @throws where there is none: a bug. */
export async function queryOne<Row>(
  queries: Queries,
  text: string,
  values: readonly unknown[] = [],
): Promise<Row> {
  const [row] = await queries.query<Row>(text, values)
  if (row === undefined) throw new Error(`no row answers: ${text}`)
  return row
}
