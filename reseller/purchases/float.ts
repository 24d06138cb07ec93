import { type Kobo, kobo, minus, plus } from '../pricing/kobo.ts'

/**
 * The money that the house has at VTpass, as far as it is known: the balance that VTpass told, less what may have been taken
 * since. Moments are milliseconds since 1970. What was heard long ago counts for nothing, so that no odd answer stops the
 * sales for good.
 */
export interface Float {
  /** What VTpass told, asked at `toldAt`; null before it did. */
  readonly balance: Kobo | null
  readonly toldAt: number
  readonly askedAt: number | null
  /** The costs of the purchases that are under way. */
  readonly underWay: Kobo
  /** The costs of those that may have been taken from `balance` since. */
  readonly spent: Kobo
  /** The same, of the balance that is being asked for. */
  readonly spentSinceAsked: Kobo
  /** When VTpass last refused a purchase since its balance there was too low; null where it has told that since. */
  readonly lowSince: number | null
  /** A purchase was refused here for it, and the balance was not asked for since. */
  readonly isWanted: boolean
}

const nothing = kobo(0)

export const unknownFloat: Float = {
  balance: null,
  toldAt: 0,
  askedAt: null,
  underWay: nothing,
  spent: nothing,
  spentSinceAsked: nothing,
  lowSince: null,
  isWanted: false,
}

export function isTooLow(float: Float, cost: Kobo, at: number, countsForMs: number): boolean {
  const counts = (moment: number) => at >= moment && at - moment < countsForMs
  if (float.lowSince !== null && counts(float.lowSince)) return true
  const { balance, toldAt, spent } = float
  return balance !== null && counts(toldAt) && minus(balance, spent) < cost
}

export function wanted(float: Float): Float {
  return { ...float, isWanted: true }
}

export function began(float: Float, cost: Kobo): Float {
  return {
    ...float,
    underWay: plus(float.underWay, cost),
    spent: plus(float.spent, cost),
    spentSinceAsked: plus(float.spentSinceAsked, cost),
  }
}

/** @param isTaken whether VTpass has taken the money, or may have */
export function ended(float: Float, cost: Kobo, isTaken: boolean): Float {
  const underWay = minus(float.underWay, cost)
  if (isTaken) return { ...float, underWay }
  const { spent, spentSinceAsked } = float
  return { ...float, underWay, spent: minus(spent, cost), spentSinceAsked: minus(spentSinceAsked, cost) }
}

/** VTpass is being asked for its balance: it may or may not count what is under way. */
export function asked(float: Float, at: number): Float {
  return { ...float, askedAt: at, spentSinceAsked: float.underWay, isWanted: false }
}

/** VTpass told the balance that it was last asked for. */
export function told(float: Float, balance: Kobo): Float {
  const { askedAt, lowSince, spentSinceAsked } = float
  if (askedAt === null) return float
  const isOldNews = lowSince !== null && lowSince >= askedAt
  return {
    ...float,
    balance,
    toldAt: askedAt,
    spent: spentSinceAsked,
    lowSince: isOldNews ? lowSince : null,
  }
}

/** VTpass refused a purchase with 018. */
export function foundLow(float: Float, at: number): Float {
  return { ...float, lowSince: at, isWanted: true }
}
