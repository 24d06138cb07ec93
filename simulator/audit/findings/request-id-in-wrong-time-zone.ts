import type { Millis } from '../../engine/time.ts'
import type { Dossier } from '../dossier.ts'
import type { Found } from '../found.ts'
import type { Dated } from '../request-ids.ts'

/** How far an id may be from the time at which it is sent, in minutes: it is made a little earlier. */
const TOLERANCE = 3
const UTC_OFFSET = -60
/** No zone is farther from Lagos: UTC−12 and UTC+14. */
const FARTHEST = 13 * 60

/**
 * Request ids whose first twelve digits are the time of another zone. UTC is told by one id. Another zone is told by two
 * of different minutes or by a date that is not today's, since VTpass lets the hour and minute be any. Most of all ids
 * must agree: a caller that knows Lagos sends an id late now and then, and one that makes the hour up agrees with nothing.
 */
export function requestIdInWrongTimeZone({ dated }: Dossier): Found[] {
  return [...Map.groupBy(dated, zoneOffset)].flatMap(([offset, ids]) => {
    if (!isAnotherZone(offset, ids, dated.length)) return []
    return [
      {
        name: 'request-id-in-wrong-time-zone',
        detail: `${ids.length} of ${dated.length} request ids have a time that is ${inWords(offset)}.`,
        requestIds: ids.map(({ requestId }) => requestId),
        entries: ids.map(({ entry }) => entry),
      },
    ]
  })
}

/** The distance from Lagos's time as a whole number of half hours, in minutes; null where it is none. */
function zoneOffset({ offset, digits, moments, hasTodaysDate }: Dated): number | null {
  // A date with the hour and minute left at zero tells a zone by its date alone.
  if (digits.endsWith('0000')) {
    const isOfUtc = !hasTodaysDate && moments.some((moment) => utcDate(moment) === digits.slice(0, 8))
    return isOfUtc ? UTC_OFFSET : null
  }
  const nearest = Math.round(offset / 30) * 30
  return Math.abs(offset - nearest) <= TOLERANCE && Math.abs(nearest) <= FARTHEST ? nearest : null
}

function utcDate(moment: Millis): string {
  return new Date(moment).toISOString().slice(0, 10).replaceAll('-', '')
}

function isAnotherZone(offset: number | null, ids: readonly Dated[], total: number): offset is number {
  if (offset === null || offset === 0 || ids.length * 2 <= total) return false
  if (offset === UTC_OFFSET) return true
  const hasMoved = new Set(ids.map(({ digits }) => digits)).size > 1
  return hasMoved || (offset % 60 === 0 && ids.some(({ hasTodaysDate }) => !hasTodaysDate))
}

function inWords(offset: number): string {
  const hours = Math.abs(offset) / 60
  const zone = offset === UTC_OFFSET ? ' (it is UTC)' : ''
  return `${hours} ${hours === 1 ? 'hour' : 'hours'} ${offset < 0 ? 'behind' : 'ahead of'} Lagos's${zone}`
}
