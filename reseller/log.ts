import { type DestinationStream, pino } from 'pino'
import type { Report } from './server.ts'

/** A line of JSON on stderr for what should not have happened; no header or body stands in it, so no secret does. */
export function createReport(
  destination: DestinationStream = pino.destination({ fd: 2, sync: true }),
): Report {
  const log = pino({ name: 'reseller', base: null }, destination)
  return (error, where) => log.error({ err: error, where }, where)
}
