import { type Context, Hono } from 'hono'
import { getPath } from 'hono/utils/url'
import { announce } from './announce.ts'
import { refuse, renderProblem } from './control-api/problem.ts'
import { addControlApi } from './control-api/routes.ts'
import { ConnectionClosed } from './lines.ts'
import type { Simulation } from './simulation.ts'
import type { Bindings } from './vtpass-api/exchange.ts'
import { answerNoRoute } from './vtpass-api/no-route.ts'
import { addVtpassApi } from './vtpass-api/routes.ts'
import { json } from './wire/answer.ts'

/** Every route of the simulator. */
export function createApp(simulation: Simulation): Hono<Bindings> {
  const app = new Hono<Bindings>({ getPath: (request) => tidy(getPath(request)) })
  addVtpassApi(app, simulation)
  addControlApi(app, simulation)
  app.get('/', (context) => context.redirect('/_simulator/docs'))
  const methodsOf = methodsByPath(app)
  app.notFound((context) => {
    const methods = methodsOf(tidy(context.req.path))
    // A route of this method was asked, and has nothing of that name.
    const allowed = methods.includes(context.req.method) ? [] : methods
    return context.req.path.startsWith('/_simulator')
      ? answerNoControl(context, allowed)
      : answerNoRoute(context, simulation, allowed)
  })
  app.onError((error, context) => {
    if (error instanceof ConnectionClosed) throw error
    console.error(error)
    if (context.req.path.startsWith('/_simulator'))
      return context.env.line.send(
        renderProblem(refuse(500, 'a mistake in the simulator; please report what it printed')),
      )
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

function answerNoControl({ env, req }: Context<Bindings>, allowed: readonly string[]): Response {
  const refused =
    allowed.length === 0
      ? refuse(404, 'there is no such path; /_simulator/docs lists those that there are')
      : refuse(405, `use ${allowed.join(' or ')}`, { allow: allowed.join(', ') })
  return env.line.send(announce(req.method, req.path, renderProblem(refused)))
}

/** Clients are met that double a slash or end with one. */
function tidy(path: string): string {
  const single = path.includes('//') ? path.replace(/\/{2,}/g, '/') : path
  return single.length > 1 && single.endsWith('/') ? single.slice(0, -1) : single
}

/** The methods that a path takes, of the routes that there are now. */
function methodsByPath(app: Hono<Bindings>): (path: string) => string[] {
  const routes = app.routes
    .filter(({ path, method }) => !path.includes('*') && method !== 'ALL')
    .map(({ path, method }) => ({ method, pattern: new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`) }))
  return (path) => [
    ...new Set(routes.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method)),
  ]
}
