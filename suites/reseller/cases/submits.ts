import { type ResellerCase, Skip, sources } from '../case.ts'
import type { Told } from '../driver.ts'
import { nairaText } from '../money.ts'
import type { Purchase, Stage } from '../stage.ts'

type Details = Omit<ResellerCase, 'group' | 'source' | 'runs'>

function submitCase(details: Details): ResellerCase {
  return { group: 'sent twice', source: sources.idempotency, runs: 'together', ...details }
}

async function someone(stage: Stage, fate: 'delivered' | 'failed' | 'pending') {
  const customer = await stage.customer()
  const recipient = stage.recipient()
  await stage.arrange(recipient, { fate })
  return { customer, recipient }
}

function checkWord(stage: Stage, told: Told, fits: readonly Told['word'][], cost: string): void {
  if (fits.includes(told.word)) return
  stage.problem({
    field: 'told the second time',
    expected: fits.join(' or '),
    actual: `${told.word}: ${told.status ?? 'no answer'} ${told.said}`,
    cost,
  })
}

const AT_ONCE = 5

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
      await stage.settle(purchase.order.recipient, 'delivered')
      await stage.resolve()
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
  submitCase({
    name: 'double-submit-with-another-request-id',
    title: 'The same purchase with another request_id is another purchase, at once and later',
    run: async (stage) => {
      const { customer, recipient } = await someone(stage, 'delivered')
      await Promise.all([stage.buy(customer, { recipient }), stage.buy(customer, { recipient })])
      await stage.buy(customer, { recipient })
      await stage.resolve()
      const delivered = await stage.atVtpass(recipient)
      if (delivered.length !== 3) {
        stage.problem({
          field: 'purchases at VTpass',
          expected: '3, as often as the customer asked',
          actual: `${delivered.length}`,
        })
      }
    },
  }),
  submitCase({
    name: 'request-id-with-other-parameters',
    title: 'A request_id that was used for another purchase buys nothing else',
    run: async (stage) => {
      const { customer, recipient } = await someone(stage, 'delivered')
      const other = await someone(stage, 'delivered')
      const purchase = await stage.buy(customer, { recipient })
      await stage.resolve()
      const order = { ...purchase.order, recipient: other.recipient }
      const told = await stage.again({ ...purchase, order })
      checkWord(
        stage,
        told,
        ['failed', 'unclear'],
        `The customer believes that a second purchase of ${nairaText(purchase.plan.cost)} was made, for somebody else, and it was not.`,
      )
      const there = await stage.atVtpass(other.recipient)
      if (there.length > 0) {
        stage.problem({
          field: 'purchases at VTpass',
          expected: 'none: the request_id is taken',
          actual: `${there.length}, and the customer was told: ${told.word}`,
          cost: `${nairaText(purchase.plan.cost)} is spent on a purchase that the books do not know.`,
        })
      }
    },
  }),
  submitCase({
    name: 'request-id-of-another-customer',
    title: 'A request_id is its customer’s own: another one’s buys for that one, and shows nobody the first',
    run: async (stage) => {
      const requestId = stage.names.request()
      const first = await someone(stage, 'delivered')
      const second = await someone(stage, 'delivered')
      const purchase = await stage.buy(first.customer, { recipient: first.recipient, requestId })
      await stage.resolve()
      const { word } = await stage.status(second.customer, requestId)
      if (word === 'delivered') {
        stage.problem({
          field: 'status',
          expected: 'nothing: it is somebody else’s purchase',
          actual: word,
          cost: `Whoever guesses a request_id reads what another customer bought for ${nairaText(purchase.price ?? purchase.plan.cost)}.`,
        })
      }
      await stage.buy(second.customer, { recipient: second.recipient, requestId })
      await stage.resolve()
      const there = await stage.atVtpass(second.recipient)
      if (there.length === 0) {
        stage.problem({
          field: 'purchases at VTpass',
          expected: 'one for the second customer',
          actual: 'none',
          cost: 'The second customer is told that another one’s purchase is theirs.',
        })
      }
    },
  }),
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
