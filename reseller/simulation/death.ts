import type { Luck } from './luck.ts'
import { type Point, placeOf } from './scheduler.ts'

/** Where a process dies: at the first point of this name, at the turn that the seed draws, or nowhere. */
export type Crash = { readonly label: string } | 'as the seed says' | 'never'

/** The one death of a schedule. */
export interface Death {
  diesAt(point: Point, turn: number): boolean
  /** The name of the point; null where nothing has died yet. */
  place(): string | null
  /** What the seed drew was later than everything else: then it dies at rest. */
  comesAtRest(): boolean
  /** Every point that a process reached. */
  readonly labels: ReadonlySet<string>
}

export function createDeath(crash: Crash, luck: Luck): Death {
  const labels = new Set<string>()
  const strikes = strikesOf(crash, luck)
  let place: string | null = null
  return {
    labels,
    place: () => place,
    diesAt(point, turn) {
      labels.add(placeOf(point))
      if (place !== null || !strikes(point, turn)) return false
      place = placeOf(point)
      return true
    },
    comesAtRest() {
      if (place !== null || crash !== 'as the seed says') return false
      place = 'at rest'
      return true
    },
  }
}

/** Money moves in the early turns: more than half of the deaths fall there. */
function strikesOf(crash: Crash, luck: Luck): Death['diesAt'] {
  if (crash === 'never') return () => false
  if (crash !== 'as the seed says') return (point) => placeOf(point) === crash.label
  const fatal = luck.between(1, luck.chance(0.6) ? 60 : 250)
  return (_, turn) => turn === fatal
}
