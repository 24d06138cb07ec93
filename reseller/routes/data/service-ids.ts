import type { Hono } from 'hono'
import type { Backend, Env } from '../backend.ts'
import { customerOf } from '../caller.ts'
import { bad } from '../fields.ts'
import { knownOf, warningOf } from '../known-answer.ts'
import { done, render } from '../render.ts'
import { serviceLine } from '../service-line.ts'

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
