import type { components } from '../../openapi/generated/control.ts'
import { responseCodes } from '../engine/codes.ts'
import { readDuration } from '../engine/duration.ts'
import type { Fate, Settling } from '../engine/fate.ts'
import { settlesFrom } from '../engine/transaction.ts'
import { fateOfCode } from './code.ts'
import { type Scenario, type ScenarioSettings, SETTLES_AFTER_MS, scenarioNamed } from './scenario.ts'
import { vend } from './vend.ts'

type AskedFate = components['schemas']['Fate']
type FateInDetail = components['schemas']['FateInDetail']

/** What a rule's fate arranges, by the settings of its account at the moment of a call. */
export type ReadFate = (settings: ScenarioSettings) => Scenario

/** A fate as the contract has it; or what is wrong with it, in words. */
export function readFate(asked: AskedFate): ReadFate | string {
  if (typeof asked !== 'string') return readDetail(asked)
  const unknown: Scenario = { name: asked, fate: null, code: null, strike: null }
  if (scenarioNamed(asked, { timeoutHoldMs: 0 }) === null) return noSuchCode('fate', asked)
  return (settings) => scenarioNamed(asked, settings) ?? unknown
}

function readDetail(asked: FateInDetail): ReadFate | string {
  const { status, code } = asked
  if ((status === undefined) === (code === undefined)) return 'fate needs either a status or a code'
  const fate = status === undefined ? fateOfCode(code ?? '') : vend(status)
  if (fate === null) return noSuchCode('fate.code', code ?? '')
  const settled = settle(fate, asked)
  if (typeof settled === 'string') return settled
  const known = responseCodes.find((each) => each === code) ?? null
  return () => ({ name: null, fate: settled, code: known, strike: null })
}

function settle(fate: Fate, { settlesTo: to, settlesAfter }: FateInDetail): Fate | string {
  if (to === undefined) {
    return settlesAfter === undefined ? fate : 'fate.settlesAfter needs fate.settlesTo: what it becomes'
  }
  if (fate.kind === 'refuse') return `fate.code ${fate.code} makes no order, so nothing settles`
  if (fate.status !== settlesFrom[to]) {
    return `fate.settlesTo is "${to}", which only ${settlesFrom[to]} becomes, and this is ${fate.status}`
  }
  const afterMs = settlesAfter === undefined ? SETTLES_AFTER_MS : (readDuration(settlesAfter) ?? 0)
  const settles: Settling = { to, afterMs }
  return { ...fate, settles }
}

function noSuchCode(where: string, code: string): string {
  return `${where} is "${code}"; VTpass has the codes ${responseCodes.join(', ')}`
}
