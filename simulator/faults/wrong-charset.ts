import type { Answer } from '../wire/answer.ts'
import { bytesOf, halves, joined, withBody } from './body.ts'
import type { FaultOf } from './fault.ts'
import type { Change } from './garbled.ts'
import { changeObject } from './json-object.ts'
import type { AnswerMoment } from './strike.ts'

/** The head names one charset, and the bytes are of another. */
export const wrongCharset: Change<'wrong-charset'> = (answer, moment, { charset }) =>
  encodings[charset](answer, moment)

type Charset = FaultOf<'wrong-charset'>['charset']

const encodings: Record<Charset, (answer: Answer, moment: AnswerMoment) => Answer> = {
  'utf-16le': asUtf16,
  'iso-8859-1': asLatin1,
}

/** UTF-16 under the name of UTF-8; mid-answer, only the second half is. */
function asUtf16(answer: Answer, moment: AnswerMoment): Answer {
  const bytes = bytesOf(answer)
  const [first, rest] = moment === 'mid-answer' ? halves(bytes) : [new Uint8Array(), bytes]
  return withBody(named(answer, 'utf-8'), joined(first, utf16(new TextDecoder().decode(rest))))
}

function utf16(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 2)
  const view = new DataView(bytes.buffer)
  for (let index = 0; index < text.length; index += 1) view.setUint16(index * 2, text.charCodeAt(index), true)
  return bytes
}

/**
 * UTF-8 under the name of ISO 8859-1; mid-answer as well. VTpass's answers are mostly ASCII, which is the same in both,
 * so a naira sign is added to `response_description`: whoever believes the head reads â‚¦.
 */
function asLatin1(answer: Answer): Answer {
  const signed = changeObject(answer, (body) => ({
    ...body,
    response_description: `${body.response_description ?? ''}₦`,
  }))
  return named(signed, 'iso-8859-1')
}

function named(answer: Answer, charset: string): Answer {
  const [media] = answer.contentType.split(';')
  return { ...answer, contentType: `${media}; charset=${charset}` }
}
