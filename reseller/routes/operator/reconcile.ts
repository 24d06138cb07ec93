import { type Kobo, minus } from '../../pricing/kobo.ts'

/** The books at one moment. */
export interface Books {
  /** What is at VTpass. */
  readonly float: Kobo
  /** How many of its amounts were rounded to the kobo. */
  readonly rounded: number
  /** For open purchases: VTpass may have taken their cost, which is no more than this. */
  readonly held: Kobo
  readonly open: number
}

export interface Reconciled {
  /** VTpass's balance less the ledger's. */
  readonly difference: Kobo | null
  /** Whether open purchases and rounding can be all that stands between the two. */
  readonly isExplained: boolean | null
}

/**
 * Holds a balance that VTpass told between two looks at the books. What it had taken by then is booked, or open, by the second
 * look; what was booked by the first it had taken. So purchases that are settled meanwhile explain themselves.
 *
 * @param balance null where VTpass did not tell
 */
export function reconcile(before: Books, after: Books, balance: Kobo | null): Reconciled {
  if (balance === null) return { difference: null, isExplained: null }
  // Half a kobo each, and another half for the balance itself.
  const rounding = Math.ceil((after.rounded + 1) / 2)
  const least = after.float - after.held - rounding
  const most = Math.max(before.float, after.float) + rounding
  return { difference: minus(balance, after.float), isExplained: least <= balance && balance <= most }
}
