import { type ResellerCase, sources } from '../case.ts'
import { nairaText } from '../money.ts'

const CUSTOMERS = 50
const EACH = 4
/** Twenty can pay for three, and thirty for two: 120 of 200. */
const WITH_THREE = 20

export const crowdCases: readonly ResellerCase[] = [
  {
    name: 'two-hundred-purchases-at-once',
    group: 'many at once',
    title: '50 customers buy 200 times at once, with money for exactly 120: 120 are sold',
    source: sources.wallet,
    runs: 'alone',
    run: async (stage) => {
      const rich = await stage.customer(1_000_000)
      const price = (await stage.priceOf(rich.name, stage.plan)) ?? (await paidFor(stage, rich))
      const customers = await Promise.all(
        Array.from({ length: CUSTOMERS }, (_, index) => stage.customer(price * (index < WITH_THREE ? 3 : 2))),
      )
      const wanted = customers.flatMap((customer) => Array.from({ length: EACH }, () => customer))
      const recipients = new Map(customers.map((customer) => [customer, stage.recipient()]))
      await Promise.all([...recipients.values()].map((one) => stage.arrange(one, { fate: 'delivered' })))
      await Promise.all(
        wanted.map((customer) => stage.buy(customer, { recipient: recipients.get(customer) ?? '' })),
      )
      await stage.resolve()
      const sold = await Promise.all([...recipients.values()].map((one) => stage.atVtpass(one)))
      const delivered = sold.flat().filter(({ status }) => status === 'delivered').length
      if (delivered !== 120) {
        stage.problem({
          field: 'purchases at VTpass',
          expected: '120 delivered',
          actual: `${delivered}`,
          cost:
            delivered > 120
              ? `${nairaText((delivered - 120) * stage.plan.cost)} of the reseller’s is spent on purchases that nobody could pay for.`
              : `${nairaText((120 - delivered) * price)} of sales is turned away.`,
        })
      }
    },
  },
  {
    name: 'one-wallet-at-once',
    group: 'many at once',
    title: 'One customer buys ten times at once with money for three: three are sold',
    source: sources.wallet,
    runs: 'together',
    run: async (stage) => {
      const rich = await stage.customer(1_000_000)
      const price = (await stage.priceOf(rich.name, stage.plan)) ?? (await paidFor(stage, rich))
      const customer = await stage.customer(price * 3)
      const recipient = stage.recipient()
      await stage.arrange(recipient, { fate: 'delivered' })
      await Promise.all(Array.from({ length: 10 }, () => stage.buy(customer, { recipient })))
      await stage.resolve()
      const sold = (await stage.atVtpass(recipient)).length
      if (sold !== 3) {
        stage.problem({
          field: 'purchases at VTpass',
          expected: '3',
          actual: `${sold}`,
          cost: `${nairaText(Math.abs(sold - 3) * stage.plan.cost)} ${sold > 3 ? 'is spent that the customer does not have' : 'of sales is turned away'}.`,
        })
      }
    },
  },
  {
    name: 'two-wallets-never-mix',
    group: 'many at once',
    title: 'What one customer buys, loses or gets back moves no other one’s money',
    source: sources.wallet,
    runs: 'together',
    run: async (stage) => {
      const [ada, chidi] = [await stage.customer(), await stage.customer()]
      const fates = ['delivered', 'failed', 'pending'] as const
      await Promise.all(
        [ada, chidi].flatMap((customer, index) =>
          fates.map(async (fate) => {
            const recipient = stage.recipient()
            await stage.arrange(recipient, { fate })
            await stage.buy(customer, { recipient })
            if (fate === 'pending') await stage.settle(recipient, index === 0 ? 'delivered' : 'failed')
          }),
        ),
      )
      await stage.resolve()
    },
  },
]

/** What a purchase has cost the customer, where nobody shows it before. */
async function paidFor(
  stage: Parameters<ResellerCase['run']>[0],
  customer: Parameters<typeof stage.buy>[0],
): Promise<number> {
  const recipient = stage.recipient()
  await stage.arrange(recipient, { fate: 'delivered' })
  await stage.buy(customer, { recipient })
  await stage.resolve()
  const { main, cashback } = await stage.balance(customer)
  const [bought] = await stage.transactions(customer)
  return customer.funded + (bought?.earned ?? 0) - main - cashback
}
