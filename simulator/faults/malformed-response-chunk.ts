import { bytesOf, halves, utf8 } from './body.ts'
import type { Striker } from './strike.ts'

/** A chunk begins with its length in hexadecimal digits; this begins with none. */
const NO_CHUNK = utf8('no chunk begins like this\r\n')

/**
 * The head of a 200 in chunks, then something that is no chunk, then the connection is closed. Mid-answer, the head is
 * the right one, and a chunk with half of the body goes before.
 */
export const malformedResponseChunk: Striker<'malformed-response-chunk'> = ({ moment, answer, line }) => {
  const isMid = moment === 'mid-answer'
  const sending = line.open(isMid ? answer : { ...answer, status: 200 }, 'chunked')
  if (isMid) sending.write(halves(bytesOf(answer))[0])
  sending.raw(NO_CHUNK)
  sending.close()
  return { response: sending.response, heard: isMid ? 'part' : 'garbled' }
}
