import { renderBalance } from '../wire/balance.ts'
import type { Exchange, Reply } from './exchange.ts'
import { refuseFirst } from './refuse.ts'

/** GET /api/balance */
export function balance(exchange: Exchange): Reply {
  return refuseFirst(exchange) ?? { code: '1', answer: renderBalance(exchange.world.balance) }
}
