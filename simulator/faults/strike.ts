import type { Answer } from '../wire/answer.ts'
import type { Line } from './line.ts'

/** What a fault needs of the outside: a way to wait, and how long this account's answers are held. */
interface FaultContext {
  readonly sleep: (ms: number) => Promise<void>
  readonly timeoutHoldMs: number
}

/** Lets the caller hear of an answer what the fault leaves of it. */
export type Strike = (answer: Answer, line: Line, context: FaultContext) => Response | Promise<Response>
