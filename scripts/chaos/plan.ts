import type { Luck } from './luck.ts'

/** A plan of data that is for sale, as a customer sees it. */
export interface Plan {
  readonly serviceID: string
  readonly variation: string
  /** What is shown, in kobo. */
  readonly price: number
}

/** A purchase that a customer wants, and how its program asks for it. */
export interface Wanted {
  readonly customer: string
  readonly requestId: string
  readonly plan: Plan
  readonly recipient: string
  readonly usesCashback: boolean
  /** How many programs of the customer ask for it at the same moment. */
  readonly twins: number
  /** How many of the first attempts hang up before they can have heard, and after how many milliseconds. */
  readonly hangUps: number
  readonly hangUpMs: number
}

export const customers: readonly [string, ...string[]] = [
  'ada',
  ...['bayo', 'chidi', 'dayo', 'efe', 'femi', 'gozie', 'hadiza', 'ife', 'jide'],
]

/** What is wanted, in its order. */
export function planPurchases(
  count: number,
  plans: readonly [Plan, ...Plan[]],
  luck: Luck,
): readonly Wanted[] {
  return Array.from({ length: count }, (_, index) => ({
    customer: luck.oneOf(customers),
    requestId: `chaos-${index + 1}`,
    plan: luck.oneOf(plans),
    recipient: `080${String(10_000_000 + luck.below(89_999_999))}`,
    usesCashback: luck.fraction() < 0.3,
    twins: luck.fraction() < 0.15 ? 2 + luck.below(3) : 1,
    hangUps: luck.fraction() < 0.1 ? 1 + luck.below(2) : 0,
    hangUpMs: luck.below(120),
  }))
}
