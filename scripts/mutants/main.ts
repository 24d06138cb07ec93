import { renderTextTable } from '../text-table.ts'
import { type Command, readCommandLine, type Suite, usage } from './command-line.ts'
import { excusedOfReseller } from './reseller/excused.ts'
import { resellerMutants } from './reseller-mutants.ts'
import type { MutantResult } from './result.ts'
import { runResellerMutants } from './run-reseller-mutants.ts'
import { runSimulatorMutants } from './run-simulator-mutants.ts'
import { simulatorMutants } from './simulator-mutants.ts'

interface Half {
  readonly mutants: readonly Pick<MutantResult, 'name' | 'mistake' | 'title'>[]
  run(only: readonly string[]): Promise<MutantResult[]>
}

const halves: Record<Suite, Half> = {
  reseller: { mutants: resellerMutants, run: (only) => runResellerMutants(only, show) },
  vtpass: { mutants: simulatorMutants, run: (only) => runSimulatorMutants(only) },
}

/** The command `npm run mutants`. */
async function main({ help, list, only, suites }: Command): Promise<void> {
  if (help) return console.log(usage)
  const known = suites.flatMap((suite) => halves[suite].mutants)
  const strange = only.filter((name) => !known.some((mutant) => mutant.name === name))
  if (strange.length > 0) throw new TypeError(`there is no mutant ${strange.join(', ')}; --list shows them`)
  if (list) return console.log(listed(suites))
  const results: MutantResult[] = []
  for (const suite of suites) {
    const { mutants, run } = halves[suite]
    const names = mutants.map(({ name }) => name).filter((name) => only.length === 0 || only.includes(name))
    if (names.length > 0) results.push(...(await run(names)))
  }
  const rows = results.map((each) => [
    each.name,
    String(each.mistake),
    each.outcome === 'caught' ? each.expected.join(', ') : each.outcome.toUpperCase(),
    each.seconds.toFixed(1),
  ])
  console.log(renderTextTable({ rows: [['mutant', 'mistake', 'caught by', 'seconds'], ...rows] }))
  const missed = results.filter(({ outcome }) => outcome !== 'caught')
  for (const { name, title, outcome, expected, caughtBy } of missed) {
    console.log(`\n${name}: ${outcome}. ${title}`)
    console.log(`  must fail: ${expected.join(', ')}\n  failed:    ${caughtBy.join(', ') || 'none'}`)
  }
  console.log(`\n${results.length - missed.length} of ${results.length} mutants are caught`)
  if (missed.length > 0) process.exitCode = 1
}

function listed(suites: readonly Suite[]): string {
  const rows = suites.flatMap((suite) =>
    halves[suite].mutants.map(({ name, mistake, title }) => [suite, String(mistake), name, title]),
  )
  const excused = suites.includes('reseller')
    ? excusedOfReseller.map(({ mistake, why }) => ['reseller', String(mistake), 'none', why])
    : []
  return renderTextTable({ rows: [['suite', 'mistake', 'mutant', 'title'], ...rows, ...excused] })
}

function show({ name, outcome, seconds }: MutantResult): void {
  process.stderr.write(`${outcome}: ${name} (${seconds.toFixed(1)} s)\n`)
}

try {
  await main(readCommandLine(process.argv.slice(2)))
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
