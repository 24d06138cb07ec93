import type { Context } from 'hono'
import { OptionError } from '../account-options.ts'
import { announce } from '../announce.ts'
import type { Simulation } from '../simulation.ts'
import type { Answer } from '../wire/answer.ts'
import { changeAccount, createAccount, deleteAccount, getAccount, listAccounts } from './accounts.ts'
import { getClock, moveClock } from './clock.ts'
import { checkBody, checkQuery } from './contract.ts'
import { find } from './find.ts'
import { clearJournal, countJournal, listJournal } from './journal.ts'
import { journalEvents } from './journal-events.ts'
import type { Operation } from './operation.ts'
import { Refused, refuse, renderProblem } from './problem.ts'
import { changeProduct, getProduct, listProducts } from './products.ts'
import { getCoverage, getFindings } from './reports.ts'
import { reset } from './reset.ts'
import type { Bindings, RoutedId } from './routes.ts'
import { addScenario, deleteScenario, deleteScenarios, getScenario, listScenarios } from './scenarios.ts'
import { getTransaction, listTransactions, settleTransaction } from './transactions.ts'
import { getWebhook, listWebhooks, redeliverWebhook } from './webhooks.ts'

const operations: { readonly [Id in RoutedId]: Operation<Id> } = {
  reset,
  listAccounts,
  createAccount,
  getAccount,
  changeAccount,
  deleteAccount,
  listTransactions,
  getTransaction,
  settleTransaction,
  listProducts,
  getProduct,
  changeProduct,
  listScenarios,
  addScenario,
  getScenario,
  deleteScenario,
  deleteScenarios,
  getClock,
  moveClock,
  listJournal,
  clearJournal,
  countJournal,
  listWebhooks,
  getWebhook,
  redeliverWebhook,
  getCoverage,
  getFindings,
}

/** Parses, asks, and renders; what is refused on the way is answered as a problem. */
export async function handle<Id extends RoutedId>(
  simulation: Simulation,
  id: Id,
  context: Context<Bindings>,
): Promise<Response> {
  try {
    const param = (name: string) => context.req.param(name) ?? ''
    const live = find(simulation, param('account') || 'default')
    const query = checkQuery(id, new URL(context.req.url).searchParams)
    const body = checkBody(id, await readBody(context))
    const operation: Operation<Id> = operations[id]
    const isWhole = param('account') === ''
    return say(context, await operation({ simulation, live, isWhole, param, query, body }))
  } catch (error) {
    return say(context, renderProblem(refusalOf(error)))
  }
}

/** The one route whose answer has no end. */
export function followJournal(simulation: Simulation, context: Context<Bindings>): Response {
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

/** More brackets in a row than any call has, and few enough for whoever follows them down. */
const NESTED = /(?:[[{]\s*(?:"[^"]{0,99}"\s*:\s*)?){30}/

const LONGEST_BODY_BYTES = 1_048_576

/** JSON, whatever its content type; undefined where there is none. @throws Refused */
async function readBody({ env, req }: Context<Bindings>): Promise<unknown> {
  if (req.method === 'GET') return undefined
  const bytes = await env.line.read(LONGEST_BODY_BYTES)
  if (bytes === null) throw refuse(413, 'a body may have 1 MiB', { connection: 'close' })
  const text = new TextDecoder().decode(bytes).trim()
  if (text === '') return undefined
  if (NESTED.test(text)) throw refuse(400, 'the body is nested deeper than anything that can be said here')
  try {
    return JSON.parse(text)
  } catch {
    throw refuse(400, 'the body is not valid JSON')
  }
}

function say({ env, req }: Context<Bindings>, answer: Answer): Response {
  return env.line.send(announce(req.method, req.path, answer))
}
