import type { Millis } from '../../engine/time.ts'
import type { Dossier } from '../dossier.ts'
import type { Exchange } from '../exchange.ts'
import type { Found } from '../found.ts'

/** So many requeries of one purchase within so long are still patience. */
const MOST = 10
const WITHIN_MS = 60_000

/**
 * More than ten requeries of one purchase within a minute, by both clocks: a frozen clock makes everything happen at
 * once, and a clock that is moved makes an hour of a second.
 */
export function hammeredRequery({ requeries }: Dossier): Found[] {
  return [...requeries].flatMap(([requestId, asked]) => {
    const burst = longestBurst(asked)
    if (burst.length <= MOST) return []
    return [
      {
        name: 'hammered-requery',
        detail: `${requestId} was requeried ${burst.length} times within a minute.`,
        requestIds: [requestId],
        entries: burst.map(({ entry }) => entry),
      },
    ]
  })
}

function longestBurst(asked: readonly Exchange[]): readonly Exchange[] {
  if (asked.length <= MOST) return []
  const moments = asked.map((exchange) => ({ at: exchange.at, wall: Date.parse(exchange.entry.wallAt) }))
  let longest = { from: 0, to: 0 }
  let from = 0
  for (const [to, latest] of moments.entries()) {
    while (!isWithin(moments[from], latest)) from += 1
    if (to - from > longest.to - longest.from) longest = { from, to }
  }
  return asked.slice(longest.from, longest.to + 1)
}

interface BothClocks {
  readonly at: Millis
  readonly wall: Millis
}

function isWithin(earlier: BothClocks | undefined, later: BothClocks): boolean {
  if (earlier === undefined) return true
  return Math.abs(later.at - earlier.at) < WITHIN_MS && Math.abs(later.wall - earlier.wall) < WITHIN_MS
}
