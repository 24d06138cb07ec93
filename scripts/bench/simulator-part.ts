import type { Settings } from './command-line.ts'
import { cautionsOf, detailsOf } from './details.ts'
import { count, figuresOf, type Measurements } from './figures.ts'
import type { Part } from './part.ts'
import { CONNECTIONS } from './throughput.ts'

export function simulatorPart(measurements: Measurements, settings: Settings): Part {
  return {
    name: 'The simulator',
    figures: figuresOf(measurements),
    method: method(settings, measurements),
    details: detailsOf(measurements),
    cautions: cautionsOf(measurements),
  }
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
