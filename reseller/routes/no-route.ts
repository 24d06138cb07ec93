import type { Hono } from 'hono'
import type { Env } from './backend.ts'
import { Refusal } from './refusal.ts'

/** Answers what no route takes: 405 where the path has another method, else 404. To be called when all routes are there. */
export function refuseUnknown(app: Hono<Env>): void {
  const routes = app.routes
    .filter(({ method }) => method !== 'ALL')
    .map(({ path, method }) => ({ method, pattern: new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`) }))
  app.notFound(({ req }) => {
    const methods = routes.filter(({ pattern }) => pattern.test(req.path)).map(({ method }) => method)
    if (methods.length === 0) throw new Refusal(404, `There is no ${req.path}`)
    const allow = [...new Set(methods)].join(', ')
    throw new Refusal(405, `Use ${allow}`, { allow })
  })
}
