import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Backend, Env } from './routes/backend.ts'
import { clientAddress } from './routes/client-address.ts'
import { addDataPurchase } from './routes/data/purchase.ts'
import { addDataQuery } from './routes/data/query.ts'
import { addServiceIds } from './routes/data/service-ids.ts'
import { addVariationCodes } from './routes/data/variation-codes.ts'
import { createLookSparingly } from './routes/look-sparingly.ts'
import { refuseUnknown } from './routes/no-route.ts'
import { addProcess } from './routes/process.ts'
import { tooLarge } from './routes/refusal.ts'
import { renderError } from './routes/render.ts'
import { addVtpassWebhook } from './routes/vtpass-webhook.ts'
import { addBalances } from './routes/wallet/balances.ts'
import { addEntries } from './routes/wallet/entries.ts'
import { addFunding } from './routes/wallet/fund.ts'

const LARGEST_BODY = 1_048_576

/** Every route of the reseller. Each answer conforms to openapi/reseller.yaml. */
export function createApp(backend: Backend): Hono<Env> {
  const app = new Hono<Env>()
  const look = createLookSparingly(backend.shop)
  app.onError((error, context) => renderError(context, backend, error))
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
  addDataQuery(app, backend, look)
  addVtpassWebhook(app, backend)
  addBalances(app, backend)
  addEntries(app, backend)
  addFunding(app, backend)
  addProcess(app, backend)
  refuseUnknown(app)
  return app
}
