import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { createObserver } from './observe/observer.ts'
import { addAirtime } from './routes/airtime/airtime.ts'
import type { Backend, Env } from './routes/backend.ts'
import { clientAddress } from './routes/client-address.ts'
import { addDataPurchase } from './routes/data/purchase.ts'
import { addServiceIds } from './routes/data/service-ids.ts'
import { addVariationCodes } from './routes/data/variation-codes.ts'
import { addListTransactions } from './routes/history/list-transactions.ts'
import { addReadTransaction } from './routes/history/read-transaction.ts'
import { createLookSparingly } from './routes/look-sparingly.ts'
import { addMetrics } from './routes/metrics.ts'
import { refuseUnknown } from './routes/no-route.ts'
import { observeRequests } from './routes/observe-requests.ts'
import { addOperator } from './routes/operator/operator.ts'
import { addProcess } from './routes/process.ts'
import { addQuery } from './routes/query.ts'
import { tooLarge } from './routes/refusal.ts'
import { renderError } from './routes/render.ts'
import { addTv } from './routes/tv/tv.ts'
import { addVtpassWebhook } from './routes/vtpass-webhook.ts'
import { addBalances } from './routes/wallet/balances.ts'
import { addEntries } from './routes/wallet/entries.ts'
import { addFunding } from './routes/wallet/fund.ts'
import { addDeliveries } from './routes/webhook/deliveries.ts'
import { addOwnWebhook } from './routes/webhook/own-webhook.ts'
import { addSecret } from './routes/webhook/secret.ts'
import { addTestMessage } from './routes/webhook/test-message.ts'

const LARGEST_BODY = 1_048_576

/** Every route of the reseller. Each answer conforms to openapi/reseller.yaml. */
export function createApp(backend: Backend, observer = createObserver()): Hono<Env> {
  const app = new Hono<Env>()
  const look = createLookSparingly(backend.shop)
  app.onError((error, context) => renderError(context, backend, error))
  observeRequests(app, observer)
  app.use(async ({ env, req }, next) => {
    const forwardedFor = req.header('x-forwarded-for')
    const address = clientAddress(env?.remoteAddress, forwardedFor, backend.settings.trustedProxies)
    await backend.limits.perIp.take(address)
    await next()
  })
  app.use(bodyLimit({ maxSize: LARGEST_BODY, onError: tooLarge }))
  addServiceIds(app, backend)
  addVariationCodes(app, backend)
  addDataPurchase(app, backend)
  addQuery(app, backend, look, 'data')
  addAirtime(app, backend, look)
  addTv(app, backend, look)
  addListTransactions(app, backend)
  addReadTransaction(app, backend)
  addVtpassWebhook(app, backend, observer)
  addOwnWebhook(app, backend)
  addSecret(app, backend)
  addTestMessage(app, backend)
  addDeliveries(app, backend)
  addBalances(app, backend)
  addEntries(app, backend)
  addFunding(app, backend)
  addOperator(app, backend)
  addMetrics(app, backend, observer)
  addProcess(app, backend)
  refuseUnknown(app)
  return app
}
