import type { Hono } from 'hono'
import { readPurchases } from '../../storage/reads.ts'
import type { Backend, Env } from '../backend.ts'
import { knownCustomer } from '../known-customer.ts'
import { limitOf, pageOf } from '../page.ts'
import { purchaseCursor, purchaseCursorOf } from '../purchase-cursor.ts'
import { done, render } from '../render.ts'
import { transactionLine } from './transaction-line.ts'

/** A customer's purchases of every product, latest first. */
export function addListTransactions(app: Hono<Env>, backend: Backend): void {
  app.get('/api/v1/vtpass/data/transactions', async (context) => {
    const { id: customer } = await knownCustomer(context, backend)
    const limit = limitOf(context)
    const asked = { customer, before: purchaseCursorOf(context), limit: limit + 1 }
    const purchases = await readPurchases(backend.shop.database, asked)
    const page = pageOf(purchases, limit, purchaseCursor, transactionLine)
    return render(context, done('Transactions retrieved successfully', page))
  })
}
