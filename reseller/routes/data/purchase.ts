import type { Hono } from 'hono'
import { nairaNumber } from '../../pricing/kobo.ts'
import { soldByThePiece } from '../../purchases/data-products.ts'
import type { Customer } from '../../storage/reads.ts'
import { plainText } from '../../vtpass/plain-text.ts'
import type { Backend, Env } from '../backend.ts'
import { customerOf } from '../caller.ts'
import { readBody } from '../fields.ts'
import { fingerprintOf } from '../fingerprint.ts'
import { render } from '../render.ts'
import { type Sale, sell } from '../sell.ts'
import { quotePurchase } from './quote-purchase.ts'
import { type DataPurchase, readDataPurchase } from './read-data-purchase.ts'

/** `POST purchase` of the data API document. */
export function addDataPurchase(app: Hono<Env>, backend: Backend): void {
  app.post('/api/v1/vtpass/data/purchase', async (context) => {
    const customer = await customerOf(context, backend)
    const wanted = readDataPurchase(await readBody(context), backend.settings)
    const request = { customer, requestId: wanted.requestId, fingerprint: fingerprint(wanted) }
    const quoting = {
      isAtHand: () => isAtHand(backend, wanted),
      quote: (known: Customer) => quoted(backend, wanted, known),
    }
    return render(context, await sell(backend, request, quoting))
  })
}

function fingerprint(wanted: DataPurchase): string {
  const { serviceID, billersCode, variationCode, amount, phone, useCashback } = wanted
  return fingerprintOf(['data', serviceID, billersCode, variationCode, amount, phone, useCashback])
}

/** An amount may be for a plan without a price, whose limits stand with the service. */
function isAtHand({ catalogue }: Backend, { serviceID, amount }: DataPurchase): boolean {
  return catalogue.hasVariations(serviceID) && (amount === null || catalogue.hasServices('data'))
}

async function quoted(backend: Backend, wanted: DataPurchase, customer: Customer): Promise<Sale> {
  const { serviceID, billersCode, variationCode, useCashback } = wanted
  const { plan, quote, amount } = await quotePurchase(backend, wanted, customer.kind)
  const phone = wanted.phone ?? customer.phone
  return {
    ...quote,
    useCashback,
    order: {
      kind: 'data',
      serviceID,
      variation: variationCode,
      title: plainText(plan.name),
      recipient: billersCode,
      phone,
      subscription: null,
    },
    asks: {
      serviceID,
      billersCode,
      variation_code: variationCode,
      phone,
      ...(amount === null ? {} : { amount: nairaNumber(amount) }),
      ...(soldByThePiece.has(serviceID) ? { quantity: 1 } : {}),
    },
  }
}
