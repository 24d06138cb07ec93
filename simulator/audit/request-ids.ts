import type { Millis } from '../engine/time.ts'
import { lagosDate } from '../engine/time.ts'
import type { Purchase } from './purchase.ts'
import type { JournalEntry } from './schemas.ts'

/** A request id that begins with a date, an hour and a minute, as it was first sent. */
export interface Dated {
  readonly requestId: string
  readonly entry: JournalEntry
  /** YYYYMMDDHHII */
  readonly digits: string
  /** What comes behind. */
  readonly suffix: string
  /** Minutes from Lagos's time to that of the id, by the nearer of both clocks. */
  readonly offset: number
  /** Both clocks, when it was sent. */
  readonly moments: readonly Millis[]
  /** Whether the date is of Lagos, by either clock. */
  readonly hasTodaysDate: boolean
}

/** The request ids of purchases, in the order in which they were sent. Others are 085, and VTpass says so. */
export function datedRequestIds(purchases: Iterable<Purchase>): Dated[] {
  return [...purchases].flatMap(({ requestId, exchanges }) => {
    const entry = exchanges[0]?.entry
    const said = minuteSaid(requestId)
    if (entry === undefined || said === null) return []
    const moments = [Date.parse(entry.at), Date.parse(entry.wallAt)]
    const digits = requestId.slice(0, 12)
    return [
      {
        requestId,
        entry,
        digits,
        suffix: requestId.slice(12),
        offset: offsetOf(said, moments),
        moments,
        hasTodaysDate: moments.some((moment) => lagosDate(moment) === digits.slice(0, 8)),
      },
    ]
  })
}

const DATE_AND_TIME = /^(\d{4})(\d\d)(\d\d)([01]\d|2[0-3])([0-5]\d)/
const MINUTE_MS = 60_000
const LAGOS_AHEAD_MINUTES = 60

/** The minutes since 1970 that the id means, if it is of Lagos. */
function minuteSaid(requestId: string): number | null {
  const parts = DATE_AND_TIME.exec(requestId)
  if (parts === null) return null
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = parts.slice(1).map(Number)
  return Date.UTC(year, month - 1, day, hour, minute) / MINUTE_MS - LAGOS_AHEAD_MINUTES
}

function offsetOf(said: number, moments: readonly Millis[]): number {
  const offsets = moments.map((moment) => said - Math.floor(moment / MINUTE_MS))
  return offsets.reduce((nearest, other) => (Math.abs(other) < Math.abs(nearest) ? other : nearest))
}
