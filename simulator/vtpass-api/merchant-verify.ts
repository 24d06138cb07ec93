import { refuseState } from '../engine/decide.ts'
import { missingFields } from '../engine/order.ts'
import { renderVerification } from '../wire/verification.ts'
import type { Exchange, Reply, Route } from './exchange.ts'
import { refuse, refuseFirst } from './refuse.ts'

/** POST /api/merchant-verify, and the products' own routes below it. */
export function merchantVerify(path: string): Route {
  return (exchange) => refuseFirst(exchange) ?? verify(exchange, path)
}

function verify({ world, fields }: Exchange, path: string): Reply {
  const { settings } = world.account
  const unnamed = missingFields(fields, ['serviceID', 'billersCode'])
  if (unnamed !== null) return refuse(unnamed)
  const product = world.catalogue.products.get(fields.serviceID ?? '')
  const verification = product?.file.verification
  if (product === undefined || verification === undefined || !verification.paths.includes(path)) {
    const reason = `"${fields.serviceID}" has no verification at /api/${path}`
    return refuse({ code: '012', reason })
  }
  const missing = missingFields(fields, verification.fields)
  if (missing !== null) return refuse(missing)
  const refused = refuseState(world, product.serviceID, ['suspended', 'inactive', 'unreachable'])
  if (refused !== null) return refuse(refused)
  return { code: '000', answer: renderVerification(verification, fields, settings) }
}
