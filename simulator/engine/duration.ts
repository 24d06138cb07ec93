import type { Millis } from './time.ts'

/** `"30s"`, `"10m"`, `"1h"`, `"250ms"`, or whole seconds; 0 is off. */
export type Duration = string | number

const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 }

/** The shortest way to write it: `30s`, `10m`, `1500ms`; `0` is off. */
export function writeDuration(ms: Millis): string {
  if (ms === 0) return '0'
  const units = Object.entries(UNITS).reverse()
  const [unit = 'ms', size = 1] = units.find(([, size]) => ms % size === 0) ?? []
  return `${ms / size}${unit}`
}

/** Milliseconds, or null where it is no duration. */
export function readDuration(duration: Duration): Millis | null {
  const parts = /^(\d{1,9})(ms|s|m|h|d)?$/.exec(String(duration).trim())
  if (parts === null) return null
  const [, count, unit = 's'] = parts
  return Number(count) * (UNITS[unit] ?? 1000)
}
