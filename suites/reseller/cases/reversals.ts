import { needsClock, needsWebhook, type ResellerCase, sources } from '../case.ts'
import { withoutCallbacks } from './webhook-case.ts'

const DAY_S = 86_400

export const reversalCases: readonly ResellerCase[] = [
  {
    name: 'delivered-then-reversed',
    group: 'reversals',
    title: 'What was delivered and is reversed is refunded once, by the webhook and the requery together',
    source: sources.status,
    runs: 'together',
    skip: ({ webhookUrl, clock }) =>
      webhookUrl === undefined && clock === undefined
        ? 'the driver names no address for webhooks, and cannot move the reseller’s clock'
        : null,
    run: async (stage) => {
      const customer = await stage.customer()
      const recipient = stage.recipient()
      await stage.arrange(recipient, { fate: 'delivered' })
      await stage.buy(customer, { recipient })
      await stage.resolve()
      await stage.settle(recipient, 'reversed')
      await stage.resolve()
    },
  },
  {
    name: 'reversal-whose-webhook-was-lost',
    group: 'reversals',
    title:
      'A reversal whose webhook never came is found within two days, since what is delivered is looked at again',
    source: sources.status,
    runs: 'alone',
    skip: needsClock,
    run: async (stage) => {
      const customer = await stage.customer()
      const recipient = stage.recipient()
      await stage.arrange(recipient, { fate: 'delivered' })
      await stage.buy(customer, { recipient })
      await stage.resolve()
      await withoutCallbacks(stage, async () => {
        await stage.settle(recipient, 'reversed')
        const isRefunded = async () => (await stage.balance(customer)).main === customer.funded
        await stage.time.until(isRefunded, 2 * DAY_S)
      })
    },
  },
  {
    name: 'reversed-after-three-days',
    group: 'reversals',
    title: 'A reversal that VTpass tells of three days after the delivery is refunded once',
    source: sources.status,
    runs: 'alone',
    skip: (driver) => needsWebhook(driver) ?? needsClock(driver),
    run: async (stage) => {
      const customer = await stage.customer()
      const recipient = stage.recipient()
      await stage.arrange(recipient, { fate: 'delivered' })
      await stage.buy(customer, { recipient })
      await stage.resolve()
      for (let passed = 0; passed < 3; passed += 1) await stage.time.pass(DAY_S)
      await stage.settle(recipient, 'reversed')
      await stage.resolve()
    },
  },
  {
    name: 'reversed-at-once',
    group: 'reversals',
    title: 'A purchase that is answered with 040 is refunded once',
    source: sources.status,
    runs: 'together',
    run: async (stage) => {
      const customer = await stage.customer()
      const recipient = stage.recipient()
      await stage.arrange(recipient, { fate: { status: 'reversed' } })
      await stage.buy(customer, { recipient, mayBeTold: ['failed', 'processing'] })
      await stage.resolve()
    },
  },
]
