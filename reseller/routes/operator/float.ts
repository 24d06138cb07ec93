import type { Hono } from 'hono'
import { type Kobo, nairaNumber, readSignedNaira } from '../../pricing/kobo.ts'
import { adjustFloat } from '../../storage/funding.ts'
import type { JsonObject } from '../../vtpass/json.ts'
import type { Backend, Env } from '../backend.ts'
import { operatorOf } from '../caller.ts'
import { bad, checkName, readBody, requiredText } from '../fields.ts'
import { Refusal } from '../refusal.ts'
import { done, render } from '../render.ts'
import { requiredRemark } from './remark.ts'

/** Books money that was brought to VTpass, or that left it outside of any purchase; the same again counts once. */
export function addFloat(app: Hono<Env>, backend: Backend): void {
  app.post('/api/v1/operator/float', async (context) => {
    const operator = await operatorOf(context, backend)
    const body = await readBody(context)
    const amount = changeIn(body)
    const reference = checkName(requiredText(body, 'reference'), 'reference')
    const note = requiredRemark(body, 'note')
    const { database, now } = backend.shop
    const actor = `operator ${operator}`
    const result = await adjustFloat(database, { amount, reference, actor, note, at: now() })
    if (result === 'conflict')
      throw new Refusal(409, `reference ${reference} was used for another adjustment`)
    const booked = { amount: nairaNumber(amount), reference, result }
    return render(context, done('Float adjusted successfully', booked))
  })
}

function changeIn({ amount = null }: JsonObject): Kobo {
  if (amount === null) throw bad('amount is required')
  const change = typeof amount === 'number' ? readSignedNaira(amount) : null
  if (change !== null && change !== 0) return change
  throw bad('amount must be a number of naira above or below 0, with at most two decimals')
}
