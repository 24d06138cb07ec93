import type { ResellerCase } from '../case.ts'
import { nairaText } from '../money.ts'
import type { Purchase, Stage } from '../stage.ts'
import { bought, isDelivered, letItSinkIn, referenceOf, update, webhookCase } from './webhook-case.ts'

const FORGED = 'forged: VTpass has not sent it'

/** VTpass signs nothing: what comes to the address may be anybody's. */
export const forgedWebhookCases: readonly ResellerCase[] = [
  webhookCase({
    name: 'webhook-forged-delivery',
    title: 'A forged delivery is not believed: what is pending stays pending until VTpass itself says more',
    run: async (stage) => {
      const purchase = await bought(stage, 'pending')
      const reference = await referenceOf(stage, purchase)
      await stage.postWebhook(update(reference, '000', 'delivered'), FORGED)
      await stage.postWebhook(update(purchase.order.requestId, '000', 'delivered'), FORGED)
      await letItSinkIn(stage)
      if (await isDelivered(stage, purchase)) {
        stage.problem({
          field: 'webhook',
          expected: 'pending, as at VTpass',
          actual: 'delivered, since a webhook said so',
          cost: `Anybody can make ${nairaText(purchase.price ?? purchase.plan.cost)} of the customer’s be kept for nothing.`,
        })
      }
      await stage.settle(purchase.order.recipient, 'failed')
      await stage.resolve()
    },
  }),
  webhookCase({
    name: 'webhook-forged-failure',
    title: 'A forged failure is not believed: nothing is refunded that VTpass may still deliver',
    run: async (stage) => {
      const purchase = await bought(stage, 'pending')
      const reference = await referenceOf(stage, purchase)
      for (const name of [reference, purchase.order.requestId]) {
        await stage.postWebhook(update(name, '016', 'failed'), FORGED)
        await stage.postWebhook(update(name, '040', 'reversed'), FORGED)
      }
      await letItSinkIn(stage)
      await checkSpent(stage, purchase)
      await stage.settle(purchase.order.recipient, 'delivered')
      await stage.resolve()
    },
  }),
  webhookCase({
    name: 'webhook-forged-reversal',
    title: 'A forged reversal of what was delivered is not believed: nothing is refunded',
    run: async (stage) => {
      const purchase = await bought(stage, 'delivered')
      await stage.resolve()
      const reference = await referenceOf(stage, purchase)
      for (const name of [reference, purchase.order.requestId]) {
        await stage.postWebhook(update(name, '040', 'reversed'), FORGED)
        await stage.postWebhook(update(name, '016', 'failed'), FORGED)
      }
      await letItSinkIn(stage)
      await checkSpent(stage, purchase)
      await stage.resolve()
    },
  }),
  webhookCase({
    name: 'webhook-for-an-unknown-purchase',
    title: 'A webhook about a purchase that nobody made changes nothing, and is no error',
    run: async (stage) => {
      await bought(stage, 'delivered')
      await stage.resolve()
      for (const [code, status] of [
        ['000', 'delivered'],
        ['040', 'reversed'],
      ] as const) {
        const body = update(`202601011200${stage.names.request()}`, code, status)
        const { status: http } = await stage.postWebhook(body, FORGED)
        checkTaken(stage, http, 'a webhook about nothing')
      }
    },
  }),
  webhookCase({
    name: 'webhook-for-another-customer',
    title: 'A webhook moves nobody’s money but its own purchase’s',
    run: async (stage) => {
      const theirs = await bought(stage, 'pending')
      const other = await bought(stage, 'delivered')
      await stage.settle(theirs.order.recipient, 'failed')
      const reference = await referenceOf(stage, other)
      await stage.postWebhook(update(reference, '016', 'failed'), FORGED)
      await letItSinkIn(stage)
      await checkSpent(stage, other)
      await stage.resolve()
    },
  }),
  webhookCase({
    name: 'webhook-that-is-not-vtpass',
    title: 'A body that is not VTpass’s is refused or passed over, and changes nothing',
    run: async (stage) => {
      const purchase = await bought(stage, 'delivered')
      await stage.resolve()
      const reference = await referenceOf(stage, purchase)
      const bodies = [
        '',
        'null',
        '[]',
        '"Invalid Credentials."',
        '{"type":"transaction-update"}',
        '{"type":"transaction-update","data":null}',
        `{"type":"transaction-update","data":{"requestId":["${reference}"]}}`,
        '{"type":"transaction-update","data":{"requestId":{"$gt":""},"code":"040"}}',
        '{"requestId":',
        '<html></html>',
        JSON.stringify({ type: 'transaction-update', data: { requestId: '\u0000', code: '040' } }),
      ]
      for (const body of bodies) {
        const { status } = await stage.postWebhook(body, FORGED)
        checkTaken(stage, status, `the body ${JSON.stringify(body).slice(0, 60)}`)
      }
      await letItSinkIn(stage)
      await checkSpent(stage, purchase)
    },
  }),
]

/** What the reseller answers is no mistake of its own. */
function checkTaken(stage: Stage, status: number | null, what: string): void {
  if (status !== null && status < 500) return
  stage.problem({
    field: 'webhook',
    expected: `${what} is refused or passed over`,
    actual: status === null ? 'no answer' : `HTTP ${status}`,
    cost: 'Whoever knows the address can bring the reseller down, and every purchase with it.',
  })
}

/** The money of a purchase that is delivered or in doubt is not back in the wallet. */
async function checkSpent(stage: Stage, { customer, price, plan }: Purchase): Promise<void> {
  const { main, cashback } = await stage.balance(customer)
  if (main + cashback < customer.funded) return
  stage.problem({
    field: 'balance',
    expected: `${nairaText(price ?? plan.cost)} spent or held`,
    actual: `${nairaText(main + cashback)}: all is back`,
    cost: `Anybody who knows the address gets ${nairaText(price ?? plan.cost)} back for what VTpass delivers, as often as they like.`,
  })
}
