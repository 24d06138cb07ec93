import type { Hono } from 'hono'
import { nairaNumber } from '../../pricing/kobo.ts'
import { AIRTIME } from '../../purchases/airtime-products.ts'
import { quoteAtCost } from '../../purchases/quote-at-cost.ts'
import { plainText } from '../../vtpass/plain-text.ts'
import type { Backend, Env } from '../backend.ts'
import { customerOf } from '../caller.ts'
import { readBody } from '../fields.ts'
import { fingerprintOf } from '../fingerprint.ts'
import { render } from '../render.ts'
import { type Sale, sell } from '../sell.ts'
import { checkLimits, serviceOf } from '../service-limits.ts'
import { type AirtimePurchase, readAirtimePurchase } from './read-airtime-purchase.ts'

export function addAirtimePurchase(app: Hono<Env>, backend: Backend): void {
  app.post('/api/v1/vtpass/airtime/purchase', async (context) => {
    const customer = await customerOf(context, backend)
    const wanted = readAirtimePurchase(await readBody(context), backend.settings)
    const request = { customer, requestId: wanted.requestId, fingerprint: fingerprint(wanted) }
    const quoting = {
      isAtHand: () => backend.catalogue.hasServices(AIRTIME),
      quote: () => quoted(backend, wanted),
    }
    return render(context, await sell(backend, request, quoting))
  })
}

function fingerprint({ serviceID, phone, amount, useCashback }: AirtimePurchase): string {
  return fingerprintOf(['airtime', serviceID, phone, amount, useCashback])
}

/** The limits may be kept ones, while VTpass does not list them: they are no price, and VTpass holds to its own. */
async function quoted(backend: Backend, wanted: AirtimePurchase): Promise<Sale> {
  const { serviceID, phone, amount, useCashback } = wanted
  const service = await serviceOf(backend.catalogue, AIRTIME, serviceID)
  checkLimits(amount, service)
  return {
    ...quoteAtCost(amount),
    useCashback,
    order: {
      kind: 'airtime',
      serviceID,
      variation: null,
      title: plainText(service.name),
      recipient: phone,
      phone,
      subscription: null,
    },
    asks: { serviceID, phone, amount: nairaNumber(amount) },
  }
}
