import type { Context, Handler } from 'hono'
import type { Fields } from '../engine/order.ts'
import type { Instant } from '../engine/time.ts'
import type { World } from '../engine/world.ts'
import { delayOf, isDelay } from '../faults/fault.ts'
import type { Line } from '../faults/line.ts'
import type { Endpoint, Entry } from '../journal/entry.ts'
import type { LiveWorld } from '../live-world.ts'
import type { Scenario, Strike } from '../scenarios/scenario.ts'
import type { Simulation } from '../simulation.ts'
import { WorldEnded } from '../timekeeper.ts'
import { type Answer, json } from '../wire/answer.ts'
import type { Reading } from '../wire/fields.ts'
import type { Schemas } from '../wire/schemas.ts'
import { authenticate, type Caller, type Needs } from './authenticate.ts'
import { chooseScenario } from './choose-scenario.ts'
import { type Conversation, say } from './conversation.ts'
import { readBody } from './read-body.ts'
import { refuse } from './refuse.ts'

/** What the server hands to every route. */
export type Bindings = { Bindings: { line: Line } }

/** One request, with whose it is and when it came. */
export interface Exchange {
  readonly live: LiveWorld
  readonly world: World
  readonly at: Instant
  readonly callerIp: string
  /** A value of the query. */
  readonly query: (name: string) => string | undefined
  /** The body's fields. */
  readonly fields: Fields
  /** What is arranged for the call, by its header or by a rule. */
  readonly scenario: Scenario | null
}

/** What a route answers, and what the caller hears of it. */
export interface Reply {
  readonly answer: Answer
  /** The code in the answer, and the transaction's status. */
  readonly code?: string
  readonly status?: string
  /** The scenario that the recipient asked for. */
  readonly scenario?: Scenario
  /** Runs when the answer has gone out. */
  readonly afterwards?: () => void
}

export type Route = (exchange: Exchange) => Reply | Promise<Reply>

/** A route under /api that reads nothing but the query. */
export function get(
  simulation: Simulation,
  endpoint: Endpoint,
  route: Route,
  needs: Needs = 'credentials',
): Handler<Bindings> {
  return (context) => {
    const caller = authenticate(simulation.accounts, context.env.line, 'GET', needs)
    return converse(context, endpoint, caller, noBody, route)
  }
}

/** A route under /api that reads a body. */
export function post(simulation: Simulation, endpoint: Endpoint, route: Route): Handler<Bindings> {
  return (context) => {
    const { line } = context.env
    const caller = authenticate(simulation.accounts, line, 'POST', 'credentials')
    // Credentials come before anything else, the body included.
    if (!caller.isKnown) return converse(context, endpoint, caller, noBody, route)
    // Reading fails when the caller hangs up in the middle of the body: then nobody is left to be answered.
    return readBody(line).then(
      (reading) => converse(context, endpoint, caller, reading, route),
      () => line.close(),
    )
  }
}

const noBody: Reading = { fields: {}, trouble: null }

const bodyTooLarge: Answer = {
  ...json<Schemas['Message']>(413, { message: 'REQUEST BODY TOO LARGE' }),
  reason: 'a body may have 1 MiB',
  headers: { connection: 'close' },
}

/** One exchange from its beginning to its end. `reading` is null where the body was too long to be read. */
function converse(
  context: Context<Bindings>,
  endpoint: Endpoint,
  caller: Caller,
  reading: Reading | null,
  route: Route,
): Response | Promise<Response> {
  const { line } = context.env
  const { live } = caller
  const { fields, trouble } = reading ?? noBody
  live.catchUp()
  const conversation = begin(context, live, endpoint, fields)
  const { entry, at } = conversation
  if (!caller.isKnown) return say(conversation, refuse({ code: '087', reason: caller.reason }), null)
  if (reading === null) return say(conversation, { answer: bodyTooLarge }, null)
  const chosen = chooseScenario(live, endpoint, fields, line.header('x-simulator-scenario'))
  if ('answer' in chosen) return say(conversation, chosen, null)
  const { scenario, rule } = chosen
  note(entry, scenario, rule)
  const answer = (now: Instant) => {
    const query = (name: string) => context.req.query(name)?.trim()
    const reply = route({
      live,
      world: live.world,
      at: now,
      callerIp: line.callerIp,
      query,
      fields,
      scenario,
    })
    const finish = (reached: Reply) => {
      if (scenario === null) note(entry, reached.scenario ?? null, null)
      const strike = (scenario ?? reached.scenario)?.strike ?? null
      // What struck before the commit has done so.
      const isOver = strike?.when === 'before-commit'
      return say(conversation, annotate(reached, caller.warning, trouble), isOver ? null : strike)
    }
    return reply instanceof Promise ? reply.then(finish) : finish(reply)
  }
  const strike = scenario?.strike ?? null
  return strike?.when === 'before-commit' ? answerLate(conversation, strike, answer) : answer(at)
}

/** Notes that a request has come. */
export function begin(
  context: Context<Bindings>,
  live: LiveWorld,
  endpoint: Endpoint | null,
  fields: Fields,
): Conversation {
  const { line } = context.env
  const { method, path, url } = context.req
  const at = live.now()
  const entry = live.journal.begin({
    at: at.world,
    wallAt: at.wall,
    endpoint,
    method,
    url,
    headers: line.headers(),
    callerIp: line.callerIp,
    fields,
  })
  return { live, world: live.world, line, entry, at, method, path }
}

/** Before anything has happened: a delay lets it happen late, any other fault keeps it from happening. */
function answerLate(
  conversation: Conversation,
  strike: Strike,
  answer: (now: Instant) => Response | Promise<Response>,
): Response | Promise<Response> {
  const { live, line } = conversation
  const { fault } = strike
  if (!isDelay(fault)) {
    const nothingHappened = refuse({ code: '083', reason: 'the fault struck before anything had happened' })
    return say(conversation, nothingHappened, strike)
  }
  const arrive = async () => {
    await live.luck()
    const context = { sleep: (ms: number) => live.time.sleep(ms), fraction: live.fraction }
    await live.time.sleep(delayOf(fault, context))
    live.catchUp()
    return answer(live.now())
  }
  return arrive().catch((error: unknown) => {
    if (error instanceof WorldEnded) return line.close()
    throw error
  })
}

function note(entry: Entry, scenario: Scenario | null, rule: string | null): void {
  if (scenario === null) return
  const { name, strike } = scenario
  const fault = strike === null ? null : { kind: strike.fault.kind, when: strike.when }
  entry.decided = { scenario: name, rule, fault }
}

/** A body that could not be read explains its 011 better than the fields that it lacks. */
function annotate(reply: Reply, warning: string | null, trouble: string | null): Reply {
  if (warning === null && trouble === null) return reply
  const warned = warning === null ? reply.answer : { ...reply.answer, warnings: [warning] }
  const explained = trouble === null || warned.reason === undefined ? warned : { ...warned, reason: trouble }
  return { ...reply, answer: explained }
}
