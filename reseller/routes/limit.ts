import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import type { SharedCounters } from '../storage/shared-counters.ts'
import { Refusal } from './refusal.ts'

/** So many requests a minute, of each key. */
export interface Limit {
  /** @throws Refusal 429, with the seconds until it is worth coming back */
  take(key: string): Promise<void>
}

/** Counters of all processes together. */
export interface Shared {
  /** Tells limits apart that share them. */
  readonly name: string
  readonly counters: SharedCounters
}

const MINUTE_S = 60

/**
 * Counted in this process, or by all processes that share counters. Where those cannot be used, or not in time, this process
 * counts on by itself: a limit stops nobody because the database is slow.
 *
 * @param perMinute 0 is no limit
 */
export function createLimit(perMinute: number, shared: Shared | null = null): Limit {
  if (perMinute === 0) return { take: async () => {} }
  const own = new RateLimiterMemory({ points: perMinute, duration: MINUTE_S })
  const limiter = shared === null ? own : sharedLimiter(own, shared)
  return {
    async take(key) {
      try {
        await limiter.consume(key)
      } catch (refused) {
        throw refused instanceof RateLimiterRes ? tooMany(refused.msBeforeNext) : refused
      }
    },
  }
}

function sharedLimiter(own: RateLimiterMemory, { name, counters }: Shared): RateLimiterPostgres {
  return new RateLimiterPostgres({
    keyPrefix: name,
    points: own.points,
    duration: own.duration,
    storeClient: counters,
    storeType: 'client',
    tableName: 'rate_limit',
    tableCreated: true,
    clearExpiredByTimeout: false,
    // Whoever has had enough is refused without asking the database, until the minute is over.
    inMemoryBlockOnConsumed: own.points,
    insuranceLimiter: own,
  })
}

function tooMany(waitMs: number): Refusal {
  const seconds = Math.max(1, Math.ceil(waitMs / 1000))
  return new Refusal(429, 'Too many requests', { 'retry-after': String(seconds) })
}
