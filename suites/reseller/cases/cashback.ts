import { type ResellerCase, Skip, sources } from '../case.ts'
import { nairaText } from '../money.ts'
import type { Customer, Stage } from '../stage.ts'

/** A customer with cashback, earned by buying: there is no other way to it. */
async function withCashback(stage: Stage): Promise<{ customer: Customer; main: number; cashback: number }> {
  const customer = await stage.customer()
  const recipient = stage.recipient()
  await stage.arrange(recipient, { fate: 'delivered' })
  await stage.buy(customer, { recipient })
  await stage.resolve()
  const { main, cashback } = await stage.balance(customer)
  if (cashback === 0) throw new Skip('the reseller gives no cashback for data')
  return { customer, main, cashback }
}

function cashbackCase(details: Omit<ResellerCase, 'group' | 'source' | 'runs'>): ResellerCase {
  return { group: 'cashback', source: sources.wallet, runs: 'together', ...details }
}

async function checkWallets(stage: Stage, customer: Customer, main: number, cashback: number, cost: string) {
  const now = await stage.balance(customer)
  if (now.main === main && now.cashback === cashback) return
  stage.problem({
    field: 'balance',
    expected: `${nairaText(main)} and ${nairaText(cashback)} of cashback`,
    actual: `${nairaText(now.main)} and ${nairaText(now.cashback)} of cashback`,
    cost,
  })
}

function goesBack(
  name: string,
  title: string,
  becomes: 'failed' | 'reversed' | 'failed-at-once',
  skip?: ResellerCase['skip'],
): ResellerCase {
  return cashbackCase({
    name,
    title,
    ...(skip === undefined ? {} : { skip }),
    run: async (stage) => {
      const { customer, main, cashback } = await withCashback(stage)
      const recipient = stage.recipient()
      const fate =
        becomes === 'failed-at-once' ? 'failed' : becomes === 'failed' ? 'pending' : ('delivered' as const)
      await stage.arrange(recipient, { fate })
      const { plan } = await stage.buy(customer, { recipient, useCashback: true })
      if (becomes !== 'failed-at-once') await stage.settle(recipient, becomes)
      await stage.resolve()
      await checkWallets(
        stage,
        customer,
        main,
        cashback,
        `Both wallets get back what each has paid: of ${nairaText(plan.cost)}, cashback came out of one and money out of the other.`,
      )
    },
  })
}

export const cashbackCases: readonly ResellerCase[] = [
  cashbackCase({
    name: 'cashback-is-split',
    title: 'The cashback wallet pays first, the main wallet the rest',
    run: async (stage) => {
      const { customer, main, cashback } = await withCashback(stage)
      const recipient = stage.recipient()
      await stage.arrange(recipient, { fate: 'pending' })
      const { price, order } = await stage.buy(customer, { recipient, useCashback: true })
      const books = await stage.transactions(customer)
      const amount = price ?? books.find(({ requestId }) => requestId === order.requestId)?.amount ?? 0
      const fromCashback = Math.min(cashback, amount)
      await checkWallets(
        stage,
        customer,
        main - (amount - fromCashback),
        cashback - fromCashback,
        'A customer who asked for it does not spend the cashback, or spends it twice.',
      )
      await stage.settle(recipient, 'delivered')
      await stage.resolve()
    },
  }),
  cashbackCase({
    name: 'cashback-is-left-alone',
    title: 'Who does not ask for it pays nothing out of the cashback wallet',
    run: async (stage) => {
      const { customer, cashback } = await withCashback(stage)
      const recipient = stage.recipient()
      await stage.arrange(recipient, { fate: 'pending' })
      await stage.buy(customer, { recipient })
      const now = await stage.balance(customer)
      if (now.cashback !== cashback) {
        stage.problem({
          field: 'balance.cashback',
          expected: nairaText(cashback),
          actual: nairaText(now.cashback),
          cost: `${nairaText(Math.abs(cashback - now.cashback))} of cashback moved that nobody asked to move.`,
        })
      }
      await stage.settle(recipient, 'delivered')
      await stage.resolve()
    },
  }),
  goesBack('cashback-is-refunded', 'What fails gives back to each wallet what it has paid', 'failed-at-once'),
  goesBack(
    'cashback-is-refunded-after-a-doubt',
    'What fails after a doubt gives back to each wallet what it has paid',
    'failed',
  ),
  goesBack(
    'cashback-is-refunded-after-a-reversal',
    'What is reversed gives back to each wallet what it has paid, and takes back what it had earned',
    'reversed',
    ({ webhookUrl, clock }) =>
      webhookUrl === undefined && clock === undefined
        ? 'the driver names no address for webhooks, and cannot move the reseller’s clock'
        : null,
  ),
  cashbackCase({
    name: 'cashback-is-earned-by-deliveries-alone',
    title: 'A failure earns nothing, and a delivery earns once, however often it is told',
    run: async (stage) => {
      const { customer, cashback } = await withCashback(stage)
      const recipient = stage.recipient()
      await stage.arrange(recipient, { fate: 'failed' })
      await stage.buy(customer, { recipient })
      const [first] = stage.purchases
      if (first !== undefined) await stage.again(first)
      await stage.resolve()
      const now = await stage.balance(customer)
      if (now.cashback !== cashback) {
        stage.problem({
          field: 'balance.cashback',
          expected: nairaText(cashback),
          actual: nairaText(now.cashback),
          cost: `${nairaText(now.cashback - cashback)} of cashback is given away for nothing.`,
        })
      }
    },
  }),
  cashbackCase({
    name: 'cashback-is-earned-in-its-own-wallet',
    title: 'What a delivery earns goes to the cashback wallet, and is no money',
    run: async (stage) => {
      const customer = await stage.customer()
      const recipient = stage.recipient()
      await stage.arrange(recipient, { fate: 'delivered' })
      await stage.buy(customer, { recipient })
      await stage.resolve()
      const [bought] = await stage.transactions(customer)
      if (bought === undefined || bought.earned === 0)
        throw new Skip('the reseller gives no cashback for data')
      const main = customer.funded - bought.amount
      await checkWallets(
        stage,
        customer,
        main,
        bought.earned,
        `${nairaText(bought.earned)} a sale can be taken out as money, or is not there to be spent.`,
      )
    },
  }),
]
