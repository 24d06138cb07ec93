import { needsPlans, type ResellerCase, sources } from '../case.ts'
import { koboOf, nairaText } from '../money.ts'
import { checkMarkup, codeOf, SERVICE, shown, sold } from './price-probes.ts'

function priceCase(details: Omit<ResellerCase, 'group' | 'source' | 'runs'>): ResellerCase {
  // The list of plans is one for all customers.
  return { group: 'prices', source: sources.pricing, runs: 'alone', skip: needsPlans, ...details }
}

export const priceCases: readonly ResellerCase[] = [
  priceCase({
    name: 'price-edges',
    title:
      'Below ₦300 there is no markup; from ₦300 it is added and rounded down to a whole naira, and never below VTpass’s price',
    run: async (stage) => {
      const prices = await shown(stage, await stage.customer())
      checkMarkup(stage, prices, stage.driver.settings?.markup)
    },
  }),
  priceCase({
    name: 'price-shown-is-charged',
    title: 'What is shown is what is charged, to the kobo, on both sides of ₦300',
    run: async (stage) => {
      const customer = await stage.customer(100_000_000)
      const prices = await shown(stage, customer)
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
      const customer = await stage.customer()
      await shown(stage, customer)
      const { variations } = await simulator.products.get(SERVICE)
      const code = codeOf('999.99')
      const dearer = variations.map((plan) =>
        plan.variation_code === code ? { ...plan, variation_amount: '1400.00' } : plan,
      )
      await simulator.products.change(SERVICE, { variations: dearer })
      let price = 0
      const isFollowed = async () => {
        const plans = (await driver.plans?.(customer.name, SERVICE)) ?? []
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
  priceCase({
    name: 'friendlies-have-their-markup',
    title: 'Friendlies pay with their own markup, all others with theirs; where none is set, all pay alike',
    skip: (driver) =>
      driver.befriend === undefined ? 'the driver makes no friendly customers' : needsPlans(driver),
    run: async (stage) => {
      const { markup, friendlyMarkup = markup } = stage.driver.settings ?? {}
      const [friend, other] = [await stage.friend(), await stage.customer()]
      checkMarkup(stage, await shown(stage, friend), friendlyMarkup)
      checkMarkup(stage, await shown(stage, other), markup)
      for (const customer of [friend, other]) {
        const recipient = stage.recipient()
        await stage.arrange(recipient, { fate: 'delivered' })
        await stage.buy(customer, { recipient })
      }
      await stage.resolve()
    },
  }),
]
