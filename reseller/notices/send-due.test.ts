import { afterEach, expect, it } from 'vitest'
import { kobo } from '../pricing/kobo.ts'
import { putWebhook, readDeliveries, readWebhook, removeWebhook } from '../storage/customer-webhook.ts'
import type { Database } from '../storage/database.ts'
import { reversePurchase, settlePurchase } from '../storage/ledger.ts'
import {
  at,
  customerWith,
  delivered,
  newPurchase,
  opened,
  reversed,
} from '../storage/purchases.test-support.ts'
import { useDatabase } from '../storage/use-database.test-support.ts'
import type { Posted, PostRequest } from './post.ts'
import { createSender, type Sending } from './send-due.ts'

const { database } = useDatabase()
const secret = 'whsec_c2VjcmV0'
const LEASE_S = 60
const customers: string[] = []
afterEach(async () => {
  for (const id of customers.splice(0)) await removeWebhook(database(), id)
})

/** A customer with so many deliveries to be told of, at a host of its own. */
async function customerToTell(host: string, count = 1): Promise<{ id: string; purchases: string[] }> {
  const id = await customerWith(database(), { main: kobo(10_000_000) })
  customers.push(id)
  await putWebhook(database(), id, { url: `https://${host}/`, secret })
  const purchases: string[] = []
  for (let each = 0; each < count; each += 1) {
    const purchase = await opened(database(), newPurchase(id))
    const notice = { type: 'transaction.delivered', data: { id: purchase.id } }
    await settlePurchase(database(), delivered(purchase.id, { notice, wakeAt: null }))
    purchases.push(purchase.id)
  }
  return { id, purchases }
}

type Answer = (message: PostRequest) => Posted | Promise<Posted>
const ok: Posted = { httpStatus: 200, note: null }

/** A sender whose clock, luck and network are the test's. Due is what was settled in second 1. */
function senderTo(answer: Answer, over: Database = database()) {
  let seconds = 10
  const posted: PostRequest[] = []
  const reported: string[] = []
  const sending: Sending = {
    database: over,
    post: async (message) => {
      posted.push(message)
      return answer(message)
    },
    now: () => at(seconds),
    fraction: () => 0.5,
    leaseMs: LEASE_S * 1000,
    report: (error, where) => void reported.push(`${where}: ${error}`),
  }
  const sender = createSender(sending)
  return {
    sender,
    posted,
    reported,
    hosts: () => posted.map(({ url }) => new URL(url).hostname).toSorted(),
    advance: (by: number) => {
      seconds += by
    },
    /** One round, and all that follows of it: nothing is due then, or on its way. */
    all: async () => {
      const begun = await sender.round()
      const left = () => database().query(LEFT, [at(seconds)])
      await expect.poll(left).toEqual([])
      return begun
    },
  }
}

const LEFT = 'select id from outbox where due_at <= $1 or taken_until > $1'

it('sends a notice once, signed, under a name of its own, and writes down that it was acknowledged', async () => {
  const { id, purchases } = await customerToTell('shop.example')
  const { all, posted, advance } = senderTo(() => ({ httpStatus: 204, note: null }))
  expect(await all()).toBe(1)
  advance(1_000_000)
  expect(await all()).toBe(0)
  expect(posted).toEqual([
    {
      url: 'https://shop.example/',
      body: expect.stringContaining('"type":"transaction.delivered"'),
      headers: expect.objectContaining({
        'webhook-id': `msg_${purchases[0]}_delivered`,
        'webhook-timestamp': String(at(10).getTime() / 1000),
        'webhook-signature': expect.stringMatching(/^v1,\S+$/),
      }),
    },
  ])
  const log = await readDeliveries(database(), { customer: id, before: null, limit: 10 })
  expect(log).toMatchObject([{ httpStatus: 204, note: null, startedAt: at(10) }])
})

it.each([
  [{ httpStatus: 200, note: null }, 0],
  [{ httpStatus: 299, note: null }, 0],
  [{ httpStatus: 199, note: null }, 1],
  [{ httpStatus: 302, note: 'redirects are not followed' }, 1],
  [{ httpStatus: 410, note: null }, 1],
  [{ httpStatus: 500, note: null }, 1],
  [{ httpStatus: null, note: 'no answer in time' }, 1],
])('after %j has %i waiting', async (answer, waiting) => {
  const { id } = await customerToTell('shop.example')
  await senderTo(() => answer).all()
  expect(await readWebhook(database(), id, at(0))).toMatchObject({ waiting, failures: waiting })
})

it('tries again later and later, with the same name and body and a new signature, and gives up in the end', async () => {
  const { id } = await customerToTell('shop.example')
  const { all, posted, advance } = senderTo(() => ({ httpStatus: 500, note: null }))
  expect(await all()).toBe(1)
  for (const seconds of [5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400]) {
    advance(seconds - 1)
    expect(await all()).toBe(0)
    advance(1)
    expect(await all()).toBe(1)
  }
  advance(10_000_000)
  expect(await all()).toBe(0)
  expect(posted).toHaveLength(10)
  expect(new Set(posted.map(({ headers, body }) => `${headers['webhook-id']} ${body}`)).size).toBe(1)
  expect(new Set(posted.map(({ headers }) => headers['webhook-signature'])).size).toBe(10)
  const log = await readDeliveries(database(), { customer: id, before: null, limit: 20 })
  expect(log).toHaveLength(10)
  const outcome = 'select outcome from outbox where customer = $1'
  expect(await database().query(outcome, [id])).toEqual([{ outcome: 'given-up' }])
})

