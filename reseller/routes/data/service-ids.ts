import type { Hono } from 'hono'
import type { Service } from '../../vtpass/services.ts'
import type { Backend, Env } from '../backend.ts'
import { customerOf } from '../caller.ts'
import { bad } from '../fields.ts'
import { done, render } from '../render.ts'
import { knownOf, warningOf } from './known-answer.ts'

/** `GET service-ids` of the data API document. */
export function addServiceIds(app: Hono<Env>, backend: Backend): void {
  app.get('/api/v1/vtpass/data/service-ids', async (context) => {
    await customerOf(context, backend)
    const identifier = context.req.query('identifier') ?? 'data'
    if (!/^[ -~]{1,100}$/.test(identifier))
      throw bad('identifier must be 1 to 100 printable ASCII characters')
    const services = knownOf(await backend.catalogue.services(identifier))
    const answer = done('Service IDs retrieved successfully', services.value.map(serviceLine))
    return render(context, { ...answer, body: { ...answer.body, ...warningOf(services) } })
  })
}

/** In VTpass's spelling; what it leaves out is null. */
function serviceLine({ listed, serviceID, name }: Service): object {
  const said = (key: string) => listed[key] ?? null
  return {
    serviceID,
    name,
    minimium_amount: said('minimium_amount'),
    maximum_amount: said('maximum_amount'),
    convinience_fee: said('convinience_fee'),
    product_type: said('product_type'),
    image: said('image'),
  }
}
