import type { ResellerCase } from '../case.ts'
import { koboOf } from '../money.ts'

const services = [
  'mtn-data',
  'airtel-data',
  'glo-data',
  'etisalat-data',
  'smile-direct',
  'spectranet',
  'glo-sme-data',
] as const

/** Every service has answers of its own kind: amounts that are texts or numbers, cards, another list of plans. */
export const productCases: readonly ResellerCase[] = services.flatMap((serviceID) =>
  (['delivered', 'pending'] as const).map(
    (fate): ResellerCase => ({
      name: `${serviceID}-${fate === 'delivered' ? 'is-sold' : 'is-found-by-requery'}`,
      group: 'every service',
      title:
        fate === 'delivered'
          ? `${serviceID} is sold, and what VTpass answers is read, whatever the types of its amounts`
          : `${serviceID} that was pending is found delivered by a requery, whose amounts have other types`,
      source: 'VTpass Data API Documentation, "Service IDs"',
      runs: 'together',
      run: async (stage) => {
        const { variations } = await stage.simulator.products.get(serviceID)
        const plan = variations
          .map(({ variation_code: variation, variation_amount }) => ({
            serviceID,
            variation,
            cost: koboOf(variation_amount),
          }))
          // A commission with kobo is rounded in a requery, and only there.
          .toSorted((a, b) => Number(b.cost % 100 !== 0) - Number(a.cost % 100 !== 0))
          .find(
            ({ cost, variation }) =>
              cost >= 30_000 && variations.filter((other) => other.variation_code === variation).length === 1,
          )
        if (plan === undefined) return
        const customer = await stage.customer(plan.cost * 3)
        const recipient = stage.recipient()
        await stage.arrange(recipient, { fate })
        await stage.buy(customer, {
          recipient,
          plan,
          mayBeTold: fate === 'delivered' ? ['delivered', 'processing'] : ['processing', 'unclear'],
        })
        if (fate === 'pending') await stage.settle(recipient, 'delivered')
        await stage.resolve()
        if ((await stage.atVtpass(recipient)).length === 0) {
          stage.problem({
            field: 'purchases at VTpass',
            expected: 'one',
            actual: 'none: the reseller has not sent it, or not as VTpass wants it',
            cost: 'A service that is offered cannot be bought.',
          })
        }
      },
    }),
  ),
)
