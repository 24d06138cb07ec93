import type { Answer } from '../wire/answer.ts'
import { close } from './close.ts'
import { hold } from './hold.ts'
import type { Line } from './line.ts'

/** What the caller hears of an answer. It never changes what happened. */
export type Fault = 'none' | 'close' | 'hold'

/** What a fault needs of the outside: a way to wait, and how long this account's answers are held. */
export interface FaultContext {
  readonly sleep: (ms: number) => Promise<void>
  readonly timeoutHoldMs: number
}

type Strike = (answer: Answer, line: Line, context: FaultContext) => Response | Promise<Response>

const strikes: Record<Fault, Strike> = { none: (answer, line) => line.send(answer), close, hold }

/** Lets the caller hear the answer, or what the fault leaves of it. */
export function hear(
  fault: Fault,
  answer: Answer,
  line: Line,
  context: FaultContext,
): Response | Promise<Response> {
  return strikes[fault](answer, line, context)
}
