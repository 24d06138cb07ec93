import type { Hono } from 'hono'
import { readTimeline } from '../../storage/timeline.ts'
import type { Backend, Env } from '../backend.ts'
import { operatorOf } from '../caller.ts'
import { operatorLine } from '../history/happening-line.ts'
import { purchaseNamed } from '../read-purchase.ts'
import { done, render } from '../render.ts'
import { purchaseLine } from './purchase-line.ts'

/** Anybody's purchase, and all that is known of what happened to it. */
export function addReadPurchase(app: Hono<Env>, backend: Backend): void {
  app.get('/api/v1/operator/purchases/:id', async (context) => {
    await operatorOf(context, backend)
    const purchase = await purchaseNamed(context, backend)
    const timeline = (await readTimeline(backend.shop.database, purchase.id)).map(operatorLine)
    return render(
      context,
      done('Purchase retrieved successfully', { purchase: purchaseLine(purchase), timeline }),
    )
  })
}
