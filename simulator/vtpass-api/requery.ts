import { decideRequery } from '../engine/decide.ts'
import { renderRefusal } from '../wire/refusal.ts'
import { renderRequery } from '../wire/transaction.ts'
import { type Exchange, type Reply, refuseFirst } from './exchange.ts'

/** POST /api/requery */
export function requery(exchange: Exchange): Reply {
  const { world, fields } = exchange
  const refused = refuseFirst(exchange)
  if (refused !== null) return refused
  const found = decideRequery(world, fields)
  if ('code' in found) return { answer: renderRefusal(found) }
  if ('refusedWith' in found) {
    return {
      answer: renderRefusal({
        code: found.refusedWith,
        reason: 'the purchase was refused as a likely duplicate',
      }),
    }
  }
  return { answer: renderRequery(found, world.account.merchant) }
}
