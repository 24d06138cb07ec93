import type { CaseReport, Problem, SuiteReport } from './report.ts'
import { groupsOf, summaryOf, titleOf } from './summary.ts'

/** JUnit's XML, as CI servers read it: a suite for each group, a case for each case. */
export function renderJunit(report: SuiteReport): string {
  const { cases, seconds, startedAt, suite } = report
  const { failed, skipped } = summaryOf(report)
  const counts = attributes({
    tests: cases.length,
    failures: failed,
    errors: 0,
    skipped,
    time: seconds.toFixed(3),
  })
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="${escaped(titleOf(report))}" ${counts}>`,
    ...[...groupsOf(report)].flatMap(([group, ofGroup]) => suiteLines(group, ofGroup, suite, startedAt)),
    '</testsuites>',
    '',
  ].join('\n')
}

function suiteLines(group: string, cases: readonly CaseReport[], suite: string, startedAt: string): string[] {
  const counts = attributes({
    tests: cases.length,
    failures: cases.filter(({ outcome }) => outcome === 'failed').length,
    errors: 0,
    skipped: cases.filter(({ outcome }) => outcome === 'skipped').length,
    time: cases.reduce((sum, { seconds }) => sum + seconds, 0).toFixed(3),
    timestamp: startedAt,
  })
  return [
    `  <testsuite name="${escaped(group)}" ${counts}>`,
    ...cases.flatMap((one) => caseLines(one, suite)),
    '  </testsuite>',
  ]
}

function caseLines(one: CaseReport, suite: string): string[] {
  const named = `    <testcase classname="${escaped(`${suite}.${one.group}`)}" name="${escaped(one.name)}" time="${one.seconds.toFixed(3)}"`
  if (one.outcome === 'skipped')
    return [`${named}>`, `      <skipped message="${escaped(one.reason ?? '')}"/>`, '    </testcase>']
  if (one.outcome === 'passed') return [`${named}/>`]
  return [
    `${named}>`,
    // Readers of JUnit's XML agree on one failure a test case, not on several.
    `      <failure message="${escaped(one.title)}">${escaped(failureText(one))}</failure>`,
    '    </testcase>',
  ]
}

function failureText({ problems, exchanges, source }: CaseReport): string {
  return [
    ...problems.map(problemText),
    ...exchanges.map(
      ({ at, between, method, path, status, answer }) =>
        `${at} ${between}: ${method} ${path} → ${status ?? 'no answer'} ${answer}`,
    ),
    `source: ${source}`,
  ].join('\n')
}

function problemText({ field, expected, actual, cost }: Problem): string {
  const where = field === null ? '' : `${field}: `
  return `${where}expected ${expected}, actual ${actual}${cost === null ? '' : `; ${cost}`}`
}

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}="${escaped(String(value))}"`)
    .join(' ')
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** XML 1.0 forbids most control characters and halves of surrogate pairs, escaped or not: they are left out. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"]/g, (character) => entities[character] ?? '')
}
