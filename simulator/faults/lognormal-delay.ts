import type { Delay } from './delay.ts'

/** Half of them shorter than the median, most of them near it, and a few much longer: as the latency of services is. */
export const lognormalDelay: Delay<'lognormal-delay'> = ({ medianMs, sigma, maximumMs }, fraction) =>
  Math.min(medianMs * Math.exp(sigma * gaussian(fraction)), maximumMs ?? YEAR_MS)

/** With a large sigma the tail is longer than a date can tell. */
const YEAR_MS = 365 * 24 * 60 * 60 * 1_000

/** A draw from the standard normal distribution, by Box and Muller. */
function gaussian(fraction: () => number): number {
  // The logarithm of 0 is infinite, and a fraction is never 1.
  const radius = Math.sqrt(-2 * Math.log(1 - fraction()))
  return radius * Math.cos(2 * Math.PI * fraction())
}
