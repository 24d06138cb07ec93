import { type Buying, buy } from '../purchases/buy.ts'
import { findPurchase } from '../storage/reads.ts'
import { newReference } from '../vtpass/reference.ts'
import type { Backend } from './backend.ts'
import { isDatabaseDown } from './database-down.ts'
import { noCustomer } from './known-customer.ts'
import { answerPurchase, answerReplay } from './purchase-answer.ts'
import { Refusal } from './refusal.ts'
import type { Answer } from './render.ts'

/** Whose purchase, under which name; null where the customer gave none. */
export type SaleRequest = Pick<Buying, 'customer' | 'requestId' | 'fingerprint'>

/**
 * Sells once, whatever the product. A request that is known is answered before anything is quoted: its price may have
 * changed since, and VTpass may be down.
 *
 * @param quoted the order and its price; throws a Refusal where there is none
 * @throws Refusal
 */
export async function sell(
  backend: Backend,
  request: SaleRequest,
  quoted: () => Promise<Omit<Buying, keyof SaleRequest>>,
): Promise<Answer> {
  const known = await knownPurchase(backend, request)
  if (known !== null) {
    if (known.fingerprint !== request.fingerprint) throw anotherPurchase(known.requestId)
    return answerReplay(known)
  }
  const { shop } = backend
  const requestId = request.requestId ?? newReference(shop.now().getTime(), shop.randomBelow)
  const buying = { ...request, ...(await quoted()), requestId }
  const bought = await buy(shop, buying).catch((error: unknown) => {
    backend.report(error, `purchase ${requestId} of customer ${request.customer}`)
    throw unclear(error, requestId)
  })
  switch (bought.kind) {
    case 'opened':
      return answerPurchase(bought.purchase)
    case 'replay':
      return answerReplay(bought.purchase)
    case 'conflict':
      throw anotherPurchase(requestId)
    case 'insufficient':
      throw new Refusal(400, 'Insufficient wallet balance')
    case 'no-customer':
      throw noCustomer()
  }
}

function knownPurchase({ shop }: Backend, { customer, requestId }: SaleRequest) {
  return requestId === null ? null : findPurchase(shop.database, customer, requestId)
}

function anotherPurchase(requestId: string): Refusal {
  return new Refusal(409, `request_id ${requestId} was used for another purchase`)
}

/** It may have been bought. Under the same name it is not bought twice: the caller must learn the name. */
function unclear(error: unknown, requestId: string): Refusal {
  const message = `It is not clear whether this was bought. Ask again with request_id ${requestId}: it is not charged twice`
  return isDatabaseDown(error) ? new Refusal(503, message, { 'retry-after': '5' }) : new Refusal(500, message)
}
