import type { CaseReport, SuiteReport } from './report.ts'

export interface Summary {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

/** How many cases came to which outcome. */
export function summaryOf({ cases }: SuiteReport): Summary {
  const count = (outcome: CaseReport['outcome']) => cases.filter((one) => one.outcome === outcome).length
  return { passed: count('passed'), failed: count('failed'), skipped: count('skipped') }
}

/** A suite has passed where at least one case ran, and none failed: one that ran nothing has shown nothing. */
export function hasPassed(report: SuiteReport): boolean {
  const { passed, failed } = summaryOf(report)
  return failed === 0 && passed > 0
}

/** In a sentence, for the end of a page. */
export function verdictOf(report: SuiteReport): string {
  const { passed, failed, skipped } = summaryOf(report)
  const counts = [
    `${passed} passed`,
    ...(failed > 0 ? [`${failed} failed`] : []),
    ...(skipped > 0 ? [`${skipped} skipped`] : []),
  ]
  const score = scoreOf(report)
  return `${counts.join(', ')} of ${report.cases.length}${score === null ? '' : `; ${score}`}`
}

/** How much of what was compared was as expected. No share is rounded up to all of it. */
export function scoreOf({ score }: SuiteReport): string | null {
  if (score === null || score.fields === 0) return null
  const percent = Math.floor((1000 * score.asExpected) / score.fields) / 10
  return `${score.asExpected} of ${score.fields} fields as expected (${percent} %)`
}

/** The cases under their headings, in the order in which they first come. */
export function groupsOf({ cases }: SuiteReport): ReadonlyMap<string, readonly CaseReport[]> {
  return Map.groupBy(cases, ({ group }) => group)
}

/** What a suite is called on a page. */
export function titleOf({ suite, target }: SuiteReport): string {
  return suite === 'vtpass' ? `VTpass, as ${target} answers` : `The reseller at ${target}`
}
