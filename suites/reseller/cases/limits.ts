import { needsPlans, type ResellerCase, Skip, sources } from '../case.ts'
import { koboOf, nairaText } from '../money.ts'
import type { Stage } from '../stage.ts'
import { SUITE } from './late.ts'

const SERVICE = 'smile-direct'

interface Limits {
  readonly least: number
  readonly most: number
}

/** As VTpass lists them, in kobo. */
async function limitsAtVtpass({ simulator }: Stage): Promise<Limits> {
  const { baseUrl, account } = simulator
  const { apiKey, publicKey } = account
  const answer = await simulator.fetch(`${baseUrl}/services?identifier=data`, {
    headers: { 'user-agent': SUITE, 'api-key': apiKey, 'public-key': publicKey },
  })
  const { content }: { content: readonly Record<string, string>[] } = await answer.json()
  const { minimium_amount: least = '', maximum_amount: most = '' } =
    content.find(({ serviceID }) => serviceID === SERVICE) ?? {}
  return { least: koboOf(least), most: koboOf(most) }
}

export const limitCases: readonly ResellerCase[] = [
  {
    name: 'amounts-beyond-the-limits',
    group: 'prices',
    title: 'A plan without a price takes an amount from VTpass’s least to its most, and no other is sent',
    source: sources.pricing,
    runs: 'together',
    skip: needsPlans,
    run: async (stage) => {
      const { least, most } = await limitsAtVtpass(stage)
      const customer = await stage.customer(most * 2)
      const open = (await stage.driver.plans?.(customer.name, SERVICE))?.find(({ price }) => price === 0)
      if (open === undefined) throw new Skip('the reseller sells no plan without a price')
      const { variation } = open
      for (const [amount, isSold] of [
        [least - 1, false],
        [least, true],
        [most, true],
        [most + 1, false],
      ] as const) {
        const recipient = stage.recipient()
        await stage.arrange(recipient, { fate: 'delivered' })
        const plan = { serviceID: SERVICE, variation, cost: amount }
        const { told } = await stage.buy(customer, { recipient, plan, amount, price: amount })
        const sent = await stage.simulator.journal.purchases({ recipient })
        if ((told.word !== 'failed') === isSold && sent.length === Number(isSold)) continue
        stage.problem({
          field: 'amount',
          expected: `${nairaText(amount)} is ${isSold ? 'sold' : 'refused, and not sent'}`,
          actual: `${told.word}, and sent ${sent.length} times`,
          cost: isSold
            ? `A sale of ${nairaText(amount)} is turned away.`
            : `The customer pays ${nairaText(amount)}, and VTpass refuses it.`,
        })
      }
      await stage.resolve()
    },
  },
]
