import { setTimeout } from 'node:timers/promises'
import type { QueryConfig, QueryResult } from 'pg'
import type { Job } from '../worker.ts'
import { openDatabase } from './pool.ts'

/** The table of counters that processes share, as rate-limiter-flexible asks for it. */
export interface SharedCounters {
  /** Rejects soon where the database is slow. */
  query(statement: QueryConfig): Promise<QueryResult>
  /** Forgets counters that have ended. */
  readonly clearing: Job
  close(): Promise<void>
}

export interface CountersOptions {
  now(): number
  /** Told when the counters cannot be used, once until they can be again. */
  report(error: unknown, where: string): void
  /** How long a caller waits for them. Default: a quarter of a second. */
  readonly patienceMs?: number
}

const PATIENCE_MS = 250
/** A counter takes a fraction of a millisecond, and must not wait behind purchases. */
const CONNECTIONS = 4
const CLEARED_EVERY_MS = 300_000

/** Connections of their own. The same errors as `openDatabase`. */
export async function openCounters(url: string, options: CountersOptions): Promise<SharedCounters> {
  const { now, report, patienceMs = PATIENCE_MS } = options
  const database = await openDatabase(url, { connections: CONNECTIONS, statementTimeoutMs: patienceMs })
  let isDown = false
  return {
    async query({ text, values = [] }) {
      try {
        // Without the statement's name: behind a pooler the next one may meet another connection, which does not know it.
        const result = await within(patienceMs, database.pool.query(text, values))
        isDown = false
        return result
      } catch (error) {
        if (!isDown) report(error, 'the shared rate limits')
        isDown = true
        throw error
      }
    },
    clearing: {
      name: 'clearing rate limits',
      atOnce: 1,
      idleMs: CLEARED_EVERY_MS,
      async round() {
        await database.query('delete from rate_limit where expire < $1', [now()])
        return 0
      },
    },
    close: database.close,
  }
}

async function within<Result>(ms: number, work: Promise<Result>): Promise<Result> {
  const ended = new AbortController()
  const late = setTimeout(ms, null, { signal: ended.signal }).then(() => {
    throw new Error(`no answer within ${ms} ms`)
  })
  late.catch(() => {})
  try {
    return await Promise.race([work, late])
  } finally {
    ended.abort()
  }
}
