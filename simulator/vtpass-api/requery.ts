import { decideRequery } from '../engine/decide.ts'
import { hasTransaction, renderRequery, requeryCodeOf } from '../wire/transaction.ts'
import type { Exchange, Reply } from './exchange.ts'
import { refuse, refuseFirst } from './refuse.ts'

/** POST /api/requery */
export function requery(exchange: Exchange): Reply {
  const { world, fields } = exchange
  const refused = refuseFirst(exchange)
  if (refused !== null) return refused
  const found = decideRequery(world, fields)
  if ('code' in found) return refuse(found)
  if ('refusedWith' in found) {
    return refuse({ code: found.refusedWith, reason: 'the purchase was refused as a likely duplicate' })
  }
  const code = requeryCodeOf(found)
  const { answer, kept } = renderRequery(found, world.account.merchant)
  return {
    answer,
    kept,
    code,
    status: hasTransaction('requery', code) ? found.status : undefined,
    transaction: found,
  }
}
