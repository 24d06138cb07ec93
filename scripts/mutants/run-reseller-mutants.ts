import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type EmbeddedServer, startEmbedded } from '../../reseller/storage/embedded-postgres.ts'
import { migrate } from '../../reseller/storage/migrate.ts'
import { connect } from '../../reseller/storage/pool.ts'
import { startSimulator } from '../../simulator/index.ts'
import { checkReseller } from '../../suites/index.ts'
import type { SuiteReport } from '../../suites/report/index.ts'
import { type ReferenceOptions, startReference } from '../reference/start-reference.ts'
import type { ResellerMutant, Started } from './reseller/mutant.ts'
import { functionsIn } from './reseller/replace-functions.ts'
import { resellerMutants } from './reseller-mutants.ts'
import { type MutantResult, outcomeOf } from './result.ts'

/** More do not end sooner on two cores. */
const AT_ONCE = 2
/** Runs beside the cases that must fail. */
const MARKER = 'delivered'
const RESELLER = new URL('../../reseller/', import.meta.url)
const HOOK = new URL('./patch-hook.mjs', import.meta.url).href

/** The reference itself does not hold: no mutant can be judged. */
class ReferenceFails extends Error {
  override readonly name = 'ReferenceFails'
}

/**
 * Starts a reference for each mutant, and runs the cases that must find its mistake; the reference as it is must pass
 * them.
 *
 * @param only names; all, where there are none
 * @throws ReferenceFails
 */
export async function runResellerMutants(
  only: readonly string[] = [],
  onResult: (result: MutantResult) => void = () => {},
): Promise<MutantResult[]> {
  const chosen = resellerMutants.filter(({ name }) => only.length === 0 || only.includes(name))
  if (chosen.length === 0) return []
  const server = await startEmbedded({
    folder: join(tmpdir(), `mutants-postgres-${randomUUID()}`),
    durability: 'lost-on-crash',
    connections: 300,
    after: 'removed',
  })
  try {
    await checkUnpatched(server, chosen)
    const left = [...chosen]
    const results = new Map<ResellerMutant, MutantResult>()
    const work = async () => {
      for (let mutant = left.shift(); mutant !== undefined; mutant = left.shift()) {
        const result = await tryOut(server, mutant)
        results.set(mutant, result)
        onResult(result)
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, work))
    return chosen.flatMap((mutant) => results.get(mutant) ?? [])
  } finally {
    await server.stop()
  }
}

/** Once for each way in which a mutant is started. */
async function checkUnpatched(server: EmbeddedServer, mutants: readonly ResellerMutant[]): Promise<void> {
  for (const ofOne of Map.groupBy(mutants, ({ started }) => JSON.stringify(started ?? {})).values()) {
    const names = [...new Set(ofOne.flatMap(casesOf))]
    const report = await check(server, names, ofOne[0]?.started ?? {})
    const odd = report.cases.filter(({ outcome }) => outcome !== 'passed')
    if (odd.length === 0) continue
    const told = odd.map(({ name, outcome }) => `${name} ${outcome}`).join(', ')
    throw new ReferenceFails(`the reference without a mistake does not pass: ${told}`)
  }
}

async function tryOut(server: EmbeddedServer, mutant: ResellerMutant): Promise<MutantResult> {
  const { name, mistake, title, caughtBy: expected, started = {} } = mutant
  const startedAt = performance.now()
  const result = (outcome: MutantResult['outcome'], caughtBy: readonly string[]): MutantResult => {
    const seconds = (performance.now() - startedAt) / 1000
    return { name, mistake, title, expected, caughtBy, outcome, seconds }
  }
  const stale = whyStale(mutant)
  if (stale !== null) {
    process.stderr.write(`${stale}\n`)
    return result('stale', [])
  }
  try {
    const report = await check(server, casesOf(mutant), started, mutant)
    const failed = report.cases.filter(({ outcome }) => outcome === 'failed').map((each) => each.name)
    return result(outcomeOf(expected, failed), failed)
  } catch (error) {
    process.stderr.write(`the mutant ${name} is stale, it does not run: ${String(error)}\n`)
    return result('stale', [])
  }
}

/** Its text must stand once in the product; else why it says nothing. */
export function whyStale({ name, file, replace }: ResellerMutant): string | null {
  const times = readFileSync(new URL(file, RESELLER), 'utf8').split(replace).length - 1
  return times === 1
    ? null
    : `the mutant ${name} is stale: its text stands ${times} times in reseller/${file}`
}

function casesOf({ caughtBy, beside = [] }: ResellerMutant): string[] {
  return [...new Set([...caughtBy, ...beside, MARKER])]
}

async function check(
  server: EmbeddedServer,
  only: readonly string[],
  started: Started,
  mutant?: ResellerMutant,
): Promise<SuiteReport> {
  const databaseUrl = await createDatabase(server)
  if (mutant?.file.endsWith('.sql')) await replaceFunctions(databaseUrl, mutant)
  const simulator = await startSimulator({ port: 0 })
  try {
    const reference = await startReference({ databaseUrl, simulator, ...started, ...loadingOf(mutant) })
    try {
      return await checkReseller(reference.driver, simulator, { only })
    } finally {
      await reference.stop()
    }
  } finally {
    await simulator.stop()
  }
}

/** It goes when its server does. */
async function createDatabase(server: EmbeddedServer): Promise<string> {
  const name = `mutant_${randomUUID().replaceAll('-', '')}`
  const client = await connect(server.url)
  await client.query(`create database ${name}`)
  await client.end()
  const url = Object.assign(new URL(server.url), { pathname: `/${name}` }).href
  await migrate(url, new Date('2026-01-01T00:00:00Z'))
  return url
}

/** Those of the mutant’s migration, with its mistake in place of what was there. */
async function replaceFunctions(url: string, { file, replace, by }: ResellerMutant): Promise<void> {
  const client = await connect(url)
  await client.query(functionsIn(readFileSync(new URL(file, RESELLER), 'utf8').replace(replace, () => by)))
  await client.end()
}

function loadingOf(
  mutant: ResellerMutant | undefined,
): Pick<ReferenceOptions, 'nodeArguments' | 'environment'> {
  if (mutant === undefined || mutant.file.endsWith('.sql')) return {}
  const { replace, by } = mutant
  const file = new URL(mutant.file, RESELLER).href
  return {
    nodeArguments: ['--import', HOOK],
    environment: { MUTANT: JSON.stringify({ file, replace, by }) },
  }
}
