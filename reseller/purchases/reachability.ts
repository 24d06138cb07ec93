import type { Heard } from '../vtpass/heard.ts'

/**
 * Whether VTpass takes purchases, as far as those tell that were sent. After so many in a row that found nobody, or a server
 * in trouble, nothing is sent for a short while. Then one purchase is, to find out: any answer lets all others in again.
 *
 * Silence tells nothing: it neither counts as such a failure, nor ends a row of them.
 */
export interface Reachability {
  readonly failures: number
  /** When it was last found to be down; null where it is not known to be. Milliseconds since 1970. */
  readonly downSince: number | null
  /** The purchase that is under way to find out. */
  readonly probe: number | null
}

export interface ReachabilitySettings {
  /** So many failures in a row; 0 is never. */
  readonly downAfter: number
  readonly downForMs: number
}

export const reachable: Reachability = { failures: 0, downSince: null, probe: null }

/** How long others wait for a purchase that finds out; it may take longer. */
const PROBE_MS = 5_000

/** In how many milliseconds a purchase may be sent; 0 is now. A clock that was put back keeps nobody waiting. */
export function waitFor(
  { downSince, probe }: Reachability,
  at: number,
  { downForMs }: ReachabilitySettings,
): number {
  if (downSince === null) return 0
  const sinceMs = at - downSince
  if (sinceMs >= 0 && sinceMs < downForMs) return downForMs - sinceMs
  return probe === null ? 0 : PROBE_MS
}

/** A purchase is sent; while VTpass is down, to find out. */
export function sent(reach: Reachability, purchase: number): Reachability {
  return reach.downSince === null ? reach : { ...reach, probe: purchase }
}

/** A purchase is no longer under way, whatever came of it. */
export function over(reach: Reachability, purchase: number): Reachability {
  return reach.probe === purchase ? { ...reach, probe: null } : reach
}

export function heardFrom(
  reach: Reachability,
  heard: Heard,
  at: number,
  { downAfter }: ReachabilitySettings,
): Reachability {
  if (heard.kind === 'lost') return reach
  if (heard.kind === 'answer' && heard.httpStatus < 500) return reachable
  const failures = reach.failures + 1
  const isDown = downAfter > 0 && failures >= downAfter
  return { ...reach, failures, downSince: isDown ? at : null }
}
