import { availableParallelism, cpus, totalmem } from 'node:os'
import type { Settings } from './command-line.ts'
import { cautionsOf, detailsOf } from './details.ts'
import { count, type Figure, figuresOf, type Measurements } from './figures.ts'
import { renderTable } from './table.ts'
import { CONNECTIONS } from './throughput.ts'

/** What is printed at the end. */
export function summaryOf(measurements: Measurements): string {
  const cautions = cautionsOf(measurements).map((caution) => `- ${caution}`)
  return [figureTable(measurements), ...detailsOf(measurements).map(renderTable), cautions.join('\n')].join(
    '\n\n',
  )
}

/** docs/performance.md. It names the kind of machine, and never the machine itself. */
export function documentOf(measurements: Measurements, settings: Settings): string {
  return `# Performance

Written by \`npm run bench\`, which measures all of it again. Nothing here is promised: the numbers are one machine's,
and the shares are what another one can be compared by.

${figureTable(measurements)}

Measured on ${machine()}, on ${new Date().toISOString().slice(0, 10)}.

## How it is measured

${method(settings, measurements)}

## What lies behind it

${detailsOf(measurements).map(renderTable).join('\n\n')}

${cautionsOf(measurements)
  .map((caution) => `- ${caution}`)
  .join('\n')}
`
}

function figureTable(measurements: Measurements): string {
  const row = ({ name, measured, target, isMet }: Figure) => [
    name,
    measured,
    target,
    isMet ? 'met' : 'missed',
  ]
  return renderTable([['What', 'Measured', 'Target', ''], ...figuresOf(measurements).map(row)])
}

function machine(): string {
  const model = cpus()[0]?.model.trim() ?? 'an unknown CPU'
  const gigabytes = Math.round(totalmem() / 2 ** 30)
  return `${model}, ${availableParallelism()} cores, ${gigabytes} GiB, ${process.platform}, Node ${process.version}`
}

function method({ rounds, seconds, warmUpSeconds, pairs }: Settings, { million }: Measurements): string {
  return `- What runs is the package as it is published (\`node scripts/build.ts\`), started by its own command.
- "Plain" is [a server of \`node:http\`](../scripts/bench/plain-server.mjs) and nothing else: it reads the request,
  parses its body, and sends the same bytes that the simulator answered, always.
- Throughput: ${CONNECTIONS} connections of [autocannon](https://github.com/mcollina/autocannon), ${warmUpSeconds} s of warm-up, then
  ${rounds} rounds of ${seconds} s for each of the two in turn. Every answer is checked. A share is the median of the
  rounds' own, with the least and the greatest. On Linux \`taskset\` keeps the servers on one core and the load on
  another.
- Every purchase has a request id of its own and stays on record, so the simulator grows while it is measured. The
  journal is on, and a rule is there against which every call is held.
- Cold start: from the start of the process to the first 200, asked for without a pause; ${pairs} pairs in turn.
- Memory: the heap after a collection with ${count(million.transactions)} purchases on record, less the heap with
  10,000, over the purchases between. No port: the purchases are made through \`createSimulator().fetch\`.
- Reset: through the same \`fetch\`, 20 times, each after 10,000 purchases.
- Requery: two simulators in that process, one with 10 on record and one with ${count(million.transactions)}, asked
  in turn for random request ids, 20 blocks of 1,000 each. The figure is the median of the blocks' own. What the
  collector does for a large heap falls on both; the row "in a small process" was measured before there was one.`
}
