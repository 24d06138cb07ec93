import type { ImproperRequestId } from './codes.ts'
import { type Instant, lagosDate } from './time.ts'

const HOUR_AND_MINUTE = /^\d{8}(?:[01]\d|2[0-3])[0-5]\d/

/**
 * Why a request id is improper, or null. "How to generate Request ID": twelve characters or more, of which the first
 * twelve are today's date, hour and minute in Lagos; the hour and minute need not be the present ones.
 *
 * Today is the world's or the wall's, so that moving the clock breaks no caller; when strict the world's alone.
 */
export function improperRequestId(
  requestId: string,
  at: Instant,
  mode: 'strict' | 'lenient',
): ImproperRequestId | null {
  if (!/^\d{8}/.test(requestId)) return 'no-date'
  const date = requestId.slice(0, 8)
  const isToday = date === lagosDate(at.world) || (mode === 'lenient' && date === lagosDate(at.wall))
  if (!isToday && !isCalendarDate(date)) return 'improper-date'
  if (requestId.length < 12 || !HOUR_AND_MINUTE.test(requestId)) return 'improper-date'
  return isToday ? null : 'not-today'
}

function isCalendarDate(date: string): boolean {
  const [year, month, day] = [Number(date.slice(0, 4)), Number(date.slice(4, 6)), Number(date.slice(6, 8))]
  const parsed = new Date(Date.UTC(year, month - 1, day))
  return year > 0 && parsed.getUTCMonth() === month - 1 && parsed.getUTCDate() === day
}
