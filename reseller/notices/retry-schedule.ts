/** Standard Webhooks' example schedule: how long after each attempt the next one follows. Ten attempts in three days. */
const SECONDS = [5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400]
/** What failed together is not tried again together. */
const SPREAD = 0.2

/**
 * How long to wait after an attempt that failed, in milliseconds; null where it was the last.
 *
 * @param attempts how many there were, with this one
 * @param fraction luck, from 0 and below 1
 */
export function waitBeforeRetry(attempts: number, fraction: number): number | null {
  const seconds = SECONDS[attempts - 1]
  return seconds === undefined ? null : Math.round(seconds * 1000 * (1 - SPREAD + 2 * SPREAD * fraction))
}
