/** How PostgreSQL says that it cannot be used now: connections (08), resources (53), shutdown (57P), its own time limit. */
const REFUSED = /^(08...|53...|57P..|57014)$/
const NETWORK = /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH)$/
/** pg's own errors, which have no code. */
const SAID = /Connection terminated|timeout exceeded when trying to connect|not queryable|Query read timeout/

/** Whether the database, and not what we asked of it, is the trouble. */
export function isDatabaseDown(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if (error instanceof AggregateError) return error.errors.some(isDatabaseDown)
  const code = 'code' in error ? String(error.code) : ''
  return REFUSED.test(code) || NETWORK.test(code) || SAID.test(error.message)
}
