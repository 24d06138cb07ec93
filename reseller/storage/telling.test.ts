import { beforeEach, expect, it } from 'vitest'
import { kobo } from '../pricing/kobo.ts'
import { setCustomerWebhook } from './funding.ts'
import { markUnknown, reversePurchase, settlePurchase } from './ledger.ts'
import { readAlerts } from './operator-reads.ts'
import {
  at,
  attempt,
  customerWith,
  delivered,
  failed,
  newPurchase,
  occasion,
  opened,
  reversed,
} from './purchases.test-support.ts'
import { acknowledgeAlert, claimNotices, noteDelivery, raiseAlert } from './telling.ts'
import { useDatabase } from './use-database.test-support.ts'

const { database } = useDatabase()
const webhook = { url: 'http://127.0.0.1:9/hook', secret: 'whsec_c2VjcmV0' }
const notice = { type: 'purchase.delivered' }
let customer = ''

beforeEach(async () => {
  customer = await customerWith(database(), { main: kobo(500_000) })
  await setCustomerWebhook(database(), customer, webhook)
})

async function claim(seconds: number, until = 1_000_000) {
  const due = await claimNotices(database(), { at: at(seconds), until: at(until), limit: 100 })
  return due.filter((found) => found.customer === customer)
}

it('tells a customer of a settlement and of a reversal, each once', async () => {
  const { id } = await opened(database(), newPurchase(customer))
  await settlePurchase(database(), delivered(id, { notice }))
  await settlePurchase(database(), failed(id, { notice: { type: 'wrong' } }))
  await reversePurchase(database(), reversed(id, { notice: { type: 'purchase.reversed' } }))
  const told = { customer, purchase: id, webhook, attempts: 0, id: expect.any(Number) }
  expect(await claim(5_000)).toEqual([
    { ...told, event: 'delivered', body: notice, queuedAt: at(1) },
    { ...told, event: 'reversed', body: { type: 'purchase.reversed' }, queuedAt: at(3601) },
  ])
})

it('tells nothing of a settlement that stands', async () => {
  const { id } = await opened(database(), newPurchase(customer))
  await settlePurchase(database(), delivered(id))
  await settlePurchase(database(), delivered(id, { notice }))
  expect(await claim(5_000)).toEqual([])
})

it('queues nothing for a customer without a webhook', async () => {
  await setCustomerWebhook(database(), customer, null)
  const { id } = await opened(database(), newPurchase(customer))
  await settlePurchase(database(), delivered(id, { notice }))
  expect(await claim(5_000)).toEqual([])
})

it('does not know where to send what was queued, once the customer wants none', async () => {
  const { id } = await opened(database(), newPurchase(customer))
  await settlePurchase(database(), delivered(id, { notice }))
  await setCustomerWebhook(database(), customer, null)
  expect(await claim(5_000)).toMatchObject([{ webhook: null }])
})

it('tries again when it is told to, until it is told how it ended, and keeps a log', async () => {
  const { id } = await opened(database(), newPurchase(customer))
  await settlePurchase(database(), delivered(id, { notice }))
  const [first] = await claim(2, 60)
  if (first === undefined) expect.fail('nothing was due')
  const sent = { notice: first.id, url: webhook.url, startedAt: at(2), endedAt: at(3), note: null }
  await noteDelivery(database(), { ...sent, httpStatus: null, note: 'reset', next: at(10) })
  expect(await claim(9)).toEqual([])
  expect(await claim(10, 70)).toMatchObject([{ id: first.id, attempts: 1 }])
  await noteDelivery(database(), { ...sent, httpStatus: 200, next: 'delivered' })
  await noteDelivery(database(), { ...sent, httpStatus: 500, next: 'given-up' })
  expect(await claim(1_000_000)).toEqual([])
  const log = 'select http_status as status, note from outbox_delivery where outbox = $1 order by id'
  expect(await database().query(log, [first.id])).toEqual([
    { status: null, note: 'reset' },
    { status: 200, note: null },
    { status: 500, note: null },
  ])
  const outcome = 'select outcome, attempts from outbox where id = $1'
  expect(await database().query(outcome, [first.id])).toEqual([{ outcome: 'delivered', attempts: 2 }])
})

it('raises one alert for the same trouble of many purchases, and counts', async () => {
  const alert = { kind: 'low-float', subject: 'float', detail: '018' }
  for (const _ of [1, 2, 3]) {
    const { id } = await opened(database(), newPurchase(customer))
    await settlePurchase(database(), failed(id, { alert }))
  }
  await raiseAlert(database(), { ...alert, detail: '018 again' }, at(9))
  const [raised] = await readAlerts(database(), 10)
  expect(raised).toEqual({
    id: expect.any(Number),
    kind: 'low-float',
    subject: 'float',
    purchase: null,
    detail: '018 again',
    times: 4,
    firstAt: at(1),
    lastAt: at(9),
  })
})

it('raises a new alert for what happens after the last one was acknowledged', async () => {
  await raiseAlert(database(), { kind: 'drift', subject: 'balance', detail: '1 kobo' }, at(1))
  const drift = async () => (await readAlerts(database(), 10)).filter(({ kind }) => kind === 'drift')
  const [raised] = await drift()
  if (raised === undefined) expect.fail('no alert was raised')
  expect(await acknowledgeAlert(database(), raised.id, 'operator ada', at(2))).toBe('acknowledged')
  expect(await acknowledgeAlert(database(), raised.id, 'operator bisi', at(3))).toBe('closed')
  await raiseAlert(database(), { kind: 'drift', subject: 'balance', detail: '2 kobo' }, at(4))
  expect(await drift()).toMatchObject([{ detail: '2 kobo', times: 1 }])
})

it('raises the alert of a purchase with its move, and none where it stands', async () => {
  const { id } = await opened(database(), newPurchase(customer))
  const alert = { kind: 'old-doubt', subject: null, detail: 'in doubt for 30 min' }
  await markUnknown(database(), occasion(id, { alert }))
  await settlePurchase(database(), delivered(id, { attempt: attempt({ learnt: 'delivered' }) }))
  await markUnknown(database(), occasion(id, { alert }))
  const raised = (await readAlerts(database(), 10)).filter(({ purchase }) => purchase === id)
  expect(raised).toMatchObject([{ kind: 'old-doubt', subject: id, times: 1 }])
})
