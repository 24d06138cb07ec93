import type { Hono } from 'hono'
import { nairaNumber } from '../../pricing/kobo.ts'
import { type Entry, readEntries, type WalletName } from '../../storage/reads.ts'
import type { Asked, Backend, Env } from '../backend.ts'
import { bad } from '../fields.ts'
import { knownCustomer } from '../known-customer.ts'
import { limitOf, numberCursorOf, pageOf } from '../page.ts'
import { done, render } from '../render.ts'

export function addEntries(app: Hono<Env>, backend: Backend): void {
  app.get('/api/v1/wallet/entries', async (context) => {
    const { id: customer } = await knownCustomer(context, backend)
    const limit = limitOf(context)
    const asked = { customer, wallet: walletOf(context), before: numberCursorOf(context), limit: limit + 1 }
    const entries = await readEntries(backend.shop.database, asked)
    const page = pageOf(entries, limit, ({ id }) => String(id), entryLine)
    return render(context, done('Wallet entries retrieved successfully', page))
  })
}

function walletOf({ req }: Asked): WalletName | null {
  const wallet = req.query('wallet')
  if (wallet === undefined) return null
  if (wallet === 'main' || wallet === 'cashback') return wallet
  throw bad('wallet must be main or cashback')
}

function entryLine({ amount, balanceBefore, balanceAfter, at, ...entry }: Entry): object {
  return {
    ...entry,
    at: at.toISOString(),
    amount: nairaNumber(amount),
    balanceBefore: nairaNumber(balanceBefore),
    balanceAfter: nairaNumber(balanceAfter),
  }
}
