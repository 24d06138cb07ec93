import type { Hono } from 'hono'
import { isAcknowledged, sendMessage } from '../../notices/send-due.ts'
import { readWebhook } from '../../storage/customer-webhook.ts'
import type { Backend, Env } from '../backend.ts'
import { customerOf } from '../caller.ts'
import { done, render } from '../render.ts'
import { noWebhook } from './own-webhook.ts'

/** Sends a message of its own, once and now, and says what came of it. The delivery log is of purchases. */
export function addTestMessage(app: Hono<Env>, backend: Backend): void {
  app.post('/api/v1/webhook/test', async (context) => {
    const { shop, webhooks } = backend
    const webhook = await readWebhook(shop.database, await customerOf(context, backend), shop.now())
    if (webhook === null) throw noWebhook()
    const startedAt = shop.now()
    const message = {
      id: `msg_${shop.newId()}_test`,
      body: JSON.stringify({ type: 'webhook.test', timestamp: startedAt.toISOString(), data: {} }),
    }
    const { httpStatus, note } = await sendMessage({ post: webhooks.post, now: shop.now }, message, webhook)
    const tookMs = shop.now().getTime() - startedAt.getTime()
    const result = { id: message.id, isAcknowledged: isAcknowledged(httpStatus), httpStatus, note, tookMs }
    return render(context, done('Test message sent', result))
  })
}
