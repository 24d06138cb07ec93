import type { Hono } from 'hono'
import { rotateSecret } from '../../storage/customer-webhook.ts'
import type { Backend, Env } from '../backend.ts'
import { customerOf } from '../caller.ts'
import { done, render } from '../render.ts'
import { noWebhook } from './own-webhook.ts'

/** Time for the customer to put the new secret in the place of the old one. */
const BOTH_SIGN_MS = 86_400_000

export function addSecret(app: Hono<Env>, backend: Backend): void {
  app.post('/api/v1/webhook/secret', async (context) => {
    const { shop, webhooks } = backend
    const customer = await customerOf(context, backend)
    const secret = webhooks.newSecret()
    const oldUntil = new Date(shop.now().getTime() + BOTH_SIGN_MS)
    const happened = await rotateSecret(shop.database, customer, { secret, oldUntil })
    if (happened === 'no-webhook') throw noWebhook()
    return render(
      context,
      done('Webhook secret changed successfully', { secret, oldUntil: oldUntil.toISOString() }),
    )
  })
}
