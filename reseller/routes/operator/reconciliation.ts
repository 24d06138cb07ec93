import type { Hono } from 'hono'
import { kobo, nairaNumber, plus } from '../../pricing/kobo.ts'
import type { Database } from '../../storage/database.ts'
import { countOpen, readFloat } from '../../storage/operator-reads.ts'
import { readBalance } from '../../vtpass/balance.ts'
import type { Backend, Env } from '../backend.ts'
import { operatorOf } from '../caller.ts'
import { done, render } from '../render.ts'
import { type Books, reconcile } from './reconcile.ts'

/** Holds the ledger against the balance that VTpass tells when it is asked now. */
export function addReconciliation(app: Hono<Env>, backend: Backend): void {
  app.get('/api/v1/operator/reconciliation', async (context) => {
    await operatorOf(context, backend)
    const { shop, vtpass } = backend
    const before = await readBooks(shop.database)
    const balance = readBalance(await vtpass.balance())
    const after = await readBooks(shop.database)
    const { difference, isExplained } = reconcile(before, after, balance)
    const naira = (amount: typeof balance) => (amount === null ? null : nairaNumber(amount))
    const answer = {
      at: shop.now().toISOString(),
      ledger: nairaNumber(after.float),
      vtpass: naira(balance),
      difference: naira(difference),
      inFlight: nairaNumber(after.held),
      open: after.open,
      isExplained,
    }
    return render(context, done('Reconciliation retrieved successfully', answer))
  })
}

function readBooks(database: Database): Promise<Books> {
  return database.snapshot(async (queries) => {
    const { float, rounded } = await readFloat(queries)
    const counts = await countOpen(queries)
    const held = counts.reduce((sum, each) => plus(sum, each.held), kobo(0))
    const open = counts.reduce((sum, { count }) => sum + count, 0)
    return { float, rounded, held, open }
  })
}
