import { decidePurchase } from '../engine/decide.ts'
import { evolve } from '../engine/evolve.ts'
import { outcomeOfRecipient } from '../engine/fate.ts'
import type { Luck } from '../engine/luck.ts'
import { recipientScenarios, type Scenario } from '../scenarios/scenario.ts'
import { renderRefusal } from '../wire/refusal.ts'
import { renderPayment } from '../wire/transaction.ts'
import type { Exchange, Reply } from './exchange.ts'

/** POST /api/pay */
export function pay(exchange: Exchange): Reply | Promise<Reply> {
  const luck = exchange.simulation.luckOf(exchange.world)
  return luck instanceof Promise
    ? luck.then((loaded) => purchase(exchange, loaded))
    : purchase(exchange, luck)
}

function purchase({ world, at, callerIp, fields, scenario }: Exchange, luck: Luck): Reply {
  const { fate, fault } = scenario ?? scenarioOfRecipient({ world, fields })
  const isHeld = fault === 'hold'
  const decision = decidePurchase(world, { fields, fate, at, callerIp, luck, isHeld })
  for (const event of decision.events) evolve(world, event)
  if (decision.kind === 'refused') return { answer: renderRefusal(decision.refusal) }
  const { transaction } = decision
  const code = fate.kind === 'vend' ? fate.payCode : null
  const reason =
    transaction.status === 'failed' && scenario === null
      ? `${transaction.recipient} is no number that succeeds`
      : undefined
  const answer = renderPayment(transaction, code, world.account.merchant, reason)
  if (!isHeld) return { answer, fault }
  const { requestId } = transaction
  return { answer, fault, afterwards: () => evolve(world, { type: 'answered', requestId }) }
}

function scenarioOfRecipient({ world, fields }: Pick<Exchange, 'world' | 'fields'>): Scenario {
  const product = world.catalogue.products.get(fields.serviceID ?? '')
  return recipientScenarios[product === undefined ? 'failed' : outcomeOfRecipient(product, fields)]
}
