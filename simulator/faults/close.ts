import type { Answer } from '../wire/answer.ts'
import type { Line } from './line.ts'

/** No response: the connection is closed without a byte. */
export function close(_answer: Answer, line: Line): Response {
  return line.drop()
}
