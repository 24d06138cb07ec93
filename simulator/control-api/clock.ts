import { readDuration } from '../engine/duration.ts'
import { lagosMinute } from '../engine/time.ts'
import type { Timekeeper } from '../timekeeper.ts'
import type { AnswerOf } from './contract.ts'
import { type Operation, ok } from './operation.ts'
import { refuse } from './problem.ts'

export const getClock: Operation<'getClock'> = ({ live }) => ok<'getClock'>(describeClock(live.time))

export const moveClock: Operation<'moveClock'> = async ({ live, body }) => {
  const { set, advance, mode } = body
  const moment = set === undefined ? null : momentOf(set)
  const advanceMs = advance === undefined ? 0 : (readDuration(advance) ?? 0)
  const target = (moment ?? live.time.now()) + advanceMs
  if (target > LATEST) throw refuse(400, 'the clock would stand after the year 9999')
  await live.time.move({ ...(moment !== null && { set: moment }), advanceMs, ...(mode && { mode }) })
  return ok<'moveClock'>(describeClock(live.time))
}

const LATEST = Date.parse('9999-12-31T23:59:59.999Z')
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/

/** A moment without a zone would be another one on every machine. @throws Refused */
function momentOf(text: string): number {
  const moment = MOMENT.test(text) && isInCalendar(text) ? Date.parse(text) : Number.NaN
  if (!Number.isNaN(moment)) return moment
  throw refuse(400, `set is "${text}"; it must be a moment with its zone, like 2026-01-05T09:00:00Z`)
}

/** Date takes the 30th of February for the 2nd of March. */
function isInCalendar(text: string): boolean {
  const day = text.slice(0, 10)
  const date = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day)
}

function describeClock(time: Timekeeper): AnswerOf<'getClock'> {
  const now = time.now()
  const next = time.next()
  return {
    now: new Date(now).toISOString(),
    lagos: lagosMinute(now),
    mode: time.mode,
    next: next === null ? null : new Date(next).toISOString(),
  }
}
