import { decidePurchase } from '../engine/decide.ts'
import { outcomeOfRecipient } from '../engine/fate.ts'
import type { Luck } from '../engine/luck.ts'
import { isDelay } from '../faults/fault.ts'
import { type ScenarioOfRecipient, type Strike, scenarioOfRecipient } from '../scenarios/scenario.ts'
import { hasTransaction, payCodeOf, renderPayment } from '../wire/transaction.ts'
import type { Exchange, Reply } from './exchange.ts'
import { refuse } from './refuse.ts'

/** POST /api/pay */
export function pay(exchange: Exchange): Reply | Promise<Reply> {
  const luck = exchange.live.luck()
  return luck instanceof Promise
    ? luck.then((loaded) => purchase(exchange, loaded))
    : purchase(exchange, luck)
}

function purchase({ live, world, at, callerIp, fields, scenario }: Exchange, luck: Luck): Reply {
  const ofRecipient = scenarioForRecipient({ world, fields })
  const fate = scenario?.fate ?? ofRecipient.fate
  const isHeld = holds(scenario === null ? ofRecipient.strike : scenario.strike)
  const decision = decidePurchase(world, { fields, fate, at, callerIp, luck, isHeld })
  for (const event of decision.events) live.note(event)
  if (decision.kind === 'refused') return refuse(decision.refusal)
  const { transaction } = decision
  const commanded = fate.kind === 'vend' ? fate.payCode : null
  const reason =
    transaction.status === 'failed' && (scenario?.fate ?? null) === null
      ? `${transaction.recipient} is no number that succeeds`
      : undefined
  const code = payCodeOf(transaction, commanded)
  const { answer, kept } = renderPayment(transaction, commanded, world.account.merchant, reason)
  const reply: Reply = {
    answer,
    kept,
    code,
    status: hasTransaction('pay', code) ? transaction.status : undefined,
    transaction,
    scenario: ofRecipient,
  }
  if (!isHeld) return reply
  const { requestId } = transaction
  return { ...reply, afterwards: () => live.note({ type: 'answered', requestId }) }
}

/** Whether the answer takes time, so that the purchase goes on running after it is on record. */
function holds(strike: Strike | null): boolean {
  if (strike === null || strike.when === 'before-commit') return false
  return isDelay(strike.fault) || strike.fault.kind === 'chunked-dribble-delay'
}

type Asked = Pick<Exchange, 'world' | 'fields'>

function scenarioForRecipient({ world, fields }: Asked): ScenarioOfRecipient {
  const product = world.catalogue.products.get(fields.serviceID ?? '')
  const outcome = product === undefined ? 'failed' : outcomeOfRecipient(product, fields)
  return scenarioOfRecipient(outcome, world.account.settings)
}
