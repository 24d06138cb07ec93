import type { Hono } from 'hono'
import { quoteAtCost } from '../../purchases/quote-at-cost.ts'
import type { Customer } from '../../storage/reads.ts'
import type { Backend, Env } from '../backend.ts'
import { customerOf } from '../caller.ts'
import { checkPrice } from '../check-price.ts'
import { readBody } from '../fields.ts'
import { fingerprintOf } from '../fingerprint.ts'
import { render } from '../render.ts'
import { type Sale, sell } from '../sell.ts'
import { quoteTvPurchase } from './quote-tv-purchase.ts'
import { readTvPurchase, type TvPurchase } from './read-tv-purchase.ts'

export function addTvPurchase(app: Hono<Env>, backend: Backend): void {
  app.post('/api/v1/vtpass/tv/purchase', async (context) => {
    const customer = await customerOf(context, backend)
    const wanted = readTvPurchase(await readBody(context), backend.settings)
    const request = { customer, requestId: wanted.requestId, fingerprint: fingerprint(wanted) }
    const quoting = {
      // What is renewed is verified at VTpass first.
      isAtHand: () => wanted.subscription === 'change' && backend.catalogue.hasVariations(wanted.serviceID),
      quote: (known: Customer) => quoted(backend, wanted, known),
    }
    return render(context, await sell(backend, request, quoting))
  })
}

function fingerprint(wanted: TvPurchase): string {
  const { serviceID, billersCode, subscription, variationCode, amount, phone, useCashback } = wanted
  return fingerprintOf([
    'tv',
    serviceID,
    billersCode,
    subscription,
    variationCode,
    amount,
    phone,
    useCashback,
  ])
}

async function quoted(backend: Backend, wanted: TvPurchase, customer: Customer): Promise<Sale> {
  const { serviceID, billersCode, subscription, variationCode, useCashback } = wanted
  const { title, cost, asks } = await quoteTvPurchase(backend, wanted)
  const quote = quoteAtCost(cost)
  checkPrice(wanted.amount, quote.price)
  const phone = wanted.phone ?? customer.phone
  return {
    ...quote,
    useCashback,
    order: {
      kind: 'tv',
      serviceID,
      variation: variationCode,
      title,
      recipient: billersCode,
      phone,
      subscription,
    },
    asks: { serviceID, billersCode, phone, subscription_type: subscription, ...asks },
  }
}
