import { setTimeout as sleep } from 'node:timers/promises'
import type { ResellerCase } from '../case.ts'
import { nairaText } from '../money.ts'
import type { Purchase, Stage } from '../stage.ts'
import {
  bought,
  isDelivered,
  letItSinkIn,
  referenceOf,
  update,
  webhookCase,
  withoutCallbacks,
} from './webhook-case.ts'

/** What VTpass tells by itself. */
export const webhookCases: readonly ResellerCase[] = [
  webhookCase({
    name: 'webhook-is-heard',
    title:
      'VTpass’s webhook ends a doubt at once, since data.requestId is read and no signature is asked for',
    runs: 'alone',
    run: async (stage) => {
      const purchase = await bought(stage, 'pending')
      await stage.settle(purchase.order.recipient, 'delivered')
      await checkHeard(stage, purchase)
      await stage.resolve()
    },
  }),
  webhookCase({
    name: 'webhook-that-is-not-wrapped',
    title: 'A webhook whose transaction is not wrapped in data, as was seen, ends a doubt as well',
    runs: 'alone',
    run: async (stage) => {
      const purchase = await bought(stage, 'pending')
      const reference = await referenceOf(stage, purchase)
      await withoutCallbacks(stage, async () => {
        await stage.settle(purchase.order.recipient, 'delivered')
        const { data } = JSON.parse(update(reference, '000', 'delivered'))
        await stage.postWebhook(JSON.stringify(data), 'stands for VTpass, which sends it so at times')
        await checkHeard(stage, purchase)
      })
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
  toldOften(
    'webhook-five-times',
    'The same webhook five times does what it does once',
    'delivered',
    'reversed',
  ),
  toldOften(
    'webhook-of-a-failure-five-times',
    'A failure that is told five times is refunded once',
    'pending',
    'failed',
  ),
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
]

async function checkHeard(stage: Stage, purchase: Purchase): Promise<void> {
  if (await stage.time.soon(() => isDelivered(stage, purchase))) return
  stage.problem({
    field: 'webhook',
    expected: 'delivered within seconds of the webhook',
    actual: 'still in doubt',
    cost: `None yet: ${nairaText(purchase.price ?? purchase.plan.cost)} is held until the next requery.`,
  })
}

function toldOften(
  name: string,
  title: string,
  fate: 'pending' | 'delivered',
  becomes: 'failed' | 'reversed',
): ResellerCase {
  return webhookCase({
    name,
    title,
    run: async (stage) => {
      const purchase = await bought(stage, fate)
      await stage.settle(purchase.order.recipient, becomes)
      const { webhooks } = stage.simulator
      const deliveries = await webhooks.list({ requestId: await referenceOf(stage, purchase) })
      for (const { id } of deliveries)
        await Promise.all(Array.from({ length: 4 }, () => webhooks.redeliver(id)))
      await letItSinkIn(stage)
      await stage.resolve()
    },
  })
}
