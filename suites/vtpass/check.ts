import { NoSuchCase } from '../no-such-case.ts'
import type { CaseReport, Problem, SuiteReport } from '../report/report.ts'
import { type Ability, LimitReached, type VtpassTarget } from '../targets/target.ts'
import { needsOf, type VtpassCase } from './case.ts'
import { vtpassCases } from './cases/index.ts'
import { Conversation, type Exchange } from './conversation.ts'
import { luckOf } from './luck.ts'

export interface CheckVtpassOptions {
  /** The names of the cases to run. Default: all. */
  readonly only?: readonly string[]
  /** Request ids and the like are drawn from it. Default: 1. */
  readonly seed?: number
  /** Called when a case is done. */
  readonly onCase?: (report: CaseReport) => void
  /** Is handed all that was asked in a case that any VTpass can be asked, when it is done. */
  readonly onExchanges?: (name: string, exchanges: readonly Exchange[]) => void
  /** The clock on the wall, in milliseconds since 1970: when the run was, and how long it took. */
  readonly wallClock?: () => number
}

/**
 * Holds a target to what VTpass's pages say, case by case.
 *
 * @throws NoSuchCase where `only` or an exemption names none
 */
export async function checkVtpass(
  target: VtpassTarget,
  options: CheckVtpassOptions = {},
): Promise<SuiteReport> {
  const { seed = 1, wallClock = Date.now } = options
  for (const { case: name } of target.exemptions) findCase(name)
  const chosen = options.only === undefined ? vtpassCases : options.only.map(findCase)
  const began = wallClock()
  const reports: CaseReport[] = []
  let [fields, differing] = [0, 0]
  const startsAt = target.now()
  for (const each of chosen) {
    target.abilities['own-clock']?.set(startsAt)
    const caseBegan = wallClock()
    const { report, compared } = await tryCase(target, each, seed, options)
    fields += compared
    if (compared > 0) differing += report.problems.length
    const timed = { ...report, seconds: secondsSince(caseBegan, wallClock()) }
    reports.push(timed)
    options.onCase?.(timed)
  }
  return {
    suite: 'vtpass',
    target: target.name,
    startedAt: new Date(began).toISOString(),
    seconds: secondsSince(began, wallClock()),
    seed,
    cases: reports,
    score: { fields, asExpected: Math.max(fields - differing, 0) },
  }
}

function findCase(name: string): VtpassCase {
  const found = vtpassCases.find((each) => each.name === name)
  if (found === undefined) throw new NoSuchCase(`there is no case "${name}"; --list shows them`)
  return found
}

function secondsSince(began: number, now: number): number {
  return Math.round(now - began) / 1000
}

interface Tried {
  readonly report: CaseReport
  readonly compared: number
}

/** Runs a case, exempted or not, wherever the target can be asked at all. */
async function tryCase(
  target: VtpassTarget,
  each: VtpassCase,
  seed: number,
  options: CheckVtpassOptions,
): Promise<Tried> {
  const needs = needsOf(each)
  const lacking = needs.filter((ability) => target.abilities[ability] === undefined)
  const reason = lacking.length > 0 ? whyNot(target, lacking) : exemptionOf(target, each, needs)
  if (lacking.length > 0) return { report: { ...blank(each), outcome: 'skipped', reason }, compared: 0 }
  const vtpass = new Conversation(await openWorld(target, each), luckOf(seed, each.name), each.row)
  const stopped = await runToItsEnd(each, vtpass)
  if (needs.every((ability) => ability === 'basic-authentication')) {
    options.onExchanges?.(each.name, vtpass.heard)
  }
  const { problems, exchanges, fields } = vtpass
  const ran: CaseReport = { ...blank(each), problems, exchanges }
  if (reason !== null) return { report: exempted(ran, reason, stopped), compared: 0 }
  if (stopped !== null && problems.length === 0) {
    return { report: { ...ran, outcome: 'skipped', reason: stopped }, compared: fields }
  }
  return { report: { ...ran, outcome: problems.length === 0 ? 'passed' : 'failed' }, compared: fields }
}

/** Why it was not run to its end; null where it was. */
async function runToItsEnd(each: VtpassCase, vtpass: Conversation): Promise<string | null> {
  try {
    await each.run(vtpass)
    return null
  } catch (error) {
    if (error instanceof LimitReached) return error.message
    throw error
  } finally {
    await vtpass.target.abilities['own-clock']?.release()
  }
}

/** A world of its own where the target has one to give. */
async function openWorld(target: VtpassTarget, { account }: VtpassCase): Promise<VtpassTarget> {
  const { 'account-settings': open, 'fresh-account': openFresh } = target.abilities
  if (account !== undefined) return (await open?.(account)) ?? target
  return (await openFresh?.()) ?? target
}

/** @throws Error where a target neither has an ability nor says why */
function whyNot({ name, cannot }: VtpassTarget, lacking: readonly Ability[]): string {
  return lacking
    .map((ability) => {
      const reason = cannot[ability]
      if (reason === undefined) throw new Error(`${name} lacks ${ability}, and does not say why`)
      return reason
    })
    .join('; ')
}

/** Why a target is excused from a case; null where it is not. */
function exemptionOf(target: VtpassTarget, { name }: VtpassCase, needs: readonly Ability[]): string | null {
  const named = target.exemptions.find((exemption) => exemption.case === name)?.reason
  const declared = needs.map((ability) => target.cannot[ability]).find((reason) => reason !== undefined)
  return named ?? declared ?? null
}

/** What a target was excused from must fail: an excuse that is not needed is a mistake. */
function exempted(ran: CaseReport, reason: string, stopped: string | null): CaseReport {
  if (ran.problems.length > 0 || stopped !== null) {
    return { ...ran, outcome: 'skipped', reason, problems: [] }
  }
  const needless: Problem = {
    field: null,
    expected: `a failure, since the target is exempted: ${reason}`,
    actual: 'it passes; take the exemption away',
    cost: null,
    fidelity: null,
  }
  return { ...ran, outcome: 'failed', problems: [needless] }
}

function blank({ name, group, title, source }: VtpassCase): CaseReport {
  return {
    name,
    group,
    title,
    source,
    outcome: 'passed',
    reason: null,
    problems: [],
    exchanges: [],
    seconds: 0,
  }
}

/** What there is to run, for a list. */
export function listVtpassCases(): readonly Pick<CaseReport, 'name' | 'group' | 'title'>[] {
  return vtpassCases.map(({ name, group, title }) => ({ name, group, title }))
}
