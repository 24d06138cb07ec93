import { bytesOf, halves } from './body.ts'
import { type DelayKind, delayOf } from './delay.ts'
import { sendInPieces } from './in-pieces.ts'
import type { Striker, Struck, Target } from './strike.ts'
import { wait } from './wait.ts'

/** The three delays: the answer is right, and late. Mid-answer it is its second half that is late. */
export const hold: Striker<DelayKind> = (target, fault) => {
  const ms = delayOf(fault, target.context)
  return target.moment === 'after-commit' ? holdAll(ms, target) : holdRest(ms, target)
}

function holdAll(ms: number, target: Target): Struck {
  const { answer, line } = target
  const isHeard = wait(ms, target)
  return {
    response: isHeard.then((is) => (is ? line.send(answer) : line.close())),
    heard: isHeard.then((is) => (is ? 'whole' : 'nothing')),
  }
}

function holdRest(ms: number, target: Target): Struck {
  const bytes = bytesOf(target.answer)
  const [first, rest] = halves(bytes)
  return sendInPieces(target, { length: bytes.byteLength, first, pieces: [rest], totalMs: ms })
}
