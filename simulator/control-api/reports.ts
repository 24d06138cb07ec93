import { coverageAsText } from '../audit/coverage-text.ts'
import { findingsAsJunit } from '../audit/findings-junit.ts'
import { findingsAsText } from '../audit/findings-text.ts'
import { auditOf, coverageOf } from './evidence.ts'
import { type Operation, ok, text } from './operation.ts'

export const getCoverage: Operation<'getCoverage'> = ({ live, query }) => {
  const coverage = coverageOf(live)
  return query.format === 'text' ? text('text/plain', coverageAsText(coverage)) : ok<'getCoverage'>(coverage)
}

export const getFindings: Operation<'getFindings'> = ({ live, query }) => {
  live.catchUp()
  const found = auditOf(live)
  if (query.format === 'text') return text('text/plain', findingsAsText(found))
  if (query.format === 'junit') return text('application/xml', findingsAsJunit(found, `account ${live.id}`))
  return ok<'getFindings'>({ ...found, items: [...found.items], total: found.items.length })
}
