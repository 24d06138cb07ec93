import { Hono } from 'hono'
import { getPath } from 'hono/utils/url'
import { announce } from './announce.ts'
import { addControlApi } from './control-api/routes.ts'
import { ConnectionClosed } from './lines.ts'
import type { Simulation } from './simulation.ts'
import type { Bindings } from './vtpass-api/exchange.ts'
import { addVtpassApi } from './vtpass-api/routes.ts'
import { type Answer, json } from './wire/answer.ts'

/** Every route of the simulator. */
export function createApp(simulation: Simulation): Hono<Bindings> {
  const app = new Hono<Bindings>({ getPath: (request) => tidy(getPath(request)) })
  addVtpassApi(app, simulation)
  addControlApi(app)
  app.get('/', (context) => context.redirect('/_simulator/docs'))
  const routed = methodsByPath(app)
  app.notFound((context) => {
    const allowed = routed.get(tidy(context.req.path))
    const answer = allowed === undefined ? notFound : methodNotAllowed([...allowed].join(', '))
    return context.env.line.send(announce(context.req.method, context.req.path, answer))
  })
  app.onError((error, context) => {
    if (error instanceof ConnectionClosed) throw error
    console.error(error)
    const answer = json(500, { code: '083', content: { errors: [] } })
    // Announced under a status that no document has, so that no test takes a mistake of ours for VTpass's own 083.
    announce(context.req.method, context.req.path, { ...answer, status: 599 })
    return context.env.line.send({
      ...answer,
      reason: 'a mistake in the simulator; please report what it printed',
    })
  })
  return app
}

const notFound: Answer = {
  ...json(404, { message: 'NOT FOUND' }),
  reason: 'there is no such path; /_simulator/docs lists those that there are',
}

function methodNotAllowed(allow: string): Answer {
  return { ...json(405, { message: 'METHOD NOT ALLOWED' }), headers: { allow }, reason: `use ${allow}` }
}

/** Clients are met that double a slash or end with one. */
function tidy(path: string): string {
  const single = path.includes('//') ? path.replace(/\/{2,}/g, '/') : path
  return single.length > 1 && single.endsWith('/') ? single.slice(0, -1) : single
}

function methodsByPath(app: Hono<Bindings>): Map<string, Set<string>> {
  const byPath = new Map<string, Set<string>>()
  for (const { path, method } of app.routes) {
    if (path.includes('*')) continue
    byPath.set(path, (byPath.get(path) ?? new Set()).add(method))
  }
  return byPath
}
