import { type ResellerCase, Skip, sources } from '../case.ts'
import { koboOf, nairaText } from '../money.ts'
import type { Customer, Stage } from '../stage.ts'
import type { Plan } from '../world.ts'

const group = 'cashback'
const source = sources.wallet

interface PricedPlan extends Plan {
  /** What the customer pays, in kobo. */
  readonly price: number
}

/** Plans of the stage's service whose code stands for one alone, cheapest first, with what the customer pays. */
async function pricedPlans(stage: Stage, customer: Customer): Promise<readonly PricedPlan[]> {
  const { serviceID } = stage.plan
  const { variations } = await stage.simulator.products.get(serviceID)
  const codes = variations.map(({ variation_code: code }) => code)
  const plans = variations
    .filter(({ variation_code: code }) => codes.indexOf(code) === codes.lastIndexOf(code))
    .map(({ variation_code: variation, variation_amount: amount }) => ({
      serviceID,
      variation,
      cost: koboOf(amount),
    }))
  const priced = await Promise.all(
    plans.map(async (plan) => ({ ...plan, price: (await stage.priceOf(customer.name, plan)) ?? 0 })),
  )
  return priced.filter(({ price }) => price > 0).toSorted((a, b) => a.price - b.price)
}

/** As dear as it has to be, and no dearer than VTpass's account can bear. */
const DEAREST = 10_000_000

/** Somebody with more cashback than the cheapest plan costs, and so much money: kobo, from the plan's price on. */
async function rich(stage: Stage, beyond: number): Promise<{ customer: Customer; plan: PricedPlan }> {
  const customer = await stage.customer(0)
  const plans = await pricedPlans(stage, customer)
  const [plan, dear] = [plans[0], plans.findLast(({ price }) => price <= DEAREST)]
  if (plan === undefined || dear === undefined) throw new Skip('the driver does not show what a plan costs')
  await stage.fund(customer, dear.price + plan.price + beyond)
  const recipient = stage.recipient()
  await stage.arrange(recipient, { fate: 'delivered' })
  await stage.buy(customer, { recipient, plan: dear })
  await stage.resolve()
  const { cashback } = await stage.balance(customer)
  if (cashback <= plan.price)
    throw new Skip('the reseller gives too little cashback to pay for a plan with it')
  return { customer, plan }
}

async function checkWallets(stage: Stage, customer: Customer, main: number, cashback: number): Promise<void> {
  const now = await stage.balance(customer)
  if (now.main === main && now.cashback === cashback) return
  stage.problem({
    field: 'balance',
    expected: `${nairaText(main)} and ${nairaText(cashback)} of cashback`,
    actual: `${nairaText(now.main)} and ${nairaText(now.cashback)} of cashback`,
    cost: 'A customer who asked for it does not spend the cashback, or money is taken in its place.',
  })
}

export const cashbackEdgeCases: readonly ResellerCase[] = [
  {
    name: 'cashback-pays-for-all',
    group,
    title:
      'Where there is enough of it, cashback pays the whole price, and gets all of it back after a failure',
    source,
    runs: 'together',
    run: async (stage) => {
      const { customer, plan } = await rich(stage, 0)
      const { main, cashback } = await stage.balance(customer)
      const recipient = stage.recipient()
      await stage.arrange(recipient, { fate: 'pending' })
      await stage.buy(customer, { recipient, plan, useCashback: true })
      await checkWallets(stage, customer, main, cashback - plan.price)
      await stage.settle(recipient, 'failed')
      await stage.resolve()
      await checkWallets(stage, customer, main, cashback)
    },
  },
  {
    name: 'cashback-counts-where-it-is-asked-for',
    group,
    title: 'Cashback makes up for money that is missing where the customer asks for it, and nowhere else',
    source,
    runs: 'together',
    run: async (stage) => {
      // One kobo is missing.
      const { customer, plan } = await rich(stage, -1)
      const recipient = stage.recipient()
      await stage.arrange(recipient, { fate: 'delivered' })
      await stage.buy(customer, { recipient, plan, mayBeTold: ['failed'] })
      const sent = await stage.simulator.journal.purchases({ recipient })
      if (sent.length > 0) {
        stage.problem({
          field: 'purchases at VTpass',
          expected: 'none: there is no money for it, and cashback was not asked for',
          actual: `${sent.length}`,
          cost: `${nairaText(plan.cost)} of the reseller’s is spent for a customer who has a kobo less.`,
        })
      }
      await stage.buy(customer, {
        recipient,
        plan,
        useCashback: true,
        mayBeTold: ['delivered', 'processing'],
      })
      await stage.resolve()
    },
  },
]
