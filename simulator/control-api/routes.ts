import type { Context, Hono } from 'hono'
import { announce } from '../announce.ts'
import type { Line } from '../faults/line.ts'
import type { Simulation } from '../simulation.ts'
import { version } from '../version.ts'
import type { Answer } from '../wire/answer.ts'
import { refuseCaller } from './access.ts'
import type { OperationId } from './contract.ts'
import { docsFile, docsPage } from './docs.ts'
import { ok } from './operation.ts'
import { renderProblem } from './problem.ts'

/** What a route of Hono's is handed beside the request. */
export type Bindings = { Bindings: { line: Line } }

/** The operations that are answered alike; health is free to all, and the journal's events have no end. */
export type RoutedId = Exclude<OperationId, 'health' | 'followJournal'>

type Route = readonly [verb: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string]

/** What is the whole simulator's. */
const ofSimulator = {
  listAccounts: ['GET', '/accounts'],
  createAccount: ['POST', '/accounts'],
  getAccount: ['GET', '/accounts/:id'],
  changeAccount: ['PATCH', '/accounts/:id'],
  deleteAccount: ['DELETE', '/accounts/:id'],
} as const satisfies Partial<Record<RoutedId, Route>>

/** What stands for every account: at its short path for the default one, and under accounts/{account}. */
const ofAccount = {
  reset: ['POST', '/reset'],
  listTransactions: ['GET', '/transactions'],
  getTransaction: ['GET', '/transactions/:requestId'],
  settleTransaction: ['POST', '/transactions/:requestId/settle'],
  listProducts: ['GET', '/products'],
  getProduct: ['GET', '/products/:serviceID'],
  changeProduct: ['PATCH', '/products/:serviceID'],
  listScenarios: ['GET', '/scenarios'],
  addScenario: ['POST', '/scenarios'],
  deleteScenarios: ['DELETE', '/scenarios'],
  getScenario: ['GET', '/scenarios/:ruleId'],
  deleteScenario: ['DELETE', '/scenarios/:ruleId'],
  getClock: ['GET', '/clock'],
  moveClock: ['POST', '/clock'],
  listJournal: ['GET', '/journal'],
  clearJournal: ['DELETE', '/journal'],
  countJournal: ['GET', '/journal/count'],
  listWebhooks: ['GET', '/webhooks'],
  getWebhook: ['GET', '/webhooks/:webhookId'],
  redeliverWebhook: ['POST', '/webhooks/:webhookId/redeliver'],
  getCoverage: ['GET', '/coverage'],
  getFindings: ['GET', '/findings'],
} as const satisfies Record<Exclude<RoutedId, keyof typeof ofSimulator>, Route>

/**
 * What VTpass has not: the simulator's own routes, under /_simulator. What answers them is loaded when it is first asked:
 * the first answer of a simulator does not wait for it.
 */
export function addControlApi(app: Hono<Bindings>, simulation: Simulation): void {
  addDocs(app)
  app.get('/_simulator/health', (context) => say(context, ok<'health'>({ status: 'ok', version })))
  app.use('/_simulator/*', async (context, next) => {
    const refused = refuseCaller(context.env.line, simulation.controlToken)
    return refused === null ? next() : say(context, renderProblem(refused))
  })
  const route = (verb: string, paths: string[], id: RoutedId) =>
    app.on(verb, paths, async (context) => (await import('./handle.ts')).handle(simulation, id, context))
  for (const [id, [verb, path]] of entriesOf(ofSimulator)) route(verb, [`/_simulator${path}`], id)
  for (const [id, [verb, path]] of entriesOf(ofAccount)) route(verb, everywhere(path), id)
  app.on('GET', everywhere('/journal/events'), async (context) =>
    (await import('./handle.ts')).followJournal(simulation, context),
  )
}

function everywhere(path: string): string[] {
  return [`/_simulator${path}`, `/_simulator/accounts/:account${path}`]
}

function entriesOf<Id extends string>(routes: Readonly<Record<Id, Route>>): [Id, Route][] {
  return Object.entries(routes) as [Id, Route][]
}

function addDocs(app: Hono<Bindings>): void {
  app.get('/_simulator/docs', (context) => context.html(docsPage))
  app.get('/_simulator/docs/:name', async (context) => {
    const file = await docsFile(context.req.param('name'))
    if (file === null) return context.notFound()
    return context.body(file.body, 200, { 'content-type': file.contentType })
  })
}

function say({ env, req }: Context<Bindings>, answer: Answer): Response {
  return env.line.send(announce(req.method, req.path, answer))
}
