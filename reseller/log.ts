import { type DestinationStream, type Logger, pino } from 'pino'
import type { LogLevel } from './config.ts'
import { createScrub } from './observe/scrub.ts'
import { currentTrace } from './observe/trace.ts'
import type { Report, ServerConfig } from './server.ts'

/** Where the lines go: what a line says is an object, and a name for people. */
export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>

export interface LogSettings {
  /** The lowest that is written. */
  readonly level: LogLevel
  /** None of them stands in any line, wherever it came from. */
  readonly secrets: readonly string[]
}

/**
 * Lines of JSON, on stderr where nobody says otherwise. A line that is written while a request is answered has that
 * request's id as `request`.
 */
export function createLog(
  { level, secrets }: LogSettings,
  destination: DestinationStream = pino.destination({ fd: 2, sync: true }),
): Log {
  const scrub = createScrub(secrets)
  return pino(
    {
      base: { name: 'reseller' },
      level,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      mixin: () => ({ request: currentTrace()?.request }),
    },
    { write: (line) => destination.write(scrub(line)) },
  )
}

/** Says nothing. */
export const silent: Log = pino({ level: 'silent' })

/** Writes down what should not have happened. */
export function createReport(log: Log): Report {
  return (error, where) => log.error({ err: error, where }, where)
}

/** All that a configuration holds and nobody may read. */
export function secretsIn({ vtpass, jwtSecret, databaseUrl }: ServerConfig): readonly string[] {
  const password = URL.parse(databaseUrl)?.password ?? ''
  return [
    vtpass.apiKey,
    vtpass.publicKey,
    vtpass.secretKey,
    new TextDecoder().decode(jwtSecret),
    databaseUrl,
    password,
    decoded(password),
  ]
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
