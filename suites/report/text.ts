import type { CaseReport, Problem, SeenExchange, SuiteReport } from './report.ts'
import { groupsOf, hasPassed, titleOf, verdictOf } from './summary.ts'

const marks: Readonly<Record<CaseReport['outcome'], string>> = { passed: '✓', failed: '✗', skipped: '–' }

/** For a terminal: every case in a line, and beneath a failed one what is wrong and what shows it. */
export function renderText(report: SuiteReport): string {
  const groups = [...groupsOf(report)].flatMap(([group, cases]) => ['', group, ...cases.flatMap(linesOf)])
  const { startedAt, seconds, seed } = report
  return [
    titleOf(report),
    ...groups,
    '',
    `${hasPassed(report) ? '✓' : '✗'} ${verdictOf(report)}`,
    `  ${startedAt}, ${seconds.toFixed(1)} s, seed ${seed}`,
    '',
  ].join('\n')
}

/** A case in a line, as it is told while a suite runs. */
export function lineOf({ outcome, name, title, reason }: CaseReport): string {
  const why = reason === null ? '' : ` (skipped: ${plain(reason)})`
  return `${marks[outcome]} ${name}: ${plain(title)}${why}`
}

function linesOf(one: CaseReport): string[] {
  const lines = [`  ${lineOf(one)}`]
  if (one.outcome !== 'failed') return lines
  return [
    ...lines,
    ...one.problems.flatMap(problemLines),
    ...one.exchanges.flatMap(exchangeLines),
    `      source: ${plain(one.source)}`,
  ]
}

function problemLines({ field, expected, actual, cost, fidelity }: Problem): string[] {
  return [
    ...(field === null ? [] : [`      ${plain(field)}`]),
    `        expected ${plain(expected)}`,
    `        actual   ${plain(actual)}`,
    ...(cost === null ? [] : [`        costs    ${plain(cost)}`]),
    ...(fidelity === null
      ? []
      : [`        ${fidelity.verdict.padEnd(8)} fidelity row: ${plain(fidelity.row)}`]),
  ]
}

const LONGEST_BODY = 400

function exchangeLines(exchange: SeenExchange): string[] {
  const { at, between, method, path, request, status, answer, note } = exchange
  return [
    `      ${at} ${between}: ${method} ${plain(path)} ${cut(request)}`,
    `        → ${status ?? 'no answer'} ${cut(answer)}${note === null ? '' : ` (${plain(note)})`}`,
  ]
}

function cut(body: string): string {
  const text = plain(body)
  return text.length > LONGEST_BODY ? `${text.slice(0, LONGEST_BODY)}…` : text
}

/** What a target says must not move the cursor, nor make lines of its own. */
function plain(text: string): string {
  return text.replace(/\p{Cc}/gu, (character) =>
    character === '\n' || character === '\t'
      ? ' '
      : `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`,
  )
}
