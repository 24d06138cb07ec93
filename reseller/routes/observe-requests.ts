import type { Hono } from 'hono'
import { routePath } from 'hono/route'
import type { Observer } from '../observe/observer.ts'
import { currentTrace, inTrace } from '../observe/trace.ts'
import type { Asked, Env } from './backend.ts'

const SANE_ID = /^[\w.:=-]{1,64}$/
/** Asked every few seconds by machines: their lines are for whoever wants to see everything. */
const PROBES: ReadonlySet<string> = new Set(['/health', '/ready', '/metrics'])

/** Names each request, says its name in the answer, and writes a line of it at the end. To be added before any route. */
export function observeRequests(app: Hono<Env>, observer: Observer): void {
  const { log, metrics, elapsedMs, newRequestId } = observer
  app.use((context, next) => {
    const given = context.req.header('x-request-id') ?? ''
    const id = SANE_ID.test(given) ? given : newRequestId()
    return inTrace(id, async () => {
      const startedMs = elapsedMs()
      context.header('x-request-id', id)
      await next()
      const ms = elapsedMs() - startedMs
      const { method } = context.req
      const route = templateOf(context)
      const { status } = context.res
      metrics.requests.observe({ method, route, status }, ms / 1000)
      const { request: _, ...known } = currentTrace() ?? { request: id }
      const line = { method, route, status, ms: Math.round(ms), ...known }
      log[levelOf(route, status)](line, 'request')
    })
  })
}

function levelOf(route: string, status: number): 'debug' | 'info' | 'warn' {
  if (status >= 500) return 'warn'
  return PROBES.has(route) && status < 400 ? 'debug' : 'info'
}

/** As the contract writes it; one name for all paths that there are not, so that nobody can make up names without end. */
function templateOf(context: Asked): string {
  const path = routePath(context, -1)
  return path.includes('*') ? 'none' : path.replace(/:(\w+)/g, '{$1}')
}
