import { needsClock, type ResellerCase, Skip } from '../case.ts'
import { nairaText } from '../money.ts'
import type { Purchase, Stage } from '../stage.ts'
import { checkWord, someone, submitCase } from './submit-case.ts'

const AT_ONCE = 5
const DAY_S = 86_400

export const submitCases: readonly ResellerCase[] = [
  submitCase({
    name: 'double-submit-at-once',
    title: 'The same request five times at once buys once',
    run: async (stage) => {
      const { customer, recipient } = await someone(stage, 'delivered')
      const requestId = stage.names.request()
      const [purchase] = await Promise.all(
        Array.from({ length: AT_ONCE }, () => stage.buy(customer, { recipient, requestId })),
      )
      await stage.resolve()
      if (purchase !== undefined) await stage.again(purchase)
    },
  }),
  submitCase({
    name: 'double-submit-later',
    title: 'The same request later gives the same result again, and buys nothing',
    run: async (stage) => {
      const purchase = await stage.buy(...(await buyerOf(stage, 'delivered')))
      await stage.resolve()
      const told = await stage.again(purchase)
      checkWord(
        stage,
        told,
        ['delivered'],
        'A customer who asks again because the answer was lost believes that nothing came, and buys anew.',
      )
    },
  }),
  submitCase({
    name: 'double-submit-while-in-doubt',
    title: 'The same request while the first is in doubt is told so, and buys nothing',
    run: async (stage) => {
      const purchase = await stage.buy(...(await buyerOf(stage, 'pending')))
      for (let times = 0; times < 3; times += 1) {
        checkWord(
          stage,
          await stage.again(purchase),
          ['processing', 'unclear'],
          'The customer takes the doubt for an answer, and is charged for another purchase.',
        )
      }
      checkWord(
        stage,
        await stage.status(purchase.customer, purchase.order.requestId),
        ['processing', 'unclear'],
        'The customer who asks takes the doubt for an answer, and buys again what VTpass delivers.',
      )
      await stage.settle(purchase.order.recipient, 'delivered')
      await stage.resolve()
    },
  }),
  submitCase({
    name: 'double-submit-after-a-reversal',
    title: 'The same request after a reversal says that it has failed, and sends nothing',
    skip: ({ webhookUrl, clock }) =>
      webhookUrl === undefined && clock === undefined
        ? 'the driver names no address for webhooks, and cannot move the reseller’s clock'
        : null,
    run: async (stage) => {
      const purchase = await stage.buy(...(await buyerOf(stage, 'delivered')))
      await stage.resolve()
      await stage.settle(purchase.order.recipient, 'reversed')
      await stage.resolve()
      const told = await stage.again(purchase)
      checkWord(stage, told, ['failed'], 'Goods are handed over for money that was given back.')
    },
  }),
  submitCase({
    name: 'double-submit-after-failure',
    title: 'The same request after a failure says so again, and sends nothing',
    run: async (stage) => {
      const purchase = await stage.buy(...(await buyerOf(stage, 'failed')))
      await stage.resolve()
      const told = await stage.again(purchase)
      checkWord(stage, told, ['failed'], 'A purchase that was refunded is told as one that was not.')
      const sent = await stage.simulator.journal.purchases({ recipient: purchase.order.recipient })
      const names = new Set(sent.map(({ order }) => order?.requestId))
      if (names.size > 1) {
        stage.problem({
          field: 'purchases at VTpass',
          expected: 'one',
          actual: `${names.size}`,
          cost: `${nairaText(purchase.plan.cost)} may be spent on a purchase that the customer was told has failed.`,
        })
      }
    },
  }),
  {
    ...submitCase({
      name: 'double-submit-days-later',
      title: 'The same request after two days gives the same result again, and buys nothing',
      skip: needsClock,
      run: async (stage) => {
        const purchase = await stage.buy(...(await buyerOf(stage, 'delivered')))
        await stage.resolve()
        await stage.time.pass(2 * DAY_S)
        checkWord(
          stage,
          await stage.again(purchase),
          ['delivered'],
          'A program that sends again what it had kept buys a second time, or believes that nothing came.',
        )
      },
    }),
    runs: 'alone',
  },
  submitCase({
    name: 'not-enough-money',
    title: 'Who has too little buys nothing, and the same request works after a top-up',
    run: async (stage) => {
      const customer = await stage.customer(100)
      const recipient = stage.recipient()
      await stage.arrange(recipient, { fate: 'delivered' })
      const purchase = await stage.buy(customer, { recipient, mayBeTold: ['failed'] })
      const sent = await stage.simulator.journal.purchases({ recipient })
      if (sent.length > 0) {
        stage.problem({
          field: 'purchases at VTpass',
          expected: 'none: there is no money for it',
          actual: `${sent.length}`,
          cost: `${nairaText(purchase.plan.cost)} of the reseller’s is spent for a customer who has ₦1.00.`,
        })
      }
      await stage.fund(customer, 1_000_000)
      const told = await stage.again(purchase)
      checkWord(stage, told, ['delivered', 'processing'], 'The customer has paid in, and cannot buy.')
      await stage.resolve()
    },
  }),
  submitCase({
    name: 'the-last-kobo',
    title: 'Who has the price to the kobo can buy; who has a kobo less cannot',
    run: async (stage) => {
      const rich = await stage.customer()
      const price = await stage.priceOf(rich.name, stage.plan)
      if (price === null) throw new Skip('the driver does not show what a plan costs')
      for (const [missing, word] of [
        [0, 'delivered'],
        [1, 'failed'],
      ] as const) {
        const customer = await stage.customer(price - missing)
        const recipient = stage.recipient()
        await stage.arrange(recipient, { fate: 'delivered' })
        await stage.buy(customer, { recipient, mayBeTold: [word] })
      }
      await stage.resolve()
    },
  }),
]

async function buyerOf(
  stage: Stage,
  fate: 'delivered' | 'failed' | 'pending',
): Promise<[Purchase['customer'], { recipient: string }]> {
  const { customer, recipient } = await someone(stage, fate)
  return [customer, { recipient }]
}
