import type { Hono } from 'hono'
import manifest from '../../package.json' with { type: 'json' }
import type { Backend, Env } from './backend.ts'
import { Refusal } from './refusal.ts'

/** For whatever watches the process. The database was migrated before the process listened. */
export function addProcess(app: Hono<Env>, { shop, isStopping }: Backend): void {
  app.get('/health', (context) => context.json({ status: 'ok', version: manifest.version }))
  app.get('/ready', async (context) => {
    if (isStopping()) throw new Refusal(503, 'The reseller is stopping')
    await shop.database.query('select 1')
    return context.json({ status: 'ready' })
  })
}
