import type { Delay } from './delay.ts'

/** Anything between the two, and all of it equally likely. */
export const uniformDelay: Delay<'uniform-delay'> = ({ lowerMs, upperMs }, fraction) =>
  lowerMs + fraction() * (upperMs - lowerMs)
