import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { Refusal } from './refusal.ts'

/** So many requests a minute, of each key. */
export interface Limit {
  /** @throws Refusal 429, with the seconds until it is worth coming back */
  take(key: string): Promise<void>
}

const MINUTE_S = 60

/** Counted in this process. @param perMinute 0 is no limit */
export function createLimit(perMinute: number): Limit {
  if (perMinute === 0) return { take: async () => {} }
  const limiter = new RateLimiterMemory({ points: perMinute, duration: MINUTE_S })
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

function tooMany(waitMs: number): Refusal {
  const seconds = Math.max(1, Math.ceil(waitMs / 1000))
  return new Refusal(429, 'Too many requests', { 'retry-after': String(seconds) })
}
