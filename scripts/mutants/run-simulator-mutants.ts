import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { type MutantResult, outcomeOf } from './result.ts'
import type { MutantFindings, MutantTask } from './simulator/check-mutant.ts'
import type { SimulatorMutant } from './simulator/mutant.ts'
import { readSource, replacedOnce, repositoryFile } from './simulator/replace-on-load.ts'
import { simulatorMutants } from './simulator-mutants.ts'

const program = fileURLToPath(new URL('./simulator/check-mutant.ts', import.meta.url))
/** A mutant that never comes to its end is as good as one that broke the suite. */
const PATIENCE_MS = 120_000

/**
 * Runs the VTpass suite against every mutant of the simulator, each in a process of its own: the cases that name its
 * mistake, and all the others where one of those does not see it. First the simulator itself must pass.
 *
 * @param only names of mutants. Default: all.
 * @throws Error where the simulator itself does not pass, where a name is unknown, and where a mutant breaks the suite
 *   in place of failing it
 */
export async function runSimulatorMutants(only?: readonly string[]): Promise<MutantResult[]> {
  const chosen = only === undefined ? simulatorMutants : only.map(mutantNamed)
  return withCache(async (cache) => {
    const { failed } = await check({ mistake: null, only: null }, cache)
    if (failed.length > 0) throw new Error(`the simulator itself fails ${failed.join(', ')}`)
    return inTurns(chosen, availableParallelism(), (mutant) => tryMutant(mutant, cache))
  })
}

/** A directory that saves every process from compiling what no mistake has changed: it halves their time. */
async function withCache<Result>(run: (cache: string) => Promise<Result>): Promise<Result> {
  const cache = await mkdtemp(join(tmpdir(), 'simulator-mutants-'))
  try {
    return await run(cache)
  } finally {
    await rm(cache, { recursive: true, force: true })
  }
}

function mutantNamed(name: string): SimulatorMutant {
  const found = simulatorMutants.find((mutant) => mutant.name === name)
  if (found === undefined) throw new Error(`there is no mutant "${name}" of the simulator`)
  return found
}

/** @param cache where Node keeps what it has compiled */
export async function tryMutant(mutant: SimulatorMutant, cache: string): Promise<MutantResult> {
  const { name, mistake, title, file, text, becomes, expected } = mutant
  const began = performance.now()
  const found = isStale(mutant) ? null : await failuresOf({ file, text, becomes }, expected, cache)
  return {
    name,
    mistake,
    title,
    caughtBy: found ?? [],
    expected,
    outcome: found === null ? 'stale' : outcomeOf(expected, found),
    seconds: Math.round(performance.now() - began) / 1000,
  }
}

function isStale({ file, text, becomes }: SimulatorMutant): boolean {
  return replacedOnce(readSource(repositoryFile(file)), { text, becomes }) === null
}

async function failuresOf(
  mistake: MutantTask['mistake'],
  expected: readonly string[],
  cache: string,
): Promise<readonly string[]> {
  const { failed } = await check({ mistake, only: expected }, cache)
  if (outcomeOf(expected, failed) === 'caught') return failed
  const all = await check({ mistake, only: null }, cache)
  return all.failed
}

async function check(task: MutantTask, cache: string): Promise<MutantFindings> {
  const env = { ...process.env, NODE_COMPILE_CACHE: cache }
  const run = promisify(execFile)
  const { stdout } = await run(process.execPath, [program, JSON.stringify(task)], {
    timeout: PATIENCE_MS,
    env,
  })
  return JSON.parse(stdout)
}

/** So many at a time; the results are in the order of the tasks. */
async function inTurns<Task, Result>(
  tasks: readonly Task[],
  atOnce: number,
  work: (task: Task) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = []
  const queue = tasks.entries()
  const worker = async () => {
    for (const [index, task] of queue) results[index] = await work(task)
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  return results
}
