import type { RecipientOutcome } from '../catalogue/product-file.ts'
import { type ResponseCode, responseCodes } from '../engine/codes.ts'
import type { Fate } from '../engine/fate.ts'
import type { LastingCode, PassingCode, Status } from '../engine/transaction.ts'
import type { Fault } from '../faults/fault.ts'

/** What is arranged for one exchange: the fate changes what happens, the fault what the caller hears of it. */
export interface Scenario {
  readonly name: string
  readonly fate: Fate
  readonly fault: Fault
}

function vend(
  status: Status,
  payCode: PassingCode | null = null,
  requeryCode: LastingCode | null = null,
): Fate {
  return { kind: 'vend', status, payCode, requeryCode }
}

/** What each test number arranges; the last two are ours, since nobody has seen what VTpass does. */
export const recipientScenarios: Record<RecipientOutcome, Scenario> = {
  delivered: { name: 'delivered', fate: vend('delivered'), fault: 'none' },
  failed: { name: 'failed', fate: vend('failed'), fault: 'none' },
  pending: { name: 'pending', fate: vend('pending'), fault: 'none' },
  unexpected: {
    name: 'unexpected',
    fate: { kind: 'refuse', code: '083', moment: 'at-the-biller' },
    fault: 'none',
  },
  'no-response': { name: 'no-response', fate: vend('pending'), fault: 'close' },
  timeout: { name: 'timeout', fate: vend('pending'), fault: 'hold' },
}

/** The codes that come with an order; every other code on command refuses without one. */
const codesWithAnOrder: Partial<Record<ResponseCode, Fate>> & Record<'000', Fate> = {
  '000': vend('delivered'),
  '001': vend('delivered', '001', '001'),
  '016': vend('failed'),
  '040': vend('reversed'),
  '044': vend('pending', '044', '044'),
  '091': vend('failed', '091', '091'),
  '099': vend('pending', '099'),
}

const scenarios: ReadonlyMap<string, Scenario> = new Map(
  responseCodes.map((code) => [`code-${code}`, onCommand(code)]),
)

function onCommand(code: ResponseCode): Scenario {
  const fate: Fate =
    code === '000'
      ? codesWithAnOrder[code]
      : (codesWithAnOrder[code] ?? { kind: 'refuse', code, moment: 'at-once' })
  return { name: `code-${code}`, fate, fault: 'none' }
}

/** The scenario of this name, or null where there is none. */
export function scenarioNamed(name: string): Scenario | null {
  return scenarios.get(name) ?? null
}

/** The code that a scenario's name commands (`code-016`), or null. */
export function codeCommanded(scenario: Scenario): ResponseCode | null {
  const code = scenario.name.replace(/^code-/, '')
  return responseCodes.find((known) => known === code) ?? null
}
