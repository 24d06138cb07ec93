import { type Bought, type Buying, buy } from '../purchases/buy.ts'
import type { Admission } from '../purchases/upstream-guard.ts'
import { type Customer, findPurchase } from '../storage/reads.ts'
import { newReference } from '../vtpass/reference.ts'
import type { Backend } from './backend.ts'
import { isDatabaseDown } from './database-down.ts'
import { noCustomer } from './known-customer.ts'
import { answerPurchase, answerReplay } from './purchase-answer.ts'
import { Refusal } from './refusal.ts'
import type { Answer } from './render.ts'

/** Whose purchase, under which name; null where the customer gave none. */
export type SaleRequest = Pick<Buying, 'customer' | 'requestId' | 'fingerprint'>

/** What is bought, and at which price. */
export type Sale = Omit<Buying, keyof SaleRequest>

/** How a product finds out what it sells, and at which price. */
export interface Quoting {
  /** Whether that needs no answer of VTpass, which may be down. */
  isAtHand(): boolean
  /** @throws Refusal where there is nothing to sell */
  quote(customer: Customer): Promise<Sale>
}

/**
 * Sells once, whatever the product. A request that is known is answered as it was, whatever is quoted now: its price may
 * have changed since, and VTpass may be down. Nothing is looked up for a new one where the ledger finds out in any case.
 *
 * @throws Refusal
 */
export async function sell(backend: Backend, request: SaleRequest, quoting: Quoting): Promise<Answer> {
  const customer = await backend.customers.get(request.customer)
  if (customer === null) throw noCustomer()
  const known = quoting.isAtHand() ? null : await answerKnown(backend, request)
  if (known !== null) return known
  const quoted = await quoteOrRefuse(quoting, customer)
  if ('refusal' in quoted) return (await answerKnown(backend, request)) ?? refuse(quoted.refusal)
  const { sale } = quoted
  const admission = backend.guard.admit(sale.cost, backend.shop.now())
  if (admission.kind === 'refused') return (await answerKnown(backend, request)) ?? refuse(notNow(admission))
  return buyAdmitted(backend, { ...request, ...sale }, admission)
}

async function quoteOrRefuse(
  quoting: Quoting,
  customer: Customer,
): Promise<{ readonly sale: Sale } | { readonly refusal: Refusal }> {
  try {
    return { sale: await quoting.quote(customer) }
  } catch (error) {
    if (error instanceof Refusal) return { refusal: error }
    throw error
  }
}

/** Buys, and tells the guard of the end of it: money that may have been taken counts as taken. */
async function buyAdmitted(backend: Backend, wanted: Buying, { over }: Admitted): Promise<Answer> {
  const { shop } = backend
  const requestId = wanted.requestId ?? newReference(shop.now().getTime(), shop.randomBelow)
  const bought = await buy(shop, { ...wanted, requestId }).catch((error: unknown) => {
    over(true)
    backend.report(error, `purchase ${requestId} of customer ${wanted.customer}`)
    throw unclear(error, requestId)
  })
  over(bought.kind === 'opened' && bought.purchase.state !== 'failed')
  return answerBought(bought, requestId)
}

function answerBought(bought: Bought, requestId: string): Answer {
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

async function answerKnown({ shop }: Backend, request: SaleRequest): Promise<Answer | null> {
  if (request.requestId === null) return null
  const known = await findPurchase(shop.database, request.customer, request.requestId)
  if (known === null) return null
  if (known.fingerprint !== request.fingerprint) throw anotherPurchase(known.requestId)
  return answerReplay(known)
}

type Admitted = Extract<Admission, { readonly kind: 'admitted' }>
type Refused = Extract<Admission, { readonly kind: 'refused' }>

const reasons: Record<Refused['why'], string> = {
  down: 'VTpass cannot be reached. Nothing was charged',
  'low-float': 'The money at VTpass is too low for this. Nothing was charged',
}

function notNow({ why, retryAfterS }: Refused): Refusal {
  return new Refusal(503, reasons[why], { 'retry-after': String(retryAfterS) })
}

function refuse(refusal: Refusal): never {
  throw refusal
}

function anotherPurchase(requestId: string): Refusal {
  return new Refusal(409, `request_id ${requestId} was used for another purchase`)
}

/** It may have been bought. Under the same name it is not bought twice: the caller must learn the name. */
function unclear(error: unknown, requestId: string): Refusal {
  const message = `It is not clear whether this was bought. Ask again with request_id ${requestId}: it is not charged twice`
  return isDatabaseDown(error) ? new Refusal(503, message, { 'retry-after': '5' }) : new Refusal(500, message)
}
