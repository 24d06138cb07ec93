import type { Hono } from 'hono'
import { createGaugeReader } from '../observe/gauges.ts'
import type { Observer } from '../observe/observer.ts'
import type { Backend, Env } from './backend.ts'
import { operatorOf } from './caller.ts'

/** What a Prometheus scrapes; it has an operator's token. */
export function addMetrics(app: Hono<Env>, backend: Backend, { metrics }: Observer): void {
  const { shop, report } = backend
  const readGauges = createGaugeReader(metrics, { database: shop.database, now: shop.now, report })
  app.get('/metrics', async (context) => {
    await operatorOf(context, backend)
    await readGauges()
    return context.text(await metrics.registry.metrics(), 200, {
      'content-type': metrics.registry.contentType,
    })
  })
}
