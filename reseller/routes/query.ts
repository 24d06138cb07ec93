import type { Hono } from 'hono'
import type { ProductKind } from '../storage/purchase.ts'
import { findPurchase } from '../storage/reads.ts'
import type { Backend, Env } from './backend.ts'
import { customerOf } from './caller.ts'
import { bad, readBody, requestIdIn } from './fields.ts'
import type { LookSparingly } from './look-sparingly.ts'
import { answerQuery } from './purchase-answer.ts'
import { render } from './render.ts'

/** `POST query` of a product. A purchase of another product, or another customer's, is as unknown as one that there is not. */
export function addQuery(app: Hono<Env>, backend: Backend, look: LookSparingly, kind: ProductKind): void {
  app.post(`/api/v1/vtpass/${kind}/query`, async (context) => {
    const customer = await customerOf(context, backend)
    const requestId = requestIdIn(await readBody(context))
    const purchase = await findPurchase(backend.shop.database, customer, requestId)
    if (purchase?.kind !== kind) throw bad('INVALID REQUEST ID')
    return render(context, answerQuery(await look(purchase)))
  })
}
