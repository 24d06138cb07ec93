import { getQueryParam } from 'hono/utils/url'
import { announce } from '../announce.ts'
import type { Fields } from '../engine/order.ts'
import type { Instant } from '../engine/time.ts'
import type { World } from '../engine/world.ts'
import { type FaultContext, type Heard, strike as strikeWith } from '../faults/fault.ts'
import type { Line } from '../faults/line.ts'
import type { Endpoint, Entry } from '../journal/entry.ts'
import type { LiveWorld } from '../live-world.ts'
import type { Scenario, Strike } from '../scenarios/scenario.ts'
import type { Asked, Exchange, Reply } from './exchange.ts'

/** An exchange from its beginning to its end: one object, since there is one for every request. */
export class Conversation implements Exchange, FaultContext {
  readonly live: LiveWorld
  /** The world that it began in. */
  readonly world: World
  /** When the request came; later, where a fault delayed it before anything had happened. */
  at: Instant
  readonly entry: Entry
  readonly line: Line
  readonly #asked: Asked

  constructor(asked: Asked, live: LiveWorld, endpoint: Endpoint | null, fields: Fields) {
    const { line } = asked
    this.live = live
    this.world = live.world
    this.at = live.now()
    this.line = line
    this.#asked = asked
    this.entry = {
      id: 0,
      at: this.at,
      endpoint,
      method: asked.method,
      url: live.sharedUrl(asked.url),
      headers: live.sharedHeaders(line.headers()),
      callerIp: line.callerIp,
      fields,
      arranged: null,
      rule: null,
      answer: null,
      code: null,
      status: null,
      heard: 'waiting',
      caller: line,
    }
    live.journal.begin(this.entry)
  }

  get callerIp(): string {
    return this.entry.callerIp
  }

  get fields(): Fields {
    return this.entry.fields
  }

  scenario: Scenario | null = null

  query(name: string): string | undefined {
    const value = getQueryParam(this.#asked.url, name)
    return typeof value === 'string' ? value.trim() : undefined
  }

  sleep(ms: number): Promise<void> {
    return this.live.time.sleep(ms)
  }

  fraction(): number {
    return this.live.fraction()
  }

  /** Ends it: the caller hears of the answer what the strike leaves of it, and the journal notes both. */
  say(reply: Reply, strike: Strike | null): Response | Promise<Response> {
    const { line } = this
    announce(this.#asked.method, this.#asked.path, reply.answer)
    if (strike === null) {
      const heard = line.isGone ? 'nothing' : 'whole'
      const response = line.send(reply.answer)
      this.#end(reply, heard)
      return response
    }
    const moment = strike.when === 'mid-answer' ? strike.when : 'after-commit'
    const { response, heard } = strikeWith(strike.fault, moment, reply.answer, line, this)
    if (heard instanceof Promise) heard.then((atLast) => this.#end(reply, atLast))
    else this.#end(reply, heard)
    return response
  }

  #end(reply: Reply, heard: Heard): void {
    const { live, entry } = this
    // The world went back to the start while the answer was being held: what was noted then is gone.
    if (live.world !== this.world) return
    const { answer, kept = answer, code = null, status = null, afterwards } = reply
    afterwards?.()
    entry.answer = kept
    entry.code = code
    entry.status = status
    entry.heard = heard
    entry.caller = null
    live.journal.end(entry)
    const requestId = entry.fields.request_id ?? null
    const transaction = reply.transaction ?? live.transactionOf(requestId)
    live.coverage.note({
      endpoint: entry.endpoint,
      serviceID: transaction?.product.serviceID ?? entry.fields.serviceID ?? null,
      code,
      status,
      fault: entry.arranged?.strike?.fault.kind ?? null,
      heard,
      requestId,
      actual: transaction?.status ?? 'none',
    })
  }
}
