import { setTimeout as sleep } from 'node:timers/promises'
import { needsWebhook, type ResellerCase, sources } from '../case.ts'
import { nairaText } from '../money.ts'
import type { Purchase, Stage } from '../stage.ts'

type Details = Omit<ResellerCase, 'group' | 'source' | 'runs' | 'skip'> & Pick<Partial<ResellerCase>, 'runs'>

function webhookCase(details: Details): ResellerCase {
  return { group: 'webhooks', source: sources.webhooks, runs: 'together', skip: needsWebhook, ...details }
}

/** A purchase of somebody’s, that stands as VTpass says. */
async function bought(stage: Stage, fate: 'pending' | 'delivered'): Promise<Purchase> {
  const customer = await stage.customer()
  const recipient = stage.recipient()
  await stage.arrange(recipient, { fate })
  return stage.buy(customer, { recipient })
}

async function referenceOf(stage: Stage, { order }: Purchase): Promise<string> {
  const [transaction] = await stage.atVtpass(order.recipient)
  return transaction?.requestId ?? '202601011200unknown'
}

/** As VTpass posts it; anybody can. */
function update(requestId: string, code: string, status: string): string {
  return JSON.stringify({
    type: 'transaction-update',
    data: {
      code,
      content: { transactions: { status, product_name: 'MTN Data', total_amount: 485, amount: '500' } },
      response_description:
        status === 'delivered' ? 'TRANSACTION DELIVERED' : 'TRANSACTION REVERSAL TO WALLET',
      amount: 500,
      transaction_date: null,
      requestId,
      purchased_code: '',
    },
  })
}

const FORGED = 'forged: VTpass has not sent it'

/** Long enough for whoever believes it to have acted. */
async function letItSinkIn(stage: Stage): Promise<void> {
  if (stage.driver.tick === undefined) await sleep(500)
  else await stage.driver.tick()
}

async function isDelivered(stage: Stage, { customer, order }: Purchase): Promise<boolean> {
  const books = await stage.transactions(customer)
  return books.some(({ requestId, status }) => requestId === order.requestId && status === 'delivered')
}

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

export const webhookCases: readonly ResellerCase[] = [
  webhookCase({
    name: 'webhook-is-heard',
    title:
      'VTpass’s webhook ends a doubt at once, since data.requestId is read and no signature is asked for',
    runs: 'alone',
    run: async (stage) => {
      const purchase = await bought(stage, 'pending')
      await stage.settle(purchase.order.recipient, 'delivered')
      const isHeard = await stage.time.soon(() => isDelivered(stage, purchase))
      if (!isHeard) {
        stage.problem({
          field: 'webhook',
          expected: 'delivered within seconds of the webhook',
          actual: 'still in doubt',
          cost: `None yet: ${nairaText(purchase.price ?? purchase.plan.cost)} is held until the next requery.`,
        })
      }
      await stage.resolve()
    },
  }),
  webhookCase({
    name: 'webhook-of-a-failure',
    title: 'A webhook about a failure refunds once, after VTpass was asked',
    run: async (stage) => {
      const { order } = await bought(stage, 'pending')
      await stage.settle(order.recipient, 'failed')
      await stage.resolve()
    },
  }),
  webhookCase({
    name: 'webhook-five-times',
    title: 'The same webhook five times does what it does once',
    run: async (stage) => {
      const { order } = await bought(stage, 'delivered')
      await stage.settle(order.recipient, 'reversed')
      const reference = await referenceOf(stage, { order } as Purchase)
      const deliveries = await stage.simulator.webhooks.list({ requestId: reference })
      for (const { id } of deliveries)
        await Promise.all(Array.from({ length: 4 }, () => stage.simulator.webhooks.redeliver(id)))
      await letItSinkIn(stage)
      await stage.resolve()
    },
  }),
  webhookCase({
    name: 'webhook-of-a-failure-five-times',
    title: 'A failure that is told five times is refunded once',
    run: async (stage) => {
      const { order } = await bought(stage, 'pending')
      await stage.settle(order.recipient, 'failed')
      const reference = await referenceOf(stage, { order } as Purchase)
      const deliveries = await stage.simulator.webhooks.list({ requestId: reference })
      for (const { id } of deliveries)
        await Promise.all(Array.from({ length: 4 }, () => stage.simulator.webhooks.redeliver(id)))
      await letItSinkIn(stage)
      await stage.resolve()
    },
  }),
  webhookCase({
    name: 'webhooks-out-of-order',
    title: 'A webhook that comes late, about a state that has passed, changes nothing',
    run: async (stage) => {
      const purchase = await bought(stage, 'pending')
      const { recipient } = purchase.order
      await stage.settle(recipient, 'delivered')
      await stage.resolve()
      await stage.settle(recipient, 'reversed')
      await stage.resolve()
      const reference = await referenceOf(stage, purchase)
      const deliveries = await stage.simulator.webhooks.list({ requestId: reference })
      // The delivery is told once more, after the reversal.
      const [earliest] = deliveries
      if (earliest !== undefined) await stage.simulator.webhooks.redeliver(earliest.id)
      await stage.postWebhook(update(reference, '099', 'pending'), 'late: it was pending once')
      await letItSinkIn(stage)
      await stage.resolve()
    },
  }),
  webhookCase({
    name: 'webhook-before-the-answer',
    title:
      'A webhook that overtakes the answer to the purchase is charged once, and the late "pending" moves nothing',
    runs: 'alone',
    run: async (stage) => {
      const customer = await stage.customer()
      const recipient = stage.recipient()
      await stage.arrange(recipient, { fate: 'pending', fault: { kind: 'fixed-delay', delay: '1200ms' } })
      const buying = stage.buy(customer, { recipient })
      for (let tries = 0; tries < 100 && (await stage.atVtpass(recipient)).length === 0; tries += 1)
        await sleep(20)
      await stage.settle(recipient, 'delivered')
      await buying
      await stage.resolve()
    },
  }),
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
