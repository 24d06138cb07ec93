import { bytesOf, halves } from './body.ts'
import { sendInPieces } from './in-pieces.ts'
import type { Striker } from './strike.ts'

/**
 * The head goes out at once, and the body in so many chunks, each after the same interval. Mid-answer, the first half of
 * the body goes out with the head. There are never more chunks than bytes; an empty body ends when the time is over.
 */
export const chunkedDribbleDelay: Striker<'chunked-dribble-delay'> = (
  target,
  { numberOfChunks, totalMs },
) => {
  const bytes = bytesOf(target.answer)
  const [first, rest] = target.moment === 'after-commit' ? [new Uint8Array(), bytes] : halves(bytes)
  return sendInPieces(target, { length: 'chunked', first, pieces: cut(rest, numberOfChunks), totalMs })
}

function cut(bytes: Uint8Array, most: number): Uint8Array[] {
  const count = Math.max(1, Math.min(most, bytes.byteLength))
  const edge = (index: number) => Math.floor((bytes.byteLength * index) / count)
  return Array.from({ length: count }, (_, index) => bytes.subarray(edge(index), edge(index + 1)))
}
