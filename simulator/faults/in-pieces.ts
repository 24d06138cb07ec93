import type { Heard } from './fault.ts'
import type { Sending } from './line.ts'
import type { Struck, Target } from './strike.ts'
import { wait } from './wait.ts'

/** How a body goes out bit by bit. */
interface Pieces {
  readonly length: number | 'chunked'
  /** What goes out with the head. */
  readonly first: Uint8Array
  /** What follows at even intervals, the last piece when `totalMs` have gone by. */
  readonly pieces: readonly Uint8Array[]
  readonly totalMs: number
}

/** Sends an answer bit by bit, for as long as its caller listens. */
export function sendInPieces(target: Target, { length, first, pieces, totalMs }: Pieces): Struck {
  const sending = target.line.open(target.answer, length)
  sending.write(first)
  return { response: sending.response, heard: sendRest(sending, pieces, totalMs, target) }
}

async function sendRest(
  sending: Sending,
  pieces: readonly Uint8Array[],
  totalMs: number,
  target: Target,
): Promise<Heard> {
  let waitedMs = 0
  for (const [index, piece] of pieces.entries()) {
    const dueMs = Math.round((totalMs * (index + 1)) / pieces.length)
    if (!(await wait(dueMs - waitedMs, target))) return breakOff(sending)
    waitedMs = dueMs
    sending.write(piece)
  }
  sending.end()
  return 'whole'
}

function breakOff(sending: Sending): Heard {
  sending.close()
  return 'part'
}
