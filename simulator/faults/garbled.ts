import type { Answer } from '../wire/answer.ts'
import type { FaultKind, FaultOf } from './fault.ts'
import type { AnswerMoment, Striker } from './strike.ts'

/** Another answer in an answer's place; mid-answer, the first half of its body is still the right one. */
export type Change<Kind extends FaultKind> = (
  answer: Answer,
  moment: AnswerMoment,
  fault: FaultOf<Kind>,
) => Answer

/** A fault that sends a proper HTTP answer, and the wrong one. */
export function garbled<Kind extends FaultKind>(change: Change<Kind>): Striker<Kind> {
  return ({ moment, answer, line }, fault) => ({
    response: line.send(change(answer, moment, fault)),
    heard: 'garbled',
  })
}
