import type { Delay } from './delay.ts'

/** Always as long. */
export const fixedDelay: Delay<'fixed-delay'> = ({ delayMs }) => delayMs
