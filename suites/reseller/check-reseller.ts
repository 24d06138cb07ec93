import { setTimeout as sleep } from 'node:timers/promises'
import type { ControlledSimulator } from '../../simulator/index.ts'
import { NoSuchCase } from '../no-such-case.ts'
import type { CaseReport, SuiteReport } from '../report/index.ts'
import { audit, auditStatus } from './audit.ts'
import { type ResellerCase, Skip } from './case.ts'
import { resellerCases } from './cases/index.ts'
import { createStage } from './create-stage.ts'
import type { ResellerDriver } from './driver.ts'
import { exchangesOf } from './exchanges.ts'
import { timeOf } from './time.ts'
import { namesOf, ordinaryPlan, pricesOf, type World } from './world.ts'

export interface CheckResellerOptions {
  /** Names of cases, or beginnings of them that end in `*`. Default: all. */
  readonly only?: readonly string[]
  /** Default: 1. */
  readonly seed?: number
  /** How many cases run side by side. Default: 12. */
  readonly concurrency?: number
  /** How long a reseller whose clock cannot be moved may take to end a doubt. Default: two minutes. */
  readonly patienceMs?: number
  readonly onCase?: (report: CaseReport) => void
}

/** No money can be paid in there, or no balance read: nothing can be checked. */
export class NoReseller extends Error {
  override readonly name = 'NoReseller'
}

/** Every case, in the order of the report. */
export function listResellerCases(): readonly Pick<CaseReport, 'name' | 'group' | 'title'>[] {
  return resellerCases
}

const CONCURRENCY = 12
const PATIENCE_MS = 120_000
/** More than all cases buy. */
const WALLET = 100_000_000
/** All that a run asks, so that nothing of it is forgotten before it is looked at. */
const JOURNAL = 100_000

/**
 * Drives a reseller from its customers' side while VTpass's side is arranged, and audits the money of both after every case.
 * The reseller must use the simulator's default account. Its settings are put back at the end.
 *
 * @throws NoSuchCase where `only` names none. @throws NoReseller
 */
export async function checkReseller(
  driver: ResellerDriver,
  simulator: ControlledSimulator,
  options: CheckResellerOptions = {},
): Promise<SuiteReport> {
  const { only, seed = 1, concurrency = CONCURRENCY, patienceMs = PATIENCE_MS, onCase } = options
  const startedAt = new Date()
  checkNames(only ?? [])
  const names = namesOf(seed, startedAt)
  await reach(driver, names.customer(), Math.min(patienceMs, LONGEST_START_MS))
  const restore = await prepare(driver, simulator)
  const reports = new Map<ResellerCase, CaseReport>()
  const chosen = resellerCases.filter(({ name }) => isChosen(name, only))
  try {
    const time = timeOf(driver, simulator, { patienceMs })
    const world: World = {
      driver,
      simulator,
      time,
      plan: ordinaryPlan(await simulator.products.get('mtn-data')),
      names,
      priceOf: pricesOf(driver),
    }
    // Room for a day of cases before the date changes in Lagos.
    if (time.canMove) await time.goTo(6, 0)
    const runOne = async (one: ResellerCase) => {
      const report = await runCase(one, world)
      reports.set(one, report)
      onCase?.(report)
    }
    const of = (runs: ResellerCase['runs']) => chosen.filter((one) => one.runs === runs)
    await sideBySide(of('together'), concurrency, runOne)
    await sideBySide(of('alone'), 1, runOne)
    await sideBySide(of('at-the-end'), 1, runOne)
  } finally {
    await restore()
  }
  return {
    suite: 'reseller',
    target: driver.name,
    startedAt: startedAt.toISOString(),
    seconds: secondsSince(startedAt),
    seed,
    cases: chosen.flatMap((one) => reports.get(one) ?? []),
    score: null,
  }
}

function isChosen(name: string, only: readonly string[] | undefined): boolean {
  if (only === undefined || only.length === 0) return true
  return only.some((wanted) =>
    wanted.endsWith('*') ? name.startsWith(wanted.slice(0, -1)) : name === wanted,
  )
}

function checkNames(only: readonly string[]): void {
  const strange = only.filter((wanted) => !resellerCases.some(({ name }) => isChosen(name, [wanted])))
  if (strange.length > 0)
    throw new NoSuchCase(`there is no case "${strange.join('", "')}"; --list shows them`)
}

const LONGEST_START_MS = 30_000
const TRY_AGAIN_MS = 500

/** It may be starting: whoever starts both cannot start it first. */
async function reach(driver: ResellerDriver, customer: string, forMs: number): Promise<void> {
  for (const end = Date.now() + forMs; ; await sleep(TRY_AGAIN_MS)) {
    try {
      await driver.fund(customer, 100)
      await driver.balance(customer)
      return
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      if (Date.now() >= end) throw new NoReseller(`${driver.name} cannot be checked: ${reason}`)
    }
  }
}

/** VTpass as it has to be for all cases. Gives what puts it back. */
async function prepare({ webhookUrl }: ResellerDriver, simulator: ControlledSimulator) {
  const account = await simulator.accounts.get('default')
  const before = await account.read()
  const { variations } = await simulator.products.get('etisalat-data')
  await account.change({
    wallet: WALLET,
    duplicateWindow: '0',
    settlePendingAfter: '0',
    journalSize: JOURNAL,
    callbackUrl: webhookUrl ?? null,
  })
  return async () => {
    const { wallet, duplicateWindow, settlePendingAfter, journalSize, callbackUrl } = before
    await account.change({ wallet, duplicateWindow, settlePendingAfter, journalSize, callbackUrl })
    await simulator.products.change('etisalat-data', { variations })
  }
}

async function sideBySide<Item>(items: readonly Item[], limit: number, run: (item: Item) => Promise<void>) {
  const left = [...items]
  const worker = async () => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await run(item)
  }
  await Promise.all(Array.from({ length: limit }, worker))
}

async function runCase(one: ResellerCase, world: World): Promise<CaseReport> {
  const { name, group, title, source } = one
  const startedAt = new Date()
  const described = { name, group, title, source }
  const empty = { problems: [], exchanges: [], reason: null }
  const reason = one.skip?.(world.driver) ?? null
  if (reason !== null) return { ...described, ...empty, outcome: 'skipped', reason, seconds: 0 }
  const stage = createStage(world)
  let skipped: string | null = null
  try {
    await one.run(stage)
    await audit(stage)
    if (stage.problems.length === 0) await auditStatus(stage)
  } catch (error) {
    if (error instanceof Skip) skipped = error.message
    else stage.problem(broken(error))
  } finally {
    await stage.end()
  }
  const { problems } = stage
  if (skipped !== null && problems.length === 0)
    return { ...described, ...empty, outcome: 'skipped', reason: skipped, seconds: secondsSince(startedAt) }
  const isFailed = problems.length > 0
  return {
    ...described,
    outcome: isFailed ? 'failed' : 'passed',
    reason: null,
    problems,
    exchanges: isFailed ? await exchangesOf(stage).catch(() => stage.seen) : [],
    seconds: secondsSince(startedAt),
  }
}

/** The reseller, or its driver, did something that no case reckons with. */
function broken(error: unknown) {
  return {
    expected: 'the case could be played to its end',
    actual: error instanceof Error ? error.message : String(error),
  }
}

function secondsSince(startedAt: Date): number {
  return (Date.now() - startedAt.getTime()) / 1000
}
