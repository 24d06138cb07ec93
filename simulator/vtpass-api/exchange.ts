import type { Context } from 'hono'
import { announce } from '../announce.ts'
import { refuseAccess } from '../engine/account.ts'
import type { Fields } from '../engine/order.ts'
import type { Instant } from '../engine/time.ts'
import type { World } from '../engine/world.ts'
import { type Fault, strikes } from '../faults/fault.ts'
import type { Line } from '../faults/line.ts'
import { codeCommanded, type Scenario, scenarioNamed } from '../scenarios/scenario.ts'
import { catchUp, type Simulation } from '../simulation.ts'
import { type Answer, json } from '../wire/answer.ts'
import type { Reading } from '../wire/fields.ts'
import { renderRefusal } from '../wire/refusal.ts'
import type { Schemas } from '../wire/schemas.ts'
import { authenticate, type KnownCaller, type Needs } from './authenticate.ts'
import { readBody } from './read-body.ts'

/** What the server hands to every route. */
export type Bindings = { Bindings: { line: Line } }

/** One request, with whose it is and when it came. */
export interface Exchange {
  readonly simulation: Simulation
  readonly world: World
  readonly at: Instant
  readonly callerIp: string
  /** A value of the query. */
  readonly query: (name: string) => string | undefined
  /** The body's fields. */
  readonly fields: Fields
  /** What the caller asks for with the header `x-simulator-scenario`. */
  readonly scenario: Scenario | null
}

/** What a route answers, and what the caller hears of it. */
export interface Reply {
  readonly answer: Answer
  readonly fault?: Fault
  /** Runs when the answer has gone out. */
  readonly afterwards?: () => void
}

export type Route = (exchange: Exchange) => Reply | Promise<Reply>

type Handler = (context: Context<Bindings>) => Response | Promise<Response>

/** A route under /api that reads nothing but the query. */
export function get(simulation: Simulation, route: Route, needs: Needs = 'credentials'): Handler {
  return (context) => {
    const caller = authenticate(simulation.accounts, context.env.line, 'GET', needs)
    if (caller.world === null) return say(simulation, context, unknownCaller(caller.reason))
    return exchange(simulation, context, caller, noBody, route)
  }
}

/** A route under /api that reads a body. */
export function post(simulation: Simulation, route: Route): Handler {
  return (context) => {
    const { line } = context.env
    const caller = authenticate(simulation.accounts, line, 'POST', 'credentials')
    if (caller.world === null) return say(simulation, context, unknownCaller(caller.reason))
    const answerTo = (reading: Reading | null) =>
      reading === null
        ? say(simulation, context, { answer: bodyTooLarge })
        : exchange(simulation, context, caller, reading, route)
    // Reading fails when the caller hangs up in the middle of the body: then nobody is left to be answered.
    return readBody(line).then(answerTo, () => line.drop())
  }
}

/** Credentials come before anything else, the body included. */
function unknownCaller(reason: string): Reply {
  return { answer: renderRefusal({ code: '087', reason }) }
}

const noBody: Reading = { fields: {}, trouble: null }

const bodyTooLarge: Answer = {
  ...json<Schemas['Message']>(413, { message: 'REQUEST BODY TOO LARGE' }),
  reason: 'a body may have 1 MiB',
  headers: { connection: 'close' },
}

function exchange(
  simulation: Simulation,
  context: Context<Bindings>,
  { world, warning }: KnownCaller,
  reading: Reading,
  route: Route,
): Response | Promise<Response> {
  const { line } = context.env
  const at = simulation.now()
  catchUp(world, at)
  const asked = line.header('x-simulator-scenario')
  const scenario = asked === null ? null : scenarioNamed(asked)
  if (asked !== null && scenario === null) return say(simulation, context, { answer: unknownScenario(asked) })
  const query = (name: string) => context.req.query(name)?.trim()
  const reply = route({
    simulation,
    world,
    at,
    callerIp: line.callerIp,
    query,
    fields: reading.fields,
    scenario,
  })
  const finish = (reached: Reply) =>
    say(simulation, context, annotate(reached, warning, reading.trouble), world)
  return reply instanceof Promise ? reply.then(finish) : finish(reply)
}

/** A body that could not be read explains its 011 better than the fields that it lacks. */
function annotate(reply: Reply, warning: string | null, trouble: string | null): Reply {
  if (warning === null && trouble === null) return reply
  const warned = warning === null ? reply.answer : { ...reply.answer, warnings: [warning] }
  const explained = trouble === null || warned.reason === undefined ? warned : { ...warned, reason: trouble }
  return { ...reply, answer: explained }
}

function unknownScenario(name: string): Answer {
  const problem: Schemas['Problem'] = {
    type: 'about:blank',
    title: 'Unknown scenario',
    status: 400,
    detail: `x-simulator-scenario is "${name}"; it must be code-NNN, with a code of VTpass's page "Response Codes"`,
  }
  return { ...json(400, problem), contentType: 'application/problem+json' }
}

function say(
  simulation: Simulation,
  context: Context<Bindings>,
  { answer, fault = 'none', afterwards }: Reply,
  world = simulation.accounts.fallback,
): Response | Promise<Response> {
  const { line } = context.env
  announce(context.req.method, context.req.path, answer)
  const { sleep } = simulation.clock
  const heard = strikes[fault](answer, line, { sleep, timeoutHoldMs: world.account.settings.timeoutHoldMs })
  if (afterwards === undefined) return heard
  if (heard instanceof Promise) return heard.finally(afterwards)
  afterwards()
  return heard
}

/** The account's state and the caller's address: 021 to 024 and 027; then a code on command. */
export function refuseFirst(exchange: Exchange): Reply | null {
  const denied = refuseAccess(exchange.world.account.settings, exchange.callerIp)
  return denied === null ? answerOnCommand(exchange) : { answer: renderRefusal(denied) }
}

/** A code on command, where no order can come of it: the answer is the code, and nothing has happened. */
export function answerOnCommand({ scenario }: Exchange): Reply | null {
  const code = scenario === null ? null : codeCommanded(scenario)
  if (code === null || code === '000') return null
  return { answer: renderRefusal({ code, reason: 'the scenario asks for it' }) }
}
