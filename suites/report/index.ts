import type { SuiteReport } from './report.ts'

export { renderHtml } from './html.ts'
export { renderJunit } from './junit.ts'
export type { CaseReport, Problem, SeenExchange, SuiteReport } from './report.ts'
export { hasPassed, verdictOf } from './summary.ts'
export { lineOf, renderText } from './text.ts'

/** The report as it is, for a program. */
export function renderJson(report: SuiteReport): string {
  return `${JSON.stringify(report, null, 2)}\n`
}
