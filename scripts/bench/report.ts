import { availableParallelism, cpus, totalmem } from 'node:os'
import type { Figure } from './figures.ts'
import type { Part } from './part.ts'
import { renderTable } from './table.ts'

/** What is printed at the end. */
export function summaryOf(parts: readonly Part[]): string {
  return [figureTable(parts), ...parts.map(behindIt)].join('\n\n')
}

/** docs/performance.md. It names the kind of machine, and never the machine itself. */
export function documentOf(parts: readonly Part[]): string {
  const sections = parts.map(
    (part) => `## ${part.name}

### How it is measured

${part.method}

### What lies behind it

${behindIt(part)}
`,
  )
  return `# Performance

Written by \`npm run bench\`, which measures all of it again. Nothing here is promised: the numbers are one machine's,
and the shares are what another one can be compared by.

${figureTable(parts)}

Measured on ${machine()}, on ${new Date().toISOString().slice(0, 10)}.

${sections.join('\n')}`
}

function behindIt({ details, cautions }: Part): string {
  const points = cautions.map((caution) => `- ${caution}`).join('\n')
  return [...details.map(renderTable), ...(points === '' ? [] : [points])].join('\n\n')
}

function figureTable(parts: readonly Part[]): string {
  const row = ({ name, measured, target, isMet }: Figure) => [
    name,
    measured,
    target,
    isMet ? 'met' : 'missed',
  ]
  return renderTable([
    ['What', 'Measured', 'Target', ''],
    ...parts.flatMap(({ figures }) => figures.map(row)),
  ])
}

function machine(): string {
  const model = cpus()[0]?.model.trim() ?? 'an unknown CPU'
  const gigabytes = Math.round(totalmem() / 2 ** 30)
  return `${model}, ${availableParallelism()} cores, ${gigabytes} GiB, ${process.platform}, Node ${process.version}`
}
