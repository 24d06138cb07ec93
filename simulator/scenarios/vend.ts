import type { Fate, Settling } from '../engine/fate.ts'
import type { LastingCode, PassingCode, Status } from '../engine/transaction.ts'

interface VendDetail {
  readonly payCode?: PassingCode
  readonly requeryCode?: LastingCode
  readonly settles?: Settling
}

/** The fate of an order that is made. */
export function vend(
  status: Status,
  { payCode, requeryCode, settles }: VendDetail = {},
): Fate & { kind: 'vend' } {
  return {
    kind: 'vend',
    status,
    payCode: payCode ?? null,
    requeryCode: requeryCode ?? null,
    settles: settles ?? null,
  }
}
