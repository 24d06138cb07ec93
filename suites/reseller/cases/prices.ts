import { needsPlans, type ResellerCase, Skip, sources } from '../case.ts'
import { koboOf, nairaText } from '../money.ts'
import type { Stage } from '../stage.ts'

/** Edges of a price: below and at the limit of the markup, with kobo, and so dear that the markup shows to the thousandth. */
const probes = ['0.50', '100.00', '299.99', '300.00', '300.01', '333.33', '510.50', '999.99', '100000.00']
/** Where a markup is added. */
const FREE_BELOW = 30_000
const SERVICE = 'etisalat-data'
const codeOf = (price: string) => `check-${price.replace('.', '-')}`

/** VTpass lists codes twice, and sells the first. */
const TWICE = { variation: 'check-twice', first: '400.00', second: '800.00' } as const
/** Every code that is bought, with VTpass's price. */
const sold: readonly (readonly [string, string])[] = [
  ...probes.map((price) => [codeOf(price), price] as const),
  [TWICE.variation, TWICE.first],
]

/** Adds the plans to VTpass's list, and gives what the customer is shown for them. */
async function shown(stage: Stage): Promise<ReadonlyMap<string, number>> {
  const { simulator, driver, time } = stage
  const { variations } = await simulator.products.get(SERVICE)
  const listed = [...sold, [TWICE.variation, TWICE.second] as const]
  const added = listed.map(([code, price]) => ({
    variation_code: code,
    name: `A plan for N${price}`,
    variation_amount: price,
    fixedPrice: 'Yes' as const,
  }))
  const kept = variations.filter(({ variation_code: code }) => !code.startsWith('check-'))
  await simulator.products.change(SERVICE, { variations: [...kept, ...added] })
  const { name } = await stage.customer()
  const list = async () => (await driver.plans?.(name, SERVICE)) ?? []
  const isThere = async () => (await list()).some(({ variation }) => variation === codeOf('300.00'))
  if (!(await time.until(isThere, 7_200))) {
    stage.problem({
      field: 'plans',
      expected: 'the plans that VTpass lists now',
      actual: 'a list that does not follow VTpass’s',
      cost: 'Each plan whose price has changed is sold at the old one, or is refused after the customer has paid.',
    })
    throw new Skip('the reseller does not show the plans that were added')
  }
  // The first of a code counts.
  return new Map((await list()).toReversed().map(({ variation, price }) => [variation, price]))
}

/** By how much the dearest one is raised: from so many millionths up to, but without, the next. */
function markupOf(prices: ReadonlyMap<string, number>): { readonly from: number; readonly to: number } {
  const dearest = prices.get(codeOf('100000.00')) ?? 0
  const from = Math.max(dearest - 10_000_000, 0) / 10_000_000
  return { from, to: from + 100 / 10_000_000 }
}

function priceCase(details: Omit<ResellerCase, 'group' | 'source' | 'runs' | 'skip'>): ResellerCase {
  // The list of plans is one for all customers.
  return { group: 'prices', source: sources.pricing, runs: 'alone', skip: needsPlans, ...details }
}

export const priceCases: readonly ResellerCase[] = [
  priceCase({
    name: 'price-edges',
    title:
      'Below ₦300 there is no markup; from ₦300 it is added and rounded down to a whole naira, and never below VTpass’s price',
    run: async (stage) => {
      const prices = await shown(stage)
      const exact = stage.driver.settings?.markup
      const markup = exact === undefined ? markupOf(prices) : { from: exact / 100, to: exact / 100 }
      for (const [code, probe] of sold) {
        const cost = koboOf(probe)
        const price = prices.get(code) ?? 0
        const [least, most] = boundsOf(cost, markup)
        if (price >= least && price <= most) continue
        stage.problem({
          field: `variation_amount of a plan for ${nairaText(cost)}`,
          expected: least === most ? nairaText(least) : `${nairaText(least)} to ${nairaText(most)}`,
          actual: nairaText(price),
          cost: `${nairaText(Math.abs(price - least))} ${price < least ? 'is lost by the reseller' : 'too much is paid by the customer'} with each sale.`,
        })
      }
    },
  }),
  priceCase({
    name: 'price-shown-is-charged',
    title: 'What is shown is what is charged, to the kobo, on both sides of ₦300',
    run: async (stage) => {
      const prices = await shown(stage)
      const customer = await stage.customer(100_000_000)
      for (const [variation, probe] of sold) {
        const plan = { serviceID: SERVICE, variation, cost: koboOf(probe) }
        if (!prices.has(plan.variation)) continue
        const recipient = stage.recipient()
        await stage.arrange(recipient, { fate: 'delivered' })
        await stage.buy(customer, { recipient, plan })
      }
      await stage.resolve()
      for (const { order, price } of stage.purchases) {
        const [there] = await stage.atVtpass(order.recipient)
        if (there?.total == null || price === null || koboOf(there.total) <= price) continue
        stage.problem({
          field: 'price',
          expected: `at least ${nairaText(koboOf(there.total))}, what VTpass took`,
          actual: nairaText(price),
          cost: `${nairaText(koboOf(there.total) - price)} is lost with each sale.`,
        })
      }
    },
  }),
  priceCase({
    name: 'price-change-is-followed',
    title: 'When VTpass changes a price, the price that is shown and charged follows within two hours',
    run: async (stage) => {
      const { simulator, time, driver } = stage
      await shown(stage)
      const { variations } = await simulator.products.get(SERVICE)
      const code = codeOf('999.99')
      const dearer = variations.map((plan) =>
        plan.variation_code === code ? { ...plan, variation_amount: '1400.00' } : plan,
      )
      await simulator.products.change(SERVICE, { variations: dearer })
      const { name } = await stage.customer()
      let price = 0
      const isFollowed = async () => {
        const plans = (await driver.plans?.(name, SERVICE)) ?? []
        price = plans.find(({ variation }) => variation === code)?.price ?? 0
        return price >= 140_000
      }
      if (await time.until(isFollowed, 7_200)) return
      stage.problem({
        field: 'variation_amount',
        expected: 'at least ₦1,400.00, as VTpass takes now',
        actual: nairaText(price),
        cost: `${nairaText(140_000 - price)} is lost with each sale, until somebody sees it.`,
      })
    },
  }),
]

/** In whole kobo: from the least that the markup gives to the most. */
function boundsOf(cost: number, { from, to }: { from: number; to: number }): [number, number] {
  if (cost < FREE_BELOW) return [cost, cost]
  const floored = (markup: number) => Math.floor(Math.round(cost * (1 + markup) * 1_000) / 100_000) * 100
  const least = Math.ceil(cost / 100) * 100
  return [Math.max(floored(from), least), Math.max(floored(to), least)]
}
