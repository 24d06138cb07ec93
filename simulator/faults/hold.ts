import type { Strike } from './strike.ts'

/** Timeout: the answer is right, and comes later than most clients wait. */
export const hold: Strike = async (answer, line, { sleep, timeoutHoldMs }) => {
  if (timeoutHoldMs > 0) await sleep(timeoutHoldMs)
  return line.send(answer)
}
