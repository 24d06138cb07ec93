import { renderBalance } from '../wire/balance.ts'
import { type Exchange, type Reply, refuseFirst } from './exchange.ts'

/** GET /api/balance */
export function balance(exchange: Exchange): Reply {
  return refuseFirst(exchange) ?? { answer: renderBalance(exchange.world.balance) }
}
