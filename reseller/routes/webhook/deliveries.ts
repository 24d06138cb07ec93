import type { Hono } from 'hono'
import { isAcknowledged, messageId } from '../../notices/send-due.ts'
import { type LoggedDelivery, readDeliveries } from '../../storage/customer-webhook.ts'
import type { Backend, Env } from '../backend.ts'
import { customerOf } from '../caller.ts'
import { limitOf, numberCursorOf, pageOf } from '../page.ts'
import { done, render } from '../render.ts'

export function addDeliveries(app: Hono<Env>, backend: Backend): void {
  app.get('/api/v1/webhook/deliveries', async (context) => {
    const customer = await customerOf(context, backend)
    const limit = limitOf(context)
    const asked = { customer, before: numberCursorOf(context), limit: limit + 1 }
    const deliveries = await readDeliveries(backend.shop.database, asked)
    const page = pageOf(deliveries, limit, ({ id }) => String(id), deliveryLine)
    return render(context, done('Webhook deliveries retrieved successfully', page))
  })
}

function deliveryLine({ startedAt, endedAt, ...delivery }: LoggedDelivery): object {
  return {
    ...delivery,
    message: messageId(delivery),
    at: startedAt.toISOString(),
    tookMs: endedAt.getTime() - startedAt.getTime(),
    isAcknowledged: isAcknowledged(delivery.httpStatus),
  }
}
