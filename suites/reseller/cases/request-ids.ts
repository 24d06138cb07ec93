import type { ResellerCase } from '../case.ts'
import { koboOf, nairaText } from '../money.ts'
import type { Stage } from '../stage.ts'
import { checkWord, someone, submitCase } from './submit-case.ts'

/** Of the customer's own names for purchases. */
export const requestIdCases: readonly ResellerCase[] = [
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
      for (const changed of [
        { recipient: other.recipient },
        { variation: await anotherPlan(stage) },
        { serviceID: 'airtel-data' },
      ]) {
        const told = await stage.again({ ...purchase, order: { ...purchase.order, ...changed } })
        checkWord(
          stage,
          told,
          ['failed', 'unclear'],
          `The customer believes that a second purchase of ${nairaText(purchase.plan.cost)} was made, of something else, and it was not.`,
        )
      }
      const there = await stage.atVtpass(other.recipient)
      if (there.length > 0) {
        stage.problem({
          field: 'purchases at VTpass',
          expected: 'none: the request_id is taken',
          actual: `${there.length}`,
          cost: `${nairaText(purchase.plan.cost)} is spent on a purchase that the books do not know.`,
        })
      }
    },
  }),
  submitCase({
    name: 'request-ids-that-are-nearly-the-same',
    title: 'Request ids that differ in the case of a letter, or in the last of many, are two purchases',
    run: async (stage) => {
      const { customer, recipient } = await someone(stage, 'delivered')
      const name = `${stage.names.request()}-${'0'.repeat(24)}`
      for (const requestId of [`${name}a`, `${name}A`, `${name}b`])
        await stage.buy(customer, { recipient, requestId })
      await stage.resolve()
      const there = await stage.atVtpass(recipient)
      if (there.length !== 3) {
        stage.problem({
          field: 'purchases at VTpass',
          expected: '3, one for each request_id',
          actual: `${there.length}`,
          cost: 'The customer is told of a delivery that was another one, and nothing came.',
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
]

/** Of the same service, at another price. */
async function anotherPlan({ simulator, plan }: Stage): Promise<string> {
  const { variations } = await simulator.products.get(plan.serviceID)
  const other = variations.find(({ variation_amount: amount }) => koboOf(amount) !== plan.cost)
  return other?.variation_code ?? plan.variation
}
