import type { Context, Handler, Hono } from 'hono'
import { OptionError } from '../account-options.ts'
import { announce } from '../announce.ts'
import type { Simulation } from '../simulation.ts'
import { version } from '../version.ts'
import type { Bindings } from '../vtpass-api/exchange.ts'
import type { Answer } from '../wire/answer.ts'
import { refuseCaller } from './access.ts'
import { changeAccount, createAccount, deleteAccount, getAccount, listAccounts } from './accounts.ts'
import { getClock, moveClock } from './clock.ts'
import { checkBody, checkQuery, type OperationId } from './contract.ts'
import { docsFile, docsPage } from './docs.ts'
import { find } from './find.ts'
import { clearJournal, countJournal, listJournal } from './journal.ts'
import { journalEvents } from './journal-events.ts'
import { noContent, type Operation, ok } from './operation.ts'
import { Refused, refuse, renderProblem } from './problem.ts'
import { changeProduct, getProduct, listProducts } from './products.ts'
import { getCoverage, getFindings } from './reports.ts'
import { addScenario, deleteScenario, deleteScenarios, getScenario, listScenarios } from './scenarios.ts'
import { getTransaction, listTransactions, settleTransaction } from './transactions.ts'
import { getWebhook, listWebhooks, redeliverWebhook } from './webhooks.ts'

type Verb = 'get' | 'post' | 'patch' | 'delete'

/** What VTpass has not: the simulator's own routes, under /_simulator. */
export function addControlApi(app: Hono<Bindings>, simulation: Simulation): void {
  addDocs(app)
  app.get('/_simulator/health', (context) => {
    const answer = ok<'health'>({ status: 'ok', version })
    return context.env.line.send(announce(context.req.method, context.req.path, answer))
  })
  app.use('/_simulator/*', async (context, next) => {
    const refused = refuseCaller(context.env.line, simulation.controlToken)
    return refused === null ? next() : say(context, renderProblem(refused))
  })
  addWholeSimulator(app, simulation)
  addWorld(app, simulation)
}

function addDocs(app: Hono<Bindings>): void {
  app.get('/_simulator/docs', (context) => context.html(docsPage))
  app.get('/_simulator/docs/:name', async (context) => {
    const file = await docsFile(context.req.param('name'))
    if (file === null) return context.notFound()
    return context.body(file.body, 200, { 'content-type': file.contentType })
  })
}

function addWholeSimulator(app: Hono<Bindings>, simulation: Simulation): void {
  const route = <Id extends OperationId>(verb: Verb, path: string, id: Id, operation: Operation<Id>) =>
    app.on(verb.toUpperCase(), `/_simulator${path}`, handlerOf(simulation, id, operation))
  route('get', '/accounts', 'listAccounts', listAccounts)
  route('post', '/accounts', 'createAccount', createAccount)
  route('get', '/accounts/:id', 'getAccount', getAccount)
  route('patch', '/accounts/:id', 'changeAccount', changeAccount)
  route('delete', '/accounts/:id', 'deleteAccount', deleteAccount)
  app.post(
    '/_simulator/reset',
    handlerOf(simulation, 'reset', () => {
      simulation.accounts.reset()
      return noContent
    }),
  )
  app.post(
    '/_simulator/accounts/:account/reset',
    handlerOf(simulation, 'reset', ({ live }) => {
      live.reset()
      return noContent
    }),
  )
}

/** What stands for every account: at its short path for the default one, and under accounts/{account}. */
function addWorld(app: Hono<Bindings>, simulation: Simulation): void {
  const everywhere = (path: string) => [`/_simulator${path}`, `/_simulator/accounts/:account${path}`]
  const route = <Id extends OperationId>(verb: Verb, path: string, id: Id, operation: Operation<Id>) =>
    app.on(verb.toUpperCase(), everywhere(path), handlerOf(simulation, id, operation))
  route('get', '/transactions', 'listTransactions', listTransactions)
  route('get', '/transactions/:requestId', 'getTransaction', getTransaction)
  route('post', '/transactions/:requestId/settle', 'settleTransaction', settleTransaction)
  route('get', '/products', 'listProducts', listProducts)
  route('get', '/products/:serviceID', 'getProduct', getProduct)
  route('patch', '/products/:serviceID', 'changeProduct', changeProduct)
  route('get', '/scenarios', 'listScenarios', listScenarios)
  route('post', '/scenarios', 'addScenario', addScenario)
  route('delete', '/scenarios', 'deleteScenarios', deleteScenarios)
  route('get', '/scenarios/:ruleId', 'getScenario', getScenario)
  route('delete', '/scenarios/:ruleId', 'deleteScenario', deleteScenario)
  route('get', '/clock', 'getClock', getClock)
  route('post', '/clock', 'moveClock', moveClock)
  route('get', '/journal', 'listJournal', listJournal)
  route('delete', '/journal', 'clearJournal', clearJournal)
  route('get', '/journal/count', 'countJournal', countJournal)
  route('get', '/webhooks', 'listWebhooks', listWebhooks)
  route('get', '/webhooks/:webhookId', 'getWebhook', getWebhook)
  route('post', '/webhooks/:webhookId/redeliver', 'redeliverWebhook', redeliverWebhook)
  route('get', '/coverage', 'getCoverage', getCoverage)
  route('get', '/findings', 'getFindings', getFindings)
  app.on('GET', everywhere('/journal/events'), (context) => followJournal(context, simulation))
}

/** Parses, asks, and renders; what is refused on the way is answered as a problem. */
function handlerOf<Id extends OperationId>(
  simulation: Simulation,
  id: Id,
  operation: Operation<Id>,
): Handler<Bindings> {
  return async (context) => {
    try {
      const param = (name: string) => context.req.param(name) ?? ''
      const live = find(simulation, param('account') || 'default')
      const query = checkQuery(id, new URL(context.req.url).searchParams)
      const body = checkBody(id, await readBody(context))
      return say(context, await operation({ simulation, live, param, query, body }))
    } catch (error) {
      return say(context, renderProblem(refusalOf(error)))
    }
  }
}

function followJournal(context: Context<Bindings>, simulation: Simulation): Response {
  try {
    const live = find(simulation, context.req.param('account') ?? 'default')
    checkQuery('followJournal', new URL(context.req.url).searchParams)
    return journalEvents(live, lastEventId(context.env.line.header('last-event-id')))
  } catch (error) {
    return say(context, renderProblem(refusalOf(error)))
  }
}

function lastEventId(header: string | null): number | null {
  if (header === null) return null
  if (/^\d{1,15}$/.test(header)) return Number(header)
  throw refuse(400, `last-event-id is "${header}"; it must be the id of an event`)
}

/** @throws what is a mistake of ours */
function refusalOf(error: unknown): Refused {
  if (error instanceof Refused) return error
  if (error instanceof OptionError) return refuse(400, error.message)
  throw error
}

const LONGEST_BODY_BYTES = 1_048_576

/** JSON, whatever its content type; undefined where there is none. @throws Refused */
async function readBody({ env, req }: Context<Bindings>): Promise<unknown> {
  if (req.method === 'GET') return undefined
  const bytes = await env.line.read(LONGEST_BODY_BYTES)
  if (bytes === null) throw refuse(413, 'a body may have 1 MiB', { connection: 'close' })
  const text = new TextDecoder().decode(bytes).trim()
  if (text === '') return undefined
  try {
    return JSON.parse(text)
  } catch {
    throw refuse(400, 'the body is not valid JSON')
  }
}

function say({ env, req }: Context<Bindings>, answer: Answer): Response {
  return env.line.send(announce(req.method, req.path, answer))
}
