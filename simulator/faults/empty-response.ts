import { sendHalf } from './half.ts'
import type { Striker } from './strike.ts'

/** The connection is closed without a byte. Mid-answer it is closed after the head and half of the body. */
export const emptyResponse: Striker<'empty-response'> = (target) => {
  if (target.moment === 'after-commit') return { response: target.line.close(), heard: 'nothing' }
  const { sending } = sendHalf(target)
  sending.close()
  return { response: sending.response, heard: 'part' }
}
