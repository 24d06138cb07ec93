import { type ResponseCode, responseCodes } from '../engine/codes.ts'
import type { Fate } from '../engine/fate.ts'
import { vend } from './vend.ts'

/** The codes that come with an order; every other code on command refuses without one. */
const codesWithAnOrder: Partial<Record<ResponseCode, Fate>> & Record<'000', Fate> = {
  '000': vend('delivered'),
  '001': vend('delivered', { payCode: '001', requeryCode: '001' }),
  '016': vend('failed'),
  '040': vend('reversed'),
  '044': vend('pending', { payCode: '044', requeryCode: '044' }),
  '091': vend('failed', { payCode: '091', requeryCode: '091' }),
  '099': vend('pending', { payCode: '099' }),
}

/** What a code on command means for an order; null where VTpass has no such code. */
export function fateOfCode(code: string): Fate | null {
  const known = responseCodes.find((each) => each === code)
  if (known === undefined) return null
  if (known === '000') return codesWithAnOrder[known]
  return codesWithAnOrder[known] ?? { kind: 'refuse', code: known, moment: 'at-once' }
}
