import { announce } from '../announce.ts'
import type { Instant } from '../engine/time.ts'
import type { World } from '../engine/world.ts'
import { type Heard, strike as strikeWith } from '../faults/fault.ts'
import type { Line } from '../faults/line.ts'
import type { Entry } from '../journal/entry.ts'
import type { LiveWorld } from '../live-world.ts'
import type { Strike } from '../scenarios/scenario.ts'
import type { Reply } from './exchange.ts'

/** An exchange that has begun: whom it is with, and where it is noted. */
export interface Conversation {
  readonly live: LiveWorld
  /** The world as it began in. */
  readonly world: World
  readonly line: Line
  readonly entry: Entry
  readonly at: Instant
  readonly method: string
  readonly path: string
}

/** Ends an exchange: the caller hears of the answer what the strike leaves of it, and the journal notes both. */
export function say(
  conversation: Conversation,
  reply: Reply,
  strike: Strike | null,
): Response | Promise<Response> {
  const { live, line, method, path } = conversation
  announce(method, path, reply.answer)
  if (strike === null) {
    const heard = line.isGone ? 'nothing' : 'whole'
    const response = line.send(reply.answer)
    end(conversation, reply, heard)
    return response
  }
  const { fault, when } = strike
  const moment = when === 'mid-answer' ? when : 'after-commit'
  const context = { sleep: (ms: number) => live.time.sleep(ms), fraction: live.fraction }
  const { response, heard } = strikeWith(fault, moment, reply.answer, line, context)
  if (heard instanceof Promise) heard.then((atLast) => end(conversation, reply, atLast))
  else end(conversation, reply, heard)
  return response
}

function end({ live, world, entry }: Conversation, reply: Reply, heard: Heard): void {
  // The world went back to the start while the answer was being held: what was noted then is gone.
  if (live.world !== world) return
  const { answer, code = null, status = null, afterwards } = reply
  afterwards?.()
  live.journal.end(entry, { answer, code, status, heard })
  const { endpoint, fields } = entry.asked
  const requestId = fields.request_id ?? null
  const record = requestId === null ? undefined : live.world.transactions.get(requestId)
  const transaction = record === undefined || 'refusedWith' in record ? null : record
  live.coverage.note({
    endpoint,
    serviceID: transaction?.product.serviceID ?? fields.serviceID ?? null,
    code,
    status,
    fault: entry.decided.fault?.kind ?? null,
    heard,
    requestId,
    actual: transaction?.status ?? 'none',
  })
}
