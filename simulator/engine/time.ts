/** Milliseconds since 1970, UTC. */
export type Millis = number

/** The world's own clock, which a test may move, and the clock on the wall. */
export interface Instant {
  readonly world: Millis
  readonly wall: Millis
}

/** Lagos keeps UTC+1 all year. */
const LAGOS_AHEAD_MS = 3_600_000

const DAY_MS = 86_400_000

/** `20250310` */
export function lagosDate(at: Millis): string {
  const day = Math.floor((at + LAGOS_AHEAD_MS) / DAY_MS)
  if (day !== lastDay.day)
    lastDay = { day, text: new Date(day * DAY_MS).toISOString().slice(0, 10).replaceAll('-', '') }
  return lastDay.text
}

/** `202503101014`: with what a request id has to begin. */
export function lagosMinute(at: Millis): string {
  return new Date(at + LAGOS_AHEAD_MS).toISOString().slice(0, 16).replace(/\D/g, '')
}

/** Nearly every request asks for the same day as the one before it. */
let lastDay = { day: Number.NaN, text: '' }

/** `2022-04-04 10:08:47.000000`: VTpass writes microseconds and keeps whole seconds. */
export function lagosDateTime(at: Millis): string {
  return `${new Date(at + LAGOS_AHEAD_MS).toISOString().slice(0, 19).replace('T', ' ')}.000000`
}

/** `2025-03-10T09:14:16.000000Z` */
export function utcDateTime(at: Millis): string {
  const second = Math.floor(at / 1000)
  if (second !== lastSecond.second) {
    lastSecond = { second, text: `${new Date(at).toISOString().slice(0, 19)}.000000Z` }
  }
  return lastSecond.text
}

let lastSecond = { second: Number.NaN, text: '' }
