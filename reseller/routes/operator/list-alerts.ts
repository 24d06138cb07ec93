import type { Hono } from 'hono'
import { readAlerts } from '../../storage/operator-reads.ts'
import type { Backend, Env } from '../backend.ts'
import { operatorOf } from '../caller.ts'
import { limitOf } from '../page.ts'
import { done, render } from '../render.ts'

/** What nobody has acknowledged yet, latest first. */
export function addListAlerts(app: Hono<Env>, backend: Backend): void {
  app.get('/api/v1/operator/alerts', async (context) => {
    await operatorOf(context, backend)
    const alerts = await readAlerts(backend.shop.database, limitOf(context))
    const items = alerts.map(({ firstAt, lastAt, ...alert }) => ({
      ...alert,
      firstAt: firstAt.toISOString(),
      lastAt: lastAt.toISOString(),
    }))
    return render(context, done('Alerts retrieved successfully', { items }))
  })
}
