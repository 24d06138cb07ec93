import type { Millis } from './engine/time.ts'

/** `"30s"`, `"10m"`, `"1h"`, `"250ms"`, or whole seconds; 0 is off. */
export type Duration = string | number

const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 }

/** Milliseconds, or null where it is no duration. */
export function readDuration(duration: Duration): Millis | null {
  const parts = /^(\d{1,9})(ms|s|m|h|d)?$/.exec(String(duration).trim())
  if (parts === null) return null
  const [, count, unit = 's'] = parts
  return Number(count) * (UNITS[unit] ?? 1000)
}
