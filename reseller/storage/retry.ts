import { setTimeout } from 'node:timers/promises'

/** PostgreSQL asks for these to be tried again: serialization_failure and deadlock_detected. Nothing was done. */
const RETRIED_CODES: readonly unknown[] = ['40001', '40P01']
const MAX_ATTEMPTS = 6
/** Whoever won a deadlock needs a moment to take the lock that it won: without it the same two meet again. */
const PAUSE_MS = 10

/**
 * Tries again where PostgreSQL asks for it, six times in all. Whatever else goes wrong is thrown at once: after a lost
 * connection nobody knows what was done.
 */
export async function retrying<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work()
    } catch (error) {
      if (attempt === MAX_ATTEMPTS || !isRetried(error)) throw error
      await setTimeout(attempt * PAUSE_MS)
    }
  }
}

function isRetried(error: unknown): boolean {
  return error instanceof Error && 'code' in error && RETRIED_CODES.includes(error.code)
}
