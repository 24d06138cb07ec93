import type { Fault, FaultContext, FaultOf } from './fault.ts'
import { fixedDelay } from './fixed-delay.ts'
import { lognormalDelay } from './lognormal-delay.ts'
import { uniformDelay } from './uniform-delay.ts'

/** The faults that only make the caller wait. */
export type DelayKind = 'fixed-delay' | 'uniform-delay' | 'lognormal-delay'

/** How long a delay lasts, in milliseconds; luck is drawn from `fraction`. */
export type Delay<Kind extends DelayKind> = (fault: FaultOf<Kind>, fraction: () => number) => number

const delays: { readonly [Kind in DelayKind]: Delay<Kind> } = {
  'fixed-delay': fixedDelay,
  'uniform-delay': uniformDelay,
  'lognormal-delay': lognormalDelay,
}

export function isDelay(fault: Fault): fault is FaultOf<DelayKind> {
  return Object.hasOwn(delays, fault.kind)
}

/** Draws how long this delay lasts, in whole milliseconds. */
export function delayOf<Kind extends DelayKind>(fault: FaultOf<Kind>, context: FaultContext): number {
  const delay: Delay<Kind> = delays[fault.kind]
  return Math.round(delay(fault, () => context.fraction()))
}
