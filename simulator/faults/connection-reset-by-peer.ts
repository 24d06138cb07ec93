import { sendHalf } from './half.ts'
import type { Striker } from './strike.ts'

/** The connection is reset without a byte. Mid-answer it is reset after the head and half of the body. */
export const connectionResetByPeer: Striker<'connection-reset-by-peer'> = (target) => {
  if (target.moment === 'after-commit') return { response: target.line.reset(), heard: 'nothing' }
  const { sending } = sendHalf(target)
  sending.reset()
  return { response: sending.response, heard: 'part' }
}
