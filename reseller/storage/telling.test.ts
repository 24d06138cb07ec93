import { afterEach, beforeEach, expect, it } from 'vitest'
import { kobo } from '../pricing/kobo.ts'
import { putWebhook, readDeliveries, readWebhook, removeWebhook, rotateSecret } from './customer-webhook.ts'
import { markUnknown, reversePurchase, settlePurchase } from './ledger.ts'
import { readAlerts } from './operator-reads.ts'
import { connect } from './pool.ts'
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
import {
  acknowledgeAlert,
  claimNotices,
  dropNotice,
  type NoticeDelivery,
  noteDelivery,
  raiseAlert,
} from './telling.ts'
import { useDatabase } from './use-database.test-support.ts'

const { database, url: databaseUrl } = useDatabase()
const url = 'http://127.0.0.1:9/hook'
const secret = 'whsec_c2VjcmV0'
const notice = { type: 'transaction.delivered' }
let customer = ''
const told: string[] = []

beforeEach(async () => {
  customer = await another()
})
/** Nothing is due to the next test. */
afterEach(async () => {
  for (const id of told.splice(0)) await removeWebhook(database(), id)
})

interface Claiming {
  readonly of?: readonly string[]
  readonly until?: number
  readonly each?: number
  readonly limit?: number
}

/** What is claimed; nobody but these customers has anything due. */
async function claim(
  seconds: number,
  { of = [customer], until = 1_000_000, each = 100, limit = 100 }: Claiming = {},
) {
  const due = await claimNotices(database(), { at: at(seconds), until: at(until), limit, each })
  expect(due.filter((found) => !of.includes(found.customer))).toEqual([])
  return due
}

/** So many deliveries to tell of. */
async function tell(whom: string, count: number): Promise<void> {
  for (let each = 0; each < count; each += 1) {
    const { id } = await opened(database(), newPurchase(whom))
    await settlePurchase(database(), delivered(id, { notice, wakeAt: null }))
  }
}

async function note(id: number, details: Partial<NoticeDelivery>): Promise<void> {
  const sent = { notice: id, url, startedAt: at(2), endedAt: at(3), httpStatus: 200, note: null }
  await noteDelivery(database(), { ...sent, next: 'delivered', ...details })
}

async function another(): Promise<string> {
  const id = await customerWith(database(), { main: kobo(5_000_000) })
  await putWebhook(database(), id, { url, secret })
  told.push(id)
  return id
}

it('tells a customer of a settlement and of a reversal, each once, the older first', async () => {
  const { id } = await opened(database(), newPurchase(customer))
  await settlePurchase(database(), delivered(id, { notice }))
  const asked = attempt({ code: '016', status: 'failed', learnt: 'failed' })
  await settlePurchase(database(), failed(id, { attempt: asked, notice: { type: 'wrong' } }))
  await reversePurchase(database(), reversed(id, { notice: { type: 'transaction.reversed' } }))
  const webhook = { url, secrets: [secret] }
  const told = { customer, purchase: id, webhook, attempts: 0, id: expect.any(Number) }
  const [first, ...more] = await claim(5_000)
  expect([first, more]).toEqual([{ ...told, event: 'delivered', body: notice, queuedAt: at(1) }, []])
  expect(await claim(5_001)).toEqual([])
  await note(first?.id ?? 0, { httpStatus: 500, next: at(9_000) })
  expect(await claim(5_002)).toEqual([
    { ...told, event: 'reversed', body: { type: 'transaction.reversed' }, queuedAt: at(3601) },
  ])
})

it('tells of a reversal whose delivery was told of', async () => {
  const { id } = await opened(database(), newPurchase(customer))
  await settlePurchase(database(), delivered(id, { notice }))
  const [first] = await claim(2)
  await note(first?.id ?? 0, {})
  await reversePurchase(database(), reversed(id, { notice }))
  expect(await claim(5_000)).toMatchObject([{ event: 'reversed' }])
})

it('tells nothing of a settlement that stands', async () => {
  const { id } = await opened(database(), newPurchase(customer))
  await settlePurchase(database(), delivered(id))
  await settlePurchase(database(), delivered(id, { notice }))
  expect(await claim(5_000)).toEqual([])
})

it('queues nothing for a customer without a webhook', async () => {
  await removeWebhook(database(), customer)
  await tell(customer, 1)
  expect(await claim(5_000)).toEqual([])
})

it('gives up what waits when the customer wants to be told no more', async () => {
  await tell(customer, 2)
  await removeWebhook(database(), customer)
  await putWebhook(database(), customer, { url, secret })
  expect(await claim(5_000)).toEqual([])
})

it('gives up what was queued while the webhook was being removed', async () => {
  await tell(customer, 1)
  const client = await connect(databaseUrl())
  const gone = 'webhook_url = null, webhook_secret = null'
  await client.query(`update customer set ${gone} where id = $1`, [customer])
  await client.end()
  const [orphan] = await claim(5_000, { until: 5_001 })
  expect(orphan).toMatchObject({ webhook: null })
  await dropNotice(database(), orphan?.id ?? 0)
  expect(await claim(6_000)).toEqual([])
})

