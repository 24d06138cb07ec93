import type { Hono } from 'hono'
import { findPurchase } from '../../storage/reads.ts'
import type { Backend, Env } from '../backend.ts'
import { customerOf } from '../caller.ts'
import { bad, readBody, requestIdIn } from '../fields.ts'
import type { LookSparingly } from '../look-sparingly.ts'
import { answerQuery } from '../purchase-answer.ts'
import { render } from '../render.ts'

/** `POST query` of the data API document. Another customer's purchase is as unknown as one that there is not. */
export function addDataQuery(app: Hono<Env>, backend: Backend, look: LookSparingly): void {
  app.post('/api/v1/vtpass/data/query', async (context) => {
    const customer = await customerOf(context, backend)
    const requestId = requestIdIn(await readBody(context))
    const purchase = await findPurchase(backend.shop.database, customer, requestId)
    if (purchase?.kind !== 'data') throw bad('INVALID REQUEST ID')
    return render(context, answerQuery(await look(purchase)))
  })
}
