import type { Luck } from './luck.ts'
import { type Plan, plans } from './plans.ts'

/** Who buys. Each has money for some of what they want. */
export interface SimulatedCustomer {
  readonly id: string
  readonly kind: 'regular' | 'friendly'
  readonly hasWebhook: boolean
  /** Kobo. */
  readonly brings: number
}

/** One wish, and how often it is sent: again under the same request id, or altered under it. */
export interface Wish {
  readonly name: string
  readonly customer: SimulatedCustomer
  /** Null where the client sends none. */
  readonly requestId: string | null
  readonly plan: Plan
  readonly useCashback: boolean
  /** After the beginning, in milliseconds. */
  readonly afterMs: number
  /** After the answer; null for never. */
  readonly queriesAfterMs: number | null
}

export interface TopUp {
  readonly customer: string
  /** Whole naira. */
  readonly amount: number
  readonly reference: string
  readonly afterMs: number
}

/** All that happens to the reseller from outside, drawn before anything happens. */
export interface Plot {
  readonly customers: readonly SimulatedCustomer[]
  readonly wishes: readonly Wish[]
  readonly topUps: readonly TopUp[]
  /** After the beginning, in milliseconds. */
  readonly forgeriesAfterMs: readonly number[]
  /** Percent. */
  readonly cashback: string
  /** Whether VTpass leaves orders pending for ever. */
  readonly isSilent: boolean
  /** Of each statement. */
  readonly breaks: number
  readonly processes: 1 | 2
}

const MINUTE = 60_000

export function drawPlot(luck: Luck): Plot {
  const ada = { id: 'ada', kind: 'regular', hasWebhook: true, brings: luck.between(20, 160) * 1_000 } as const
  const bayo = {
    id: 'bayo',
    kind: 'friendly',
    hasWebhook: false,
    brings: luck.between(20, 250) * 1_000,
  } as const
  const customers = [ada, bayo] as const
  return {
    customers,
    wishes: times(luck.between(3, 6), (nth) => drawWish(luck, `wish${nth}`, luck.pick(customers))).flatMap(
      (wish) => repeated(luck, wish),
    ),
    topUps: times(luck.below(3), (nth) => drawTopUp(luck, nth, luck.pick(customers).id)).flatMap((topUp) =>
      luck.chance(0.5) ? [topUp, { ...topUp, afterMs: topUp.afterMs + luck.pick([0, 50, 5_000]) }] : [topUp],
    ),
    forgeriesAfterMs: times(luck.below(3), () => luck.between(0, 4 * MINUTE)),
    cashback: luck.pick(['0', '2', '50']),
    isSilent: luck.chance(0.04),
    breaks: luck.pick([0, 0, 1 / 60]),
    processes: luck.pick([1, 2]),
  }
}

function drawWish(luck: Luck, name: string, customer: SimulatedCustomer): Wish {
  return {
    name,
    customer,
    requestId: luck.chance(0.15) ? null : `${customer.id}-${name}`,
    plan: luck.pick(plans),
    useCashback: luck.chance(0.6),
    afterMs: luck.pick([0, 0, luck.below(3_000), luck.below(2 * MINUTE), luck.below(60 * MINUTE)]),
    queriesAfterMs: luck.chance(0.3) ? luck.pick([100, 6_000, 40_000]) : null,
  }
}

function repeated(luck: Luck, wish: Wish): Wish[] {
  if (wish.requestId === null) return [wish]
  const wishes = [wish]
  const again = () => wish.afterMs + luck.pick([0, 0, 500, 20_000, 15 * MINUTE])
  if (luck.chance(0.45)) wishes.push({ ...wish, name: `${wish.name}twin`, afterMs: again() })
  if (luck.chance(0.15)) {
    const plan = wish.plan === plans[0] ? plans[1] : plans[0]
    wishes.push({ ...wish, name: `${wish.name}altered`, plan, afterMs: again() })
  }
  return wishes
}

function drawTopUp(luck: Luck, nth: number, customer: string): TopUp {
  return {
    customer,
    amount: luck.between(1, 12) * 100,
    reference: `transfer-${nth}`,
    afterMs: luck.pick([0, luck.below(10_000), luck.below(10 * MINUTE)]),
  }
}

function times<Item>(count: number, make: (nth: number) => Item): Item[] {
  return Array.from({ length: count }, (_, index) => make(index + 1))
}
