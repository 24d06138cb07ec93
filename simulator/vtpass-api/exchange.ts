import type { Fields } from '../engine/order.ts'
import type { Instant } from '../engine/time.ts'
import type { Transaction } from '../engine/transaction.ts'
import type { World } from '../engine/world.ts'
import { delayOf, isDelay } from '../faults/fault.ts'
import type { Line } from '../faults/line.ts'
import type { Endpoint } from '../journal/entry.ts'
import type { LiveWorld } from '../live-world.ts'
import type { Scenario, Strike } from '../scenarios/scenario.ts'
import type { Simulation } from '../simulation.ts'
import { WorldEnded } from '../timekeeper.ts'
import { type Answer, json } from '../wire/answer.ts'
import type { Reading } from '../wire/fields.ts'
import type { Schemas } from '../wire/schemas.ts'
import { authenticate, type Caller, type Needs } from './authenticate.ts'
import { chooseScenario } from './choose-scenario.ts'
import { Conversation } from './conversation.ts'
import { LONGEST_BODY_BYTES, readBody } from './read-body.ts'
import { refuse } from './refuse.ts'

/** A request as it came. */
export interface Asked {
  readonly method: string
  /** With single slashes, and without a trailing one or a query. */
  readonly path: string
  /** With its query; with its host where it came with one. */
  readonly url: string
  readonly line: Line
}

/** Answers a request, whatever it asks for. */
export type Handler = (asked: Asked) => Response | Promise<Response>

/** One request, with whose it is and when it came. */
export interface Exchange {
  readonly live: LiveWorld
  readonly world: World
  readonly at: Instant
  readonly callerIp: string
  /** A value of the query. */
  query(name: string): string | undefined
  /** The body's fields. */
  readonly fields: Fields
  /** What is arranged for the call, by its header or by a rule. */
  readonly scenario: Scenario | null
}

/** What a route answers, and what the caller hears of it. */
export interface Reply {
  readonly answer: Answer
  /** What the journal keeps of the answer where that takes less room; it reads the same. */
  readonly kept?: Answer | undefined
  /** The code in the answer, and the transaction's status. */
  readonly code?: string
  readonly status?: string | undefined
  /** The transaction that it is about. */
  readonly transaction?: Transaction
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
): Handler {
  return (asked) => {
    const caller = authenticate(simulation.accounts, asked.line, 'GET', needs)
    return converse(asked, endpoint, caller, noBody, route)
  }
}

/** A route under /api that reads a body. */
export function post(simulation: Simulation, endpoint: Endpoint, route: Route): Handler {
  return (asked) => {
    const { line } = asked
    const caller = authenticate(simulation.accounts, line, 'POST', 'credentials')
    // Credentials come before anything else, the body included.
    if (!caller.isKnown) return converse(asked, endpoint, caller, noBody, route)
    const hear = (reading: Reading | null) => converse(asked, endpoint, caller, reading, route)
    return line.read(LONGEST_BODY_BYTES).then(
      (body) => {
        const reading = body === null ? null : readBody(line, body)
        return reading instanceof Promise ? reading.then(hear) : hear(reading)
      },
      // Reading fails when the caller hangs up in the middle of the body: then nobody is left to be answered.
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
  asked: Asked,
  endpoint: Endpoint,
  caller: Caller,
  reading: Reading | null,
  route: Route,
): Response | Promise<Response> {
  const { live } = caller
  const { fields, trouble } = reading ?? noBody
  live.catchUp()
  const conversation = new Conversation(asked, live, endpoint, fields)
  if (!caller.isKnown) return conversation.say(refuse({ code: '087', reason: caller.reason }), null)
  if (reading === null) return conversation.say({ answer: bodyTooLarge }, null)
  const { line, entry } = conversation
  const chosen = chooseScenario(
    live,
    endpoint,
    fields,
    line.header('x-simulator-scenario'),
    conversation.at.world,
  )
  if ('answer' in chosen) return conversation.say(chosen, null)
  const { scenario } = chosen
  conversation.scenario = scenario
  entry.arranged = scenario
  entry.rule = chosen.rule
  if (scenario?.strike?.when === 'before-commit')
    return answerLate(conversation, scenario.strike, () =>
      answer(conversation, route, caller.warning, trouble),
    )
  return answer(conversation, route, caller.warning, trouble)
}

function answer(
  conversation: Conversation,
  route: Route,
  warning: string | null,
  trouble: string | null,
): Response | Promise<Response> {
  const reply = route(conversation)
  if (reply instanceof Promise)
    return reply.then((reached) => finish(conversation, reached, warning, trouble))
  return finish(conversation, reply, warning, trouble)
}

function finish(
  conversation: Conversation,
  reply: Reply,
  warning: string | null,
  trouble: string | null,
): Response | Promise<Response> {
  const { scenario, entry } = conversation
  if (scenario === null) entry.arranged = reply.scenario ?? null
  const strike = (scenario ?? reply.scenario)?.strike ?? null
  // What struck before the commit has done so.
  const isOver = strike?.when === 'before-commit'
  return conversation.say(annotate(reply, warning, trouble), isOver ? null : strike)
}

/** Before anything has happened: a delay lets it happen late, any other fault keeps it from happening. */
function answerLate(
  conversation: Conversation,
  strike: Strike,
  answerNow: () => Response | Promise<Response>,
): Response | Promise<Response> {
  const { live, line } = conversation
  const { fault } = strike
  if (!isDelay(fault)) {
    const nothingHappened = refuse({ code: '083', reason: 'the fault struck before anything had happened' })
    return conversation.say(nothingHappened, strike)
  }
  const arrive = async () => {
    await live.luck()
    await live.time.sleep(delayOf(fault, conversation))
    live.catchUp()
    conversation.at = live.now()
    return answerNow()
  }
  return arrive().catch((error: unknown) => {
    if (error instanceof WorldEnded) return line.close()
    throw error
  })
}

/** A body that could not be read explains its 011 better than the fields that it lacks. */
function annotate(reply: Reply, warning: string | null, trouble: string | null): Reply {
  if (warning === null && trouble === null) return reply
  const warned = warning === null ? reply.answer : { ...reply.answer, warnings: [warning] }
  const explained = trouble === null || warned.reason === undefined ? warned : { ...warned, reason: trouble }
  return { ...reply, answer: explained, kept: explained }
}
