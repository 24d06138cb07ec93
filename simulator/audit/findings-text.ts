import { findingKinds, findingNames } from './finding-kinds.ts'
import { wrapped } from './lines.ts'
import type { FindingName, Schemas } from './schemas.ts'

/** What the reports are made from. */
export interface Findings {
  /** The gravest first. */
  readonly items: readonly Schemas['Finding'][]
  /** Whether the journal still has every exchange. */
  readonly isComplete: boolean
}

/** So many findings of one name are shown; who wants all of them reads the JSON. */
const MOST_SHOWN = 5
/** So many exchanges of one finding. */
const MOST_EXCHANGES = 10

/** What a person reads in a terminal, at 100 columns. */
export function findingsAsText({ items, isComplete }: Findings): string {
  const byName = Map.groupBy(items, ({ name }) => name)
  const sections = [...byName.values()].map(section)
  const incomplete = isComplete
    ? []
    : [wrapped('The journal has dropped its oldest exchanges: what they would have shown is not here.')]
  return `${[summary(items), ...incomplete, ...sections].join('\n\n')}\n`
}

function summary(items: Findings['items']): string {
  if (items.length === 0) return `No money bugs found. ${findingNames.length} were looked for.`
  const grades = Map.groupBy(items, ({ grade }) => grade)
  const counts = [...grades].map(([grade, graded]) => `${graded.length} ${grade}`)
  return `${items.length} money ${items.length === 1 ? 'bug' : 'bugs'} found: ${counts.join(', ')}`
}

function section(findings: Findings['items']): string {
  const [first] = findings
  if (first === undefined) return ''
  const times = findings.length === 1 ? '' : ` (${findings.length} times)`
  const hidden = findings.length - MOST_SHOWN
  const more = hidden > 0 ? [`  … and ${hidden} more`] : []
  return [
    `${first.grade.toUpperCase()}  ${first.title}${times}  [${first.name}]`,
    ...findings.slice(0, MOST_SHOWN).map(shown),
    ...more,
    wrapped(adviceOf(first.name), '  → '),
  ].join('\n')
}

function adviceOf(name: FindingName): string {
  return findingKinds[name].advice
}

function shown({ detail, exchanges, webhooks }: Schemas['Finding']): string {
  const hidden = exchanges.length - MOST_EXCHANGES
  const lines = exchanges
    .slice(0, MOST_EXCHANGES)
    .map(({ id, at, said }) => wrapped(said, `    ${timeOf(at)} #${id}  `))
  const more = hidden > 0 ? [`    … and ${hidden} more`] : []
  const deliveries = webhooks.length === 0 ? [] : [wrapped(`webhooks ${webhooks.join(', ')}`, '    ')]
  return [wrapped(detail, '  '), ...lines, ...more, ...deliveries].join('\n')
}

/** The time of day alone; the date is in the request id. */
function timeOf(at: string): string {
  return at.slice(11, 19)
}
