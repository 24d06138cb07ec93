import type { Hono } from 'hono'
import { readWebhookUrl } from '../../notices/webhook-url.ts'
import { putWebhook, readWebhook, removeWebhook } from '../../storage/customer-webhook.ts'
import type { Backend, Env } from '../backend.ts'
import { customerOf } from '../caller.ts'
import { bad, readBody, requiredText } from '../fields.ts'
import { noCustomer } from '../known-customer.ts'
import { Refusal } from '../refusal.ts'
import { done, render } from '../render.ts'

const PATH = '/api/v1/webhook'

/** Where a customer is told of changes. The secret is shown when it is made, and never again. */
export function addOwnWebhook(app: Hono<Env>, backend: Backend): void {
  const { shop, webhooks } = backend

  app.get(PATH, async (context) => {
    const webhook = await readWebhook(shop.database, await customerOf(context, backend), shop.now())
    if (webhook === null) throw noWebhook()
    const { url, failures, waiting } = webhook
    return render(context, done('Webhook retrieved successfully', { url, failures, waiting }))
  })

  app.put(PATH, async (context) => {
    const customer = await customerOf(context, backend)
    const asked = requiredText(await readBody(context), 'url')
    const read = readWebhookUrl(asked, webhooks.allowsPrivate)
    if (read.kind === 'fault') throw bad(read.fault)
    const { url } = read
    const secret = webhooks.newSecret()
    const happened = await putWebhook(shop.database, customer, { url, secret })
    if (happened === 'no-customer') throw noCustomer()
    const shown = happened === 'created' ? secret : null
    return render(context, done('Webhook set successfully', { url, secret: shown }))
  })

  app.delete(PATH, async (context) => {
    const removed = await removeWebhook(shop.database, await customerOf(context, backend))
    if (removed === 'no-webhook') throw noWebhook()
    return render(context, done('Webhook removed successfully', null))
  })
}

/** @returns 404 */
export function noWebhook(): Refusal {
  return new Refusal(404, 'You have no webhook')
}
