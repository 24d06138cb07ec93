import type { ControlledSimulator, Product } from '../../simulator/index.ts'
import type { ResellerDriver } from './driver.ts'
import { koboOf } from './money.ts'
import type { Time } from './time.ts'

/** What all cases have in common. */
export interface World {
  readonly driver: ResellerDriver
  readonly simulator: ControlledSimulator
  readonly time: Time
  /** The plan that is bought where it does not matter which. */
  readonly plan: Plan
  /** Names that nobody has used before: of customers, recipients and requests. */
  readonly names: Names
  /** What a customer pays for a plan, in kobo; null where the driver does not show it. */
  priceOf(customer: string, plan: Plan): Promise<number | null>
}

export interface Plan {
  readonly serviceID: string
  readonly variation: string
  /** VTpass's price, in kobo. */
  readonly cost: number
}

export interface Names {
  customer(): string
  /** A phone number of 11 digits, which is none of VTpass's test numbers. */
  recipient(): string
  request(): string
}

/** The same seed gives the same names, but for the moment of the run: a reseller remembers the run before. */
export function namesOf(seed: number, startedAt: Date): Names {
  const run = `${seed.toString(36)}-${startedAt.getTime().toString(36)}`
  let customers = 0
  let requests = 0
  let recipients = (Math.floor(startedAt.getTime() / 1000) * 7_919 + seed * 104_729) % 10_000_000
  return {
    customer: () => `check-${run}-${++customers}`,
    request: () => `check-${run}-r${++requests}`,
    recipient: () => {
      recipients = (recipients + 1) % 10_000_000
      return `0803${String(recipients).padStart(7, '0')}`
    },
  }
}

/** Where a markup is added, and not so dear that it matters. */
const LEAST = 30_000
const MOST = 200_000

/** A plan of VTpass's own list whose price has no decimals, and whose code stands for one plan alone. */
export function ordinaryPlan({ serviceID, variations }: Product): Plan {
  const listed = variations.map(({ variation_code: variation, variation_amount }) => ({
    serviceID,
    variation,
    cost: koboOf(variation_amount),
  }))
  const plan = listed.find(
    ({ variation, cost }) =>
      cost >= LEAST &&
      cost <= MOST &&
      cost % 100 === 0 &&
      listed.filter((other) => other.variation === variation).length === 1,
  )
  if (plan === undefined) throw new Error(`${serviceID} has no plan from ₦300 to ₦2,000`)
  return plan
}

/** Asks once for each customer and service: what is shown is what is charged. */
export function pricesOf({ plans }: ResellerDriver): World['priceOf'] {
  const lists = new Map<string, ReturnType<NonNullable<ResellerDriver['plans']>>>()
  return async (customer, { serviceID, variation }) => {
    if (plans === undefined) return null
    const key = `${customer} ${serviceID}`
    const list = lists.get(key) ?? plans(customer, serviceID)
    lists.set(key, list)
    return (await list).find((plan) => plan.variation === variation)?.price ?? null
  }
}