/** Answers when it is let, and at once when it is open. */
function held() {
  const waiting: (() => void)[] = []
  let isOpen = false
  const letGo = () => {
    for (const go of waiting.splice(0)) go()
  }
  return {
    answer: (posted: Posted) =>
      isOpen ? posted : new Promise<Posted>((resolve) => waiting.push(() => resolve(posted))),
    letGo,
    open: () => {
      isOpen = true
      letGo()
    },
  }
}

it('tells everybody else while a webhook does not answer, however much there is to tell it', async () => {
  await customerToTell('dead.example', 30)
  await customerToTell('well.example', 12)
  await customerToTell('shop.example', 1)
  const dead = held()
  const { sender, hosts } = senderTo(({ url }) => (url.includes('dead') ? dead.answer(ok) : ok))
  await sender.round()
  const count = (host: string) => hosts().filter((each) => each === host).length
  await expect.poll(() => [count('well.example'), count('shop.example')]).toEqual([12, 1])
  expect(count('dead.example')).toBe(4)
  dead.open()
  await sender.finish?.()
})

it('gives one place to a webhook that has failed, until it answers', async () => {
  await customerToTell('ill.example', 8)
  let isIll = true
  const ill = held()
  const { all, sender, posted, advance } = senderTo(() => {
    if (isIll) return { httpStatus: 503, note: null }
    return ill.answer(ok)
  })
  await all()
  const tried = posted.length
  isIll = false
  advance(600)
  await sender.round()
  expect(posted).toHaveLength(tried + 1)
  ill.letGo()
  await expect.poll(() => posted.length).toBe(tried + 5)
  ill.open()
  await sender.finish?.()
})

it('tells of a delivery before its reversal, and does not hold the reversal up when that fails', async () => {
  const { purchases } = await customerToTell('shop.example')
  const [id = ''] = purchases
  await reversePurchase(database(), reversed(id, { at: at(2), notice: { type: 'transaction.reversed' } }))
  const { all, posted } = senderTo(({ body }) =>
    body.includes('reversed') ? ok : { httpStatus: 500, note: null },
  )
  await all()
  await expect
    .poll(() => posted.map(({ headers }) => headers['webhook-id']))
    .toEqual([`msg_${id}_delivered`, `msg_${id}_reversed`])
})

it('ends what it has begun, and begins nothing more', async () => {
  const { id } = await customerToTell('shop.example', 6)
  const slow = held()
  const { sender, posted } = senderTo(() => slow.answer(ok))
  await sender.round()
  let isFinished = false
  const finished = sender.finish?.().then(() => {
    isFinished = true
  })
  await new Promise((resolve) => setImmediate(resolve))
  expect([posted.length, isFinished]).toEqual([4, false])
  slow.letGo()
  await finished
  expect(posted).toHaveLength(4)
  expect(await readWebhook(database(), id, at(0))).toMatchObject({ waiting: 2 })
})

it('sends again what was sent and could not be written down, after the lease', async () => {
  await customerToTell('shop.example')
  const forgetful: Database = {
    ...database(),
    query: async (statement, values) => {
      if (statement.includes('note_delivery')) throw new Error('connection lost')
      return database().query(statement, values)
    },
  }
  const { sender, reported, posted } = senderTo(() => ok, forgetful)
  await sender.round()
  await expect.poll(() => reported).toEqual([expect.stringMatching(/^notice \d+: Error: connection lost$/)])
  const later = senderTo(() => ok)
  later.advance(LEASE_S - 1)
  expect(await later.sender.round()).toBe(0)
  later.advance(1)
  expect(await later.all()).toBe(1)
  expect(later.posted[0]?.headers['webhook-id']).toBe(posted[0]?.headers['webhook-id'])
})

it('sends nothing to who wants to be told no more', async () => {
  const { id } = await customerToTell('shop.example', 6)
  const slow = held()
  const { sender, posted } = senderTo(() => slow.answer(ok))
  await sender.round()
  await removeWebhook(database(), id)
  slow.letGo()
  await sender.finish?.()
  expect(posted).toHaveLength(4)
})

it('shares the work with another sender, and neither sends what the other does', async () => {
  const told = await Promise.all(['a', 'b', 'c'].map((name) => customerToTell(`${name}.example`, 20)))
  const all: string[] = []
  const senders = [1, 2, 3].map(() =>
    senderTo(({ headers }) => {
      all.push(headers['webhook-id'] ?? '')
      return ok
    }),
  )
  while (all.length < 60) await Promise.all(senders.map(({ sender }) => sender.round()))
  await Promise.all(senders.map(({ sender }) => sender.finish?.()))
  const expected = told.flatMap(({ purchases }) => purchases.map((id) => `msg_${id}_delivered`))
  expect(all.toSorted()).toEqual(expected.toSorted())
  expect(senders.map(({ reported }) => reported)).toEqual([[], [], []])
})
