import type { Hono } from 'hono'
import { readInState } from '../../storage/operator-reads.ts'
import type { PurchaseState } from '../../storage/purchase.ts'
import type { Asked, Backend, Env } from '../backend.ts'
import { operatorOf } from '../caller.ts'
import { bad } from '../fields.ts'
import { limitOf, pageOf } from '../page.ts'
import { purchaseCursor, purchaseCursorOf } from '../purchase-cursor.ts'
import { done, render } from '../render.ts'
import { purchaseLine } from './purchase-line.ts'

const states: readonly PurchaseState[] = ['sending', 'unknown', 'review', 'delivered', 'failed', 'reversed']

/** Purchases of all customers in one state, oldest first. */
export function addListPurchases(app: Hono<Env>, backend: Backend): void {
  app.get('/api/v1/operator/purchases', async (context) => {
    await operatorOf(context, backend)
    const limit = limitOf(context)
    const asked = { state: stateOf(context), after: purchaseCursorOf(context), limit: limit + 1 }
    const purchases = await readInState(backend.shop.database, asked)
    const page = pageOf(purchases, limit, purchaseCursor, purchaseLine)
    return render(context, done('Purchases retrieved successfully', page))
  })
}

function stateOf({ req }: Asked): PurchaseState {
  const state = states.find((each) => each === req.query('state'))
  if (state === undefined) throw bad(`state must be one of: ${states.join(', ')}`)
  return state
}
