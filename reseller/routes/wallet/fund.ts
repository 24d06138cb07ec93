import type { Hono } from 'hono'
import { nairaNumber } from '../../pricing/kobo.ts'
import { fundWallet } from '../../storage/funding.ts'
import type { Backend, Env } from '../backend.ts'
import { operatorOf } from '../caller.ts'
import { bad, checkName, readBody, requiredAmount, requiredText } from '../fields.ts'
import { Refusal } from '../refusal.ts'
import { done, render } from '../render.ts'

/** An operator pays money into a customer's main wallet; the same payment again counts once. */
export function addFunding(app: Hono<Env>, backend: Backend): void {
  app.post('/api/v1/wallet/fund', async (context) => {
    const operator = await operatorOf(context, backend)
    const body = await readBody(context)
    const customer = customerNamed(requiredText(body, 'customer'))
    const amount = requiredAmount(body, 'amount')
    const reference = checkName(requiredText(body, 'reference'), 'reference')
    const at = backend.shop.now()
    const payment = { customer, amount, reference, actor: `operator ${operator}`, at }
    const funding = await fundWallet(backend.shop.database, payment)
    if (funding.kind === 'no-customer') throw new Refusal(404, 'No such customer')
    if (funding.kind === 'conflict') {
      throw new Refusal(409, `reference ${reference} was used for another payment`)
    }
    const paid = { customer, amount: nairaNumber(amount), reference }
    const main = nairaNumber(funding.main)
    return render(context, done('Wallet funded successfully', { ...paid, result: funding.kind, main }))
  })
}

/** PostgreSQL holds neither a NUL nor half a character. */
function customerNamed(id: string): string {
  if (id.length <= 128 && id.isWellFormed() && !id.includes('\0')) return id
  throw bad('customer must be 1 to 128 characters')
}
