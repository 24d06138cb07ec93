import { type Context, Hono } from 'hono'
import { cors } from 'hono/cors'
import { getPath } from 'hono/utils/url'
import { announce } from './announce.ts'
import { refuse, renderProblem } from './control-api/problem.ts'
import { addControlApi, type Bindings } from './control-api/routes.ts'
import type { Line } from './faults/line.ts'
import { ConnectionClosed } from './lines.ts'
import type { Simulation } from './simulation.ts'
import type { Asked, Handler } from './vtpass-api/exchange.ts'
import { noRoute } from './vtpass-api/no-route.ts'
import { vtpassRoutes } from './vtpass-api/routes.ts'
import { json } from './wire/answer.ts'

/** Every route of the simulator. */
export interface App {
  fetch(request: Request, line: Line): Response | Promise<Response>
  /**
   * Answers a request line whose path is one of VTpass's, written as VTpass writes it; null for any other, which `fetch`
   * answers. What it saves, the making of a Request and the way through a router, is half the time of a short answer.
   */
  direct(method: string, target: string, line: Line): Response | Promise<Response> | null
}

export function createApp(simulation: Simulation): App {
  const routes = vtpassRoutes(simulation)
  const app = new Hono<Bindings>({ getPath: (request) => tidy(getPath(request)) })
  app.options('/api/*', cors())
  app.all('/api/*', (context) => {
    const asked = askedOf(context)
    const handlers = routes.get(asked.path)
    const handler = handlers?.get(asked.method === 'HEAD' ? 'GET' : asked.method)
    return answer(handler ?? noRoute(simulation, [...(handlers?.keys() ?? [])]), asked)
  })
  addControlApi(app, simulation)
  app.get('/', (context) => context.redirect('/_simulator/docs'))
  const methodsOf = methodsByPath(app)
  app.notFound((context) => {
    const { path, method } = context.req
    const methods = methodsOf(path)
    // A route of this method was asked, and has nothing of that name.
    const allowed = methods.includes(method) ? [] : methods
    return path.startsWith('/_simulator')
      ? answerNoControl(context, allowed)
      : answer(noRoute(simulation, allowed), askedOf(context))
  })
  app.onError((error, { env }) => {
    if (error instanceof ConnectionClosed) throw error
    console.error(error)
    return env.line.send(renderProblem(refuse(500, MISTAKE)))
  })
  return {
    fetch: (request, line) => app.fetch(request, { line }),
    direct(method, target, line) {
      const query = target.indexOf('?')
      const path = query < 0 ? target : target.slice(0, query)
      const handler = routes.get(path)?.get(method)
      return handler === undefined ? null : answer(handler, { method, path, url: target, line })
    },
  }
}

function askedOf({ req, env }: Context<Bindings>): Asked {
  return { method: req.method, path: req.path, url: req.url, line: env.line }
}

function answer(handler: Handler, asked: Asked): Response | Promise<Response> {
  try {
    const response = handler(asked)
    return response instanceof Promise
      ? response.catch((error: unknown) => answerMistake(error, asked))
      : response
  } catch (error) {
    return answerMistake(error, asked)
  }
}

const MISTAKE = 'a mistake in the simulator; please report what it printed'

function answerMistake(error: unknown, { method, path, line }: Asked): Response {
  if (error instanceof ConnectionClosed) throw error
  console.error(error)
  const mistake = json(500, { code: '083', content: { errors: [] } })
  // Announced under a status that no document has, so that no test takes a mistake of ours for VTpass's own 083.
  announce(method, path, { ...mistake, status: 599 })
  return line.send({ ...mistake, reason: MISTAKE })
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
