import { sendHalf } from './half.ts'
import type { Striker } from './strike.ts'

const LENGTH_BYTES = 64

/**
 * Random bytes in place of an HTTP answer, then the connection is closed. Mid-answer they stand in place of the second
 * half of the body, so that the answer is complete and its JSON is not.
 */
export const randomDataThenClose: Striker<'random-data-then-close'> = (target) => {
  const random = (length: number) => randomBytes(length, () => target.context.fraction())
  if (target.moment === 'after-commit')
    return { response: target.line.garbage(random(LENGTH_BYTES)), heard: 'garbled' }
  // The answer is complete, and a client would keep the connection for its next request.
  const headers = { ...target.answer.headers, connection: 'close' }
  const { sending, rest } = sendHalf({ ...target, answer: { ...target.answer, headers } })
  sending.write(random(rest.byteLength))
  sending.close()
  return { response: sending.response, heard: 'garbled' }
}

/** None of them is ASCII, so that luck never makes a line break or a digit of them. */
function randomBytes(length: number, fraction: () => number): Uint8Array {
  return Uint8Array.from({ length }, () => 0x80 + Math.floor(fraction() * 0x80))
}
