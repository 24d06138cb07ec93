import type { Hono } from 'hono'
import { readTimeline } from '../../storage/timeline.ts'
import type { Backend, Env } from '../backend.ts'
import { customerOf } from '../caller.ts'
import { noPurchase, purchaseNamed } from '../read-purchase.ts'
import { done, render } from '../render.ts'
import { customerLines } from './happening-line.ts'
import { transactionLine } from './transaction-line.ts'

/** One purchase and all that happened to it. Another customer's is as unknown as one that there is not. */
export function addReadTransaction(app: Hono<Env>, backend: Backend): void {
  app.get('/api/v1/vtpass/data/transactions/:id', async (context) => {
    const customer = await customerOf(context, backend)
    const purchase = await purchaseNamed(context, backend)
    if (purchase.customer !== customer) throw noPurchase()
    const timeline = customerLines(await readTimeline(backend.shop.database, purchase.id))
    const answer = { transaction: transactionLine(purchase), timeline }
    return render(context, done('Transaction retrieved successfully', answer))
  })
}
