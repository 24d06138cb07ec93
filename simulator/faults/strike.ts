import type { Answer } from '../wire/answer.ts'
import { bareText } from './bare-text.ts'
import { bytesOf } from './body.ts'
import { chunkedDribbleDelay } from './chunked-dribble-delay.ts'
import { connectionResetByPeer } from './connection-reset-by-peer.ts'
import { duplicatedAnswer } from './duplicated-answer.ts'
import { emptyBody } from './empty-body.ts'
import { emptyResponse } from './empty-response.ts'
import type { FaultContext, FaultKind, FaultOf, Heard, Moment } from './fault.ts'
import { garbled } from './garbled.ts'
import { hold } from './hold.ts'
import { htmlPage } from './html-page.ts'
import type { Line } from './line.ts'
import { malformedResponseChunk } from './malformed-response-chunk.ts'
import { randomDataThenClose } from './random-data-then-close.ts'
import { truncatedJson } from './truncated-json.ts'
import { unlistedCode } from './unlisted-code.ts'
import { unlistedStatus } from './unlisted-status.ts'
import { wrongCharset } from './wrong-charset.ts'
import { wrongContentType } from './wrong-content-type.ts'

/** The moments at which there is an answer to strike. */
export type AnswerMoment = Exclude<Moment, 'before-commit'>

/** An answer that a fault strikes, and the line that it goes out on. */
export interface Target {
  readonly moment: AnswerMoment
  readonly answer: Answer
  readonly line: Line
  readonly context: FaultContext
}

/** What came of a strike. */
export interface Struck {
  /** What the route returns. Rejects only in this process, where the caller's `fetch` is to. */
  readonly response: Response | Promise<Response>
  /** What was heard; where that takes time, it resolves when the last byte has gone out. Never rejects. */
  readonly heard: Heard | Promise<Heard>
}

export type Striker<Kind extends FaultKind> = (target: Target, fault: FaultOf<Kind>) => Struck

const strikes: { readonly [Kind in FaultKind]: Striker<Kind> } = {
  'fixed-delay': hold,
  'uniform-delay': hold,
  'lognormal-delay': hold,
  'chunked-dribble-delay': chunkedDribbleDelay,
  'connection-reset-by-peer': connectionResetByPeer,
  'empty-response': emptyResponse,
  'malformed-response-chunk': malformedResponseChunk,
  'random-data-then-close': randomDataThenClose,
  'truncated-json': garbled(truncatedJson),
  'html-502': garbled(htmlPage(502, 'Bad Gateway')),
  'html-503': garbled(htmlPage(503, 'Service Unavailable')),
  'html-504': garbled(htmlPage(504, 'Gateway Timeout')),
  'wrong-content-type': garbled(wrongContentType),
  'wrong-charset': garbled(wrongCharset),
  'duplicated-answer': garbled(duplicatedAnswer),
  'empty-body': garbled(emptyBody),
  'unlisted-code': garbled(unlistedCode),
  'unlisted-status': garbled(unlistedStatus),
  'bare-text': garbled(bareText),
}

/** Every fault that there is. */
export const faultKinds = Object.keys(strikes) as readonly FaultKind[]

/**
 * Lets the caller hear what the fault leaves of an answer; where a head goes out, it names the fault. An answer without
 * a body has no middle: what would strike there strikes instead of it.
 */
export function strike<Kind extends FaultKind>(
  fault: FaultOf<Kind>,
  moment: AnswerMoment,
  answer: Answer,
  line: Line,
  context: FaultContext,
): Struck {
  if (line.isGone) return { response: line.close(), heard: 'nothing' }
  const { kind } = fault
  const when = bytesOf(answer).byteLength === 0 ? 'after-commit' : moment
  const one: Striker<Kind> = strikes[kind]
  return one({ moment: when, answer: { ...answer, fault: kind }, line, context }, fault)
}
