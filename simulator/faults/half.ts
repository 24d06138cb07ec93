import { bytesOf, halves } from './body.ts'
import type { Sending } from './line.ts'
import type { Target } from './strike.ts'

/** Sends the head, which promises the whole body, and the first half of it. */
export function sendHalf({ answer, line }: Target): { readonly sending: Sending; readonly rest: Uint8Array } {
  const bytes = bytesOf(answer)
  const [first, rest] = halves(bytes)
  const sending = line.open(answer, bytes.byteLength)
  sending.write(first)
  return { sending, rest }
}
