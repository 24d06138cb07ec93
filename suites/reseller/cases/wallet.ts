import { needsClock, needsPlans, type ResellerCase, sources } from '../case.ts'
import { nairaText } from '../money.ts'
import { withoutCallbacks } from './webhook-case.ts'

const DAY_S = 86_400

export const walletCases: readonly ResellerCase[] = [
  {
    name: 'held-money-is-not-spent-twice',
    group: 'the wallet',
    title: 'What is held for a doubt buys nothing else, and is there again after a failure',
    source: sources.wallet,
    runs: 'together',
    skip: needsPlans,
    run: async (stage) => {
      const rich = await stage.customer(0)
      const price = (await stage.priceOf(rich.name, stage.plan)) ?? stage.plan.cost
      const customer = await stage.customer(price)
      const [first, second] = [stage.recipient(), stage.recipient()]
      await stage.arrange(first, { fate: 'pending' })
      await stage.arrange(second, { fate: 'delivered' })
      const { order } = await stage.buy(customer, { recipient: first })
      const listed = (await stage.transactions(customer)).find(
        ({ requestId }) => requestId === order.requestId,
      )
      if (listed?.status !== 'pending') {
        stage.problem({
          field: 'transactions',
          expected: `${order.requestId}, pending`,
          actual: listed?.status ?? 'no such purchase',
          cost: `The customer sees ${nairaText(price)} gone, and nothing that it went for.`,
        })
      }
      const { main, held } = await stage.balance(customer)
      if (main !== 0 || (held !== null && held !== price)) {
        stage.problem({
          field: 'balance',
          expected: `${nairaText(0)}, and ${nairaText(price)} held`,
          actual: `${nairaText(main)}, and ${nairaText(held ?? 0)} held`,
          cost: `${nairaText(price)} in doubt can be spent a second time: VTpass delivers both.`,
        })
      }
      await stage.buy(customer, { recipient: second, mayBeTold: ['failed'] })
      await stage.settle(first, 'failed')
      await stage.resolve()
      await stage.buy(customer, { recipient: second, mayBeTold: ['delivered', 'processing'] })
      await stage.resolve()
    },
  },
  {
    name: 'amount-of-the-customer-is-no-price',
    group: 'the wallet',
    title: 'What the customer’s program says that a plan costs is not what it costs',
    source: sources.pricing,
    runs: 'together',
    run: async (stage) => {
      const customer = await stage.customer()
      for (const amount of [100, 1, 10_000_000, -100_000]) {
        const recipient = stage.recipient()
        await stage.arrange(recipient, { fate: 'delivered' })
        await stage.buy(customer, { recipient, amount })
      }
      await stage.resolve()
      for (const { amount } of await stage.transactions(customer)) {
        if (amount >= stage.plan.cost && amount < 10_000_000) continue
        stage.problem({
          field: 'transactions.amount',
          expected: `the price of a plan for ${nairaText(stage.plan.cost)}`,
          actual: `${nairaText(amount)}, as the customer’s program said`,
          cost: `Anybody buys data for ₦1.00: ${nairaText(stage.plan.cost - 100)} is lost each time.`,
        })
      }
    },
  },
  {
    name: 'payment-that-is-told-twice',
    group: 'the wallet',
    title: 'A payment that is told twice under its one reference is paid in once',
    source: sources.wallet,
    runs: 'together',
    skip: ({ pay }) => (pay === undefined ? 'the driver names no reference of a payment' : null),
    run: async (stage) => {
      const customer = await stage.customer()
      const reference = stage.names.request()
      await Promise.all(Array.from({ length: 3 }, () => stage.driver.pay?.(customer.name, 12_345, reference)))
      await stage.driver.pay?.(customer.name, 12_345, reference)
      customer.funded += 12_345
    },
  },
  {
    name: 'pending-for-two-days',
    group: 'the wallet',
    title:
      'No timer refunds: what is pending for two days is still in doubt, and charged when it is delivered',
    source: sources.processing,
    runs: 'alone',
    skip: needsClock,
    run: async (stage) => {
      const customer = await stage.customer()
      const recipient = stage.recipient()
      await stage.arrange(recipient, { fate: 'pending' })
      const { order, price, plan } = await stage.buy(customer, { recipient })
      // Without a tick each step waits by the clock on the wall.
      const steps = stage.driver.tick === undefined ? 8 : 48
      for (let step = 0; step < steps; step += 1) await stage.time.pass((2 * DAY_S) / steps)
      const books = await stage.transactions(customer)
      const status = books.find(({ requestId }) => requestId === order.requestId)?.status
      if (status !== 'pending') {
        stage.problem({
          field: 'transactions.status',
          expected: 'pending, as at VTpass',
          actual: `${status ?? 'nothing'} after two days`,
          cost: `${nairaText(price ?? plan.cost)} changes hands because time has passed, and VTpass delivers afterwards.`,
        })
      }
      // No webhook tells of it: whoever has stopped asking never learns it.
      await withoutCallbacks(stage, async () => {
        await stage.settle(recipient, 'delivered')
        await stage.resolve()
      })
    },
  },
  {
    name: 'people-are-told',
    group: 'the wallet',
    title: 'An empty wallet at VTpass, and keys that it refuses, are told to the reseller’s people',
    source: sources.codes,
    runs: 'alone',
    skip: ({ alerts }) => (alerts === undefined ? 'the driver does not show what people are told' : null),
    run: async (stage) => {
      const customer = await stage.customer()
      for (const code of ['018', '087'] as const) {
        const recipient = stage.recipient()
        await stage.arrange(recipient, { fate: `code-${code}` })
        // The code may have been told of before, about something else.
        const before = new Set(await stage.driver.alerts?.())
        await stage.buy(customer, { recipient })
        const told = ((await stage.driver.alerts?.()) ?? []).filter((line) => !before.has(line))
        if (told.some((line) => line.includes(code))) continue
        stage.problem({
          field: 'alerts',
          expected: `an alert about ${code}`,
          actual: told.join('; ') || 'none',
          cost: 'Every sale fails until somebody sees it: 226 in a row over four weeks were seen.',
        })
      }
      await stage.resolve()
    },
  },
]
