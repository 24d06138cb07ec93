import type { Hono } from 'hono'
import { nairaText } from '../../pricing/kobo.ts'
import { tvServices } from '../../purchases/tv-products.ts'
import type { Variation, Variations } from '../../vtpass/variations.ts'
import type { Backend, Env } from '../backend.ts'
import { customerOf } from '../caller.ts'
import { oneOf } from '../fields.ts'
import { knownOf, warningOf } from '../known-answer.ts'
import { done, render } from '../render.ts'

export function addTvVariationCodes(app: Hono<Env>, backend: Backend): void {
  app.get('/api/v1/vtpass/tv/variation-codes', async (context) => {
    await customerOf(context, backend)
    const serviceID = oneOf(context.req.query('serviceID'), 'serviceID', tvServices)
    const listed = knownOf(await backend.catalogue.variations(serviceID))
    const answer = done(`Variation codes retrieved successfully for ${serviceID}`, priceList(listed.value))
    return render(context, { ...answer, body: { ...answer.body, ...warningOf(listed) } })
  })
}

function priceList({ serviceName, serviceID, convenienceFee, variations }: Variations): object {
  return {
    ServiceName: serviceName,
    serviceID,
    convinience_fee: convenienceFee,
    variations: variations.map(bouquetLine),
  }
}

function bouquetLine({ variation_code, name, cost, fixedPrice }: Variation): object {
  return {
    variation_code,
    name,
    variation_amount: nairaText(cost),
    vtpass_amount: nairaText(cost),
    fixedPrice,
  }
}