it('sends to the address of now what was queued for the one before', async () => {
  await tell(customer, 1)
  await putWebhook(database(), customer, { url: 'https://new.example/', secret: 'whsec_bmV3' })
  const webhook = { url: 'https://new.example/', secrets: [secret] }
  expect(await claim(5_000)).toMatchObject([{ webhook }])
})

it('has both secrets sign for a while after a change', async () => {
  await tell(customer, 1)
  await rotateSecret(database(), customer, { secret: 'whsec_bmV3', oldUntil: at(100) })
  const claimed = async (seconds: number) =>
    (await claim(seconds, { until: seconds + 1 }))[0]?.webhook?.secrets
  expect(await claimed(99)).toEqual(['whsec_bmV3', secret])
  expect(await claimed(100)).toEqual(['whsec_bmV3'])
})

it('tries again when it is told to, until it is told how it ended, and keeps a log', async () => {
  await tell(customer, 1)
  const [first] = await claim(2, { until: 60 })
  if (first === undefined) expect.fail('nothing was due')
  await note(first.id, { httpStatus: null, note: 'reset', next: at(10) })
  expect(await claim(9)).toEqual([])
  expect(await claim(10, { until: 70 })).toMatchObject([{ id: first.id, attempts: 1 }])
  await note(first.id, {})
  await note(first.id, { httpStatus: 500, next: 'given-up' })
  expect(await claim(1_000_000)).toEqual([])
  const log = await readDeliveries(database(), { customer, before: null, limit: 10 })
  expect(log).toMatchObject([
    { httpStatus: 500, note: null, event: 'delivered', url },
    { httpStatus: 200, note: null },
    { httpStatus: null, note: 'reset', startedAt: at(2), endedAt: at(3) },
  ])
  const outcome = 'select outcome, attempts from outbox where id = $1'
  expect(await database().query(outcome, [first.id])).toEqual([{ outcome: 'delivered', attempts: 2 }])
})

it('takes again what a sender took who is not heard of any more', async () => {
  await tell(customer, 1)
  expect(await claim(2, { until: 60 })).toHaveLength(1)
  expect(await claim(59)).toEqual([])
  expect(await claim(60)).toMatchObject([{ attempts: 0 }])
})

it('has only so many of one customer on their way, and one where the last attempt failed', async () => {
  await tell(customer, 5)
  const first = await claim(2, { each: 3 })
  expect(first).toHaveLength(3)
  expect(await claim(3, { each: 3 })).toEqual([])
  await note(first[0]?.id ?? 0, {})
  expect(await claim(4, { each: 3 })).toHaveLength(1)
  await note(first[1]?.id ?? 0, { httpStatus: null, next: at(900_000) })
  await note(first[2]?.id ?? 0, { httpStatus: null, next: at(900_000) })
  expect(await readWebhook(database(), customer, at(4))).toMatchObject({ failures: 2, waiting: 4 })
  // One is on its way.
  expect(await claim(5, { each: 3 })).toEqual([])
})

it('trusts a webhook again when it has answered, or is at another address', async () => {
  await tell(customer, 4)
  const fails = async (seconds: number) => {
    const [one] = await claim(seconds, { each: 1 })
    await note(one?.id ?? 0, { httpStatus: 500, next: at(900_000) })
  }
  const failures = async () => (await readWebhook(database(), customer, at(4)))?.failures
  await fails(2)
  await fails(3)
  expect(await failures()).toBe(2)
  await putWebhook(database(), customer, { url: 'https://new.example/', secret })
  expect(await failures()).toBe(0)
  // The attempt went to the address before.
  await fails(4)
  expect(await failures()).toBe(0)
})

it('lets no customer wait for one with a thousand things to be told, or with a dead webhook', async () => {
  const [dead, busy] = [await another(), await another()]
  const of = [customer, dead, busy]
  await tell(dead, 20)
  const [first] = await claim(2, { of: [dead], each: 1 })
  await note(first?.id ?? 0, { httpStatus: null, next: at(900_000) })
  await tell(busy, 20)
  await tell(customer, 2)
  const counts = async (limit: number) => {
    const claimed = await claim(3, { of, each: 4, limit })
    return of.map((id) => claimed.filter((found) => found.customer === id).length)
  }
  expect(await counts(2)).toEqual([1, 0, 1])
  expect(await counts(3)).toEqual([1, 0, 2])
  expect(await counts(100)).toEqual([0, 1, 1])
})

it('has two senders take nothing twice', async () => {
  const of = [customer, await another(), await another()]
  for (const id of of) await tell(id, 10)
  const senders = Array.from({ length: 8 }, async () => {
    const ids: number[] = []
    for (let round = 0; round < 20; round += 1) {
      ids.push(...(await claim(2, { of, limit: 2, each: 10 })).map(({ id }) => id))
    }
    return ids
  })
  const ids = (await Promise.all(senders)).flat()
  expect(ids).toHaveLength(30)
  expect(new Set(ids).size).toBe(30)
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
