import type { Hono } from 'hono'
import { nairaNumber } from '../../pricing/kobo.ts'
import { readBalances } from '../../storage/reads.ts'
import type { Backend, Env } from '../backend.ts'
import { customerOf } from '../caller.ts'
import { noCustomer } from '../known-customer.ts'
import { done, render } from '../render.ts'

export function addBalances(app: Hono<Env>, backend: Backend): void {
  app.get('/api/v1/wallet', async (context) => {
    const balances = await readBalances(backend.shop.database, await customerOf(context, backend))
    if (balances === null) throw noCustomer()
    const { main, cashback, held } = balances
    return render(
      context,
      done('Wallet retrieved successfully', {
        main: nairaNumber(main),
        cashback: nairaNumber(cashback),
        held: nairaNumber(held),
      }),
    )
  })
}
