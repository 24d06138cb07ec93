import type { components } from '../../openapi/generated/control.ts'
import { type Duration, readDuration } from '../engine/duration.ts'
import type { Fault } from '../faults/fault.ts'

type AskedFault = components['schemas']['Fault']

/** A fault as the contract has it, in milliseconds; or what is wrong with it, in words. */
export function readFault(asked: AskedFault): Fault | string {
  switch (asked.kind) {
    case 'fixed-delay':
      return { kind: asked.kind, delayMs: millis(asked.delay) }
    case 'uniform-delay':
      return readUniform(millis(asked.lower), millis(asked.upper))
    case 'lognormal-delay': {
      const maximumMs = asked.maximum === undefined ? null : millis(asked.maximum)
      return { kind: asked.kind, medianMs: millis(asked.median), sigma: asked.sigma, maximumMs }
    }
    case 'chunked-dribble-delay':
      return {
        kind: asked.kind,
        numberOfChunks: asked.numberOfChunks,
        totalMs: millis(asked.totalDuration),
      }
    case 'wrong-content-type':
      return { kind: asked.kind, contentType: asked.contentType ?? 'text/html' }
    case 'wrong-charset':
      return { kind: asked.kind, charset: asked.charset ?? 'utf-16le' }
    default:
      return { kind: asked.kind }
  }
}

function readUniform(lowerMs: number, upperMs: number): Fault | string {
  if (lowerMs > upperMs) return 'fault.lower is longer than fault.upper; it must be the shorter one'
  return { kind: 'uniform-delay', lowerMs, upperMs }
}

/** The contract lets no other text pass. */
function millis(duration: Duration): number {
  return readDuration(duration) ?? 0
}
