import type { Money } from '../catalogue/money.ts'
import { readAmount, times } from '../catalogue/money.ts'
import { type Fields, isRefusal, readOrder } from '../engine/order.ts'
import type { Millis } from '../engine/time.ts'
import { amountOf } from '../engine/transaction.ts'
import type { World } from '../engine/world.ts'
import type { Endpoint } from '../journal/entry.ts'
import type { LiveWorld } from '../live-world.ts'
import { arrange } from '../scenarios/rule.ts'
import type { Call } from '../scenarios/rules.ts'
import { type Scenario, scenarioNamed, scenarioNames } from '../scenarios/scenario.ts'
import { json } from '../wire/answer.ts'
import type { Schemas } from '../wire/schemas.ts'
import type { Reply } from './exchange.ts'

/** What is arranged for a call, and by which rule. */
export interface Chosen {
  readonly scenario: Scenario | null
  readonly rule: string | null
}

const nothing: Chosen = { scenario: null, rule: null }

/** The call's header goes before every rule; a header that names no scenario is answered with those that there are. */
export function chooseScenario(
  live: LiveWorld,
  endpoint: Endpoint,
  fields: Fields,
  header: string | null,
  now: Millis,
): Chosen | Reply {
  const { settings } = live.world.account
  if (header !== null) {
    const scenario = scenarioNamed(header, settings)
    return scenario === null ? unknownScenario(header) : { scenario, rule: null }
  }
  if (!live.rules.areFor(endpoint)) return nothing
  const rule = live.rules.choose(callOf(live.world, endpoint, fields), now, live.fraction)
  return rule === null ? nothing : { scenario: arrange(rule, settings), rule: rule.id }
}

/** What rules can ask for. A requery names its purchase only, which the record knows. */
function callOf(world: World, endpoint: Endpoint, fields: Fields): Call {
  const requestId = fields.request_id ?? null
  const record = endpoint === 'requery' ? world.transactions.get(requestId ?? '') : undefined
  if (record !== undefined && !('refusedWith' in record)) {
    const { product, recipient } = record
    return { endpoint, serviceID: product.serviceID, recipient, requestId, amount: () => amountOf(record) }
  }
  const product = world.catalogue.products.get(fields.serviceID ?? '')
  return {
    endpoint,
    serviceID: fields.serviceID ?? null,
    recipient: fields[product?.file.recipient.field ?? 'billersCode'] ?? null,
    requestId,
    amount: () => amountAsked(world, fields),
  }
}

function amountAsked({ catalogue }: World, fields: Fields): Money | null {
  const product = catalogue.products.get(fields.serviceID ?? '')
  const order = product === undefined ? null : readOrder(product, fields)
  if (order !== null && !isRefusal(order)) return times(order.unitPrice, order.quantity)
  return fields.amount === undefined ? null : readAmount(fields.amount)
}

function unknownScenario(name: string): Reply {
  const problem: Schemas['Problem'] = {
    type: 'about:blank',
    title: 'Bad Request',
    status: 400,
    detail:
      `x-simulator-scenario is "${name}"; it must be ${scenarioNames.join(', ')}, ` +
      'or code-NNN, with a code of VTpass\'s page "Response Codes"',
  }
  return { answer: { ...json(400, problem), contentType: 'application/problem+json' } }
}
