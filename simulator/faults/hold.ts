import type { Answer } from '../wire/answer.ts'
import type { FaultContext } from './fault.ts'
import type { Line } from './line.ts'

/** Timeout: the answer is right, and comes later than most clients wait. */
export async function hold(answer: Answer, line: Line, context: FaultContext): Promise<Response> {
  if (context.timeoutHoldMs > 0) await context.sleep(context.timeoutHoldMs)
  return line.send(answer)
}
