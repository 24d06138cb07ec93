import { Webhook } from 'standardwebhooks'
import { expect, it } from 'vitest'
import { messageId } from '../../notices/send-due.ts'
import { kobo } from '../../pricing/kobo.ts'
import { lookAtDue } from '../../purchases/look.ts'
import type { Means } from '../../storage/purchases.test-support.ts'
import { claimNotices, noteDelivery } from '../../storage/telling.ts'
import { useDatabase } from '../../storage/use-database.test-support.ts'
import { customerOf } from '../data/customer.test-support.ts'
import { codeAnswer, LOST, type TestSettings } from '../reseller.test-support.ts'

const { database } = useDatabase()
const HOOK = '/api/v1/webhook'
const url = 'https://shop.example/hooks/data'
const none = { statusCode: 404, message: 'You have no webhook', error: 'Not Found' }

async function customer(settings: TestSettings = {}, means?: Means) {
  const caller = await customerOf(database(), means, settings)
  const token = await caller.tokenOf({ kind: 'customer', id: caller.id }, 2 * 86_400)
  return {
    ...caller,
    read: (path = '') => caller.get(`${HOOK}${path}`, { token }),
    set: (fields: unknown = { url }) => caller.put(HOOK, fields, { token }),
    removeIt: () => caller.remove(HOOK, { token }),
    ask: (path: string) => caller.post(`${HOOK}${path}`, '', { token }),
  }
}

it('is set with a secret that is shown once', async () => {
  const { set, read } = await customer()
  expect((await read()).body).toEqual(none)
  const first = await set()
  expect(first).toMatchObject({
    status: 200,
    body: { data: { url, secret: expect.stringMatching(/^whsec_/) } },
  })
  const { secret } = first.body.data
  expect(Buffer.from(secret.slice('whsec_'.length), 'base64')).toHaveLength(32)
  expect((await read()).body.data).toEqual({ url, failures: 0, waiting: 0 })
  const moved = await set({ url: 'https://new.example/hook' })
  expect(moved.body.data).toEqual({ url: 'https://new.example/hook', secret: null })
  const [row] = await database().query(
    'select webhook_secret as secret from customer where webhook_url = $1',
    ['https://new.example/hook'],
  )
  expect(row).toEqual({ secret })
})

it('has another secret for every customer', async () => {
  const secrets = await Promise.all(
    [1, 2].map(async () => (await (await customer()).set()).body.data.secret as string),
  )
  expect(new Set(secrets).size).toBe(2)
})

it('is removed, and a new one has a new secret', async () => {
  const { set, read, removeIt } = await customer()
  const first = (await set()).body.data.secret
  expect((await removeIt()).body).toEqual({
    success: true,
    message: 'Webhook removed successfully',
    data: null,
  })
  expect((await read()).body).toEqual(none)
  expect((await removeIt()).body).toEqual(none)
  expect((await set()).body.data.secret).not.toBe(first)
})

it.each([
  [{}, 'url is required'],
  [{ url: '' }, 'url is required'],
  [{ url: 7 }, 'url must be a string'],
  ['[]', 'The body must be a JSON object'],
  ['hello', 'The body must be a JSON object'],
  [{ url: 'http://shop.example/' }, 'url must begin with https://'],
  [{ url: 'https://a:b@shop.example/' }, 'url must hold no user and no password'],
  [
    { url: `https://shop.example/${'x'.repeat(500)}` },
    'url must be an https address of at most 500 characters',
  ],
])('is not set to %j', async (fields, message) => {
  const { set, read } = await customer()
  expect(await set(fields)).toMatchObject({ status: 400, body: { message } })
  expect((await read()).body).toEqual(none)
})

it('keeps a NUL and SQL for what they are', async () => {
  const { set, read } = await customer()
  await set({ url: "https://shop.example/\u0000'; drop table outbox; --" })
  expect((await read()).body.data.url).toBe("https://shop.example/%00';%20drop%20table%20outbox;%20--")
})

it('is on this machine only where the operator allows it', async () => {
  const local = { url: 'http://127.0.0.1:3000/hook' }
  expect((await (await customer()).set(local)).status).toBe(200)
  const live = await customer({ allowsPrivateWebhooks: false })
  expect(await live.set(local)).toMatchObject({ status: 400 })
  expect(await live.set({ url: 'https://169.254.169.254/' })).toMatchObject({
    status: 400,
    body: { message: 'url must be an address on the internet' },
  })
})

it('has its secret changed, and the old one signs for a day more', async () => {
  const { set, ask, webhook, advance, read } = await customer()
  expect((await ask('/secret')).body).toEqual(none)
  const old = (await set()).body.data.secret
  const { secret, oldUntil } = (await ask('/secret')).body.data
  expect([secret === old, oldUntil]).toEqual([false, '2026-01-28T12:00:00.000Z'])
  const signatures = async () => {
    await ask('/test')
    const last = webhook.posted.at(-1)
    if (last === undefined) expect.fail('nothing was sent')
    const { headers, body } = last
    const [id = '', seconds] = [headers['webhook-id'], Number(headers['webhook-timestamp'])]
    const sign = (by: string) => new Webhook(by).sign(id, new Date(seconds * 1000), body)
    const made = headers['webhook-signature']?.split(' ')
    return made?.map((each) => ({ [sign(secret)]: 'new', [sign(old)]: 'old' })[each])
  }
  expect(await signatures()).toEqual(['new', 'old'])
  advance(86_399)
  expect(await signatures()).toEqual(['new', 'old'])
  advance(1)
  expect(await signatures()).toEqual(['new'])
  expect(JSON.stringify((await read()).body)).not.toContain('whsec')
})

it.each([
  [{ httpStatus: 204, note: null }, true],
  [{ httpStatus: 500, note: null }, false],
  [{ httpStatus: null, note: 'no answer in time' }, false],
])('is sent a test message, and what came of it is told: %j', async (answer, isAcknowledged) => {
  const { set, ask, webhook, read } = await customer()
  expect((await ask('/test')).body).toEqual(none)
  await set()
  webhook.answer = () => answer
  const { data } = (await ask('/test')).body
  expect(data).toEqual({ id: expect.stringMatching(/^msg_.+_test$/), isAcknowledged, ...answer, tookMs: 0 })
  expect(webhook.posted).toMatchObject([{ url, headers: { 'webhook-id': data.id } }])
  expect(JSON.parse(webhook.posted[0]?.body ?? '')).toEqual({
    type: 'webhook.test',
    timestamp: '2026-01-27T12:00:00.000Z',
    data: {},
  })
  expect((await read('/deliveries')).body.data).toEqual({ items: [], next: null })
})

it('is told of a purchase, and the log says what came of each attempt', async () => {
  const { id, set, buy, read, backend, vtpass } = await customer()
  await set()
  vtpass.pay = () => codeAnswer('016', 'failed', 'TRANSACTION FAILED')
  await buy({ request_id: 'order-1' })
  expect((await read()).body.data).toEqual({ url, failures: 0, waiting: 1 })
  const { now } = backend.shop
  const later = new Date(now().getTime() + 5_000)
  const [notice] = await claimNotices(database(), { at: now(), until: later, limit: 10, each: 10 })
  if (notice === undefined) expect.fail('there is nothing to tell')
  const sent = { notice: notice.id, startedAt: now(), url }
  const silence = { httpStatus: null, note: 'no answer in time', endedAt: later, next: later }
  await noteDelivery(database(), { ...sent, ...silence })
  await noteDelivery(database(), { ...sent, httpStatus: 200, note: null, endedAt: now(), next: 'delivered' })
  const shared = {
    id: expect.any(Number),
    at: '2026-01-27T12:00:00.000Z',
    message: messageId(notice),
    purchase: notice.purchase,
    requestId: 'order-1',
    event: 'failed',
    url,
  }
  const first = {
    ...shared,
    isAcknowledged: false,
    httpStatus: null,
    note: 'no answer in time',
    tookMs: 5_000,
  }
  const second = { ...shared, isAcknowledged: true, httpStatus: 200, note: null, tookMs: 0 }
  expect((await read('/deliveries')).body.data).toEqual({ items: [second, first], next: null })
  const page = (await read('/deliveries?limit=1')).body.data
  expect(page.items).toEqual([second])
  expect((await read(`/deliveries?limit=1&cursor=${page.next}`)).body.data).toEqual({
    items: [first],
    next: null,
  })
  const body = notice.body as { type: string; data: object }
  expect(body).toEqual({
    type: 'transaction.failed',
    timestamp: '2026-01-27T12:00:00.000Z',
    data: {
      id: notice.purchase,
      requestId: 'order-1',
      status: 'failed',
      amount: 240,
      refundedMain: 240,
      refundedCashback: 0,
    },
  })

  const other = await customer()
  expect((await other.read()).body).toEqual(none)
  expect((await other.read('/deliveries')).body.data).toEqual({ items: [], next: null })
  expect((await other.ask('/test')).body).toEqual(none)
  expect((await other.ask('/secret')).body).toEqual(none)
  expect((await other.removeIt()).body).toEqual(none)
  expect(id).not.toBe(other.id)
  expect((await read()).body.data.url).toBe(url)
})

interface Entry {
  readonly kind: string
  readonly wallet: string
  readonly requestId: string | null
  readonly amount: number
}

it.each([
  ['failed', 'refund', '016', 'failed'],
  ['reversed', 'reverse', '040', 'reversed'],
])('says of one that %s later what the wallets were given back', async (event, kind, code, status) => {
  const means = { main: kobo(20_000), cashback: kobo(7_550) }
  const { set, buy, get, id, tokenOf, vtpass, backend, advance } = await customer({}, means)
  await set()
  if (event === 'failed') vtpass.pay = () => LOST
  await buy({ use_cashback: true, request_id: 'mixed' })
  vtpass.requery = () => codeAnswer(code, status, 'as it says')
  advance(3_601)
  await lookAtDue(backend.shop, 10)
  const token = await tokenOf({ kind: 'customer', id })
  const entries: Entry[] = (await get('/api/v1/wallet/entries', { token })).body.data.items
  const back = (wallet: string) =>
    entries.find((entry) => entry.requestId === 'mixed' && entry.kind === kind && entry.wallet === wallet)
      ?.amount
  expect([back('main'), back('cashback')]).toEqual([164.5, 75.5])
  const [told] = await database().query<{ body: unknown }>(
    `select body from outbox where customer = $1 and body -> 'data' ->> 'requestId' = 'mixed' order by id desc limit 1`,
    [id],
  )
  expect(told?.body).toMatchObject({
    type: `transaction.${event}`,
    timestamp: '2026-01-27T13:00:01.000Z',
    data: { status: event, amount: 240, refundedMain: back('main'), refundedCashback: back('cashback') },
  })
})

it('is told of a delivery that a later look finds', async () => {
  const { set, buy, id, vtpass, backend, advance } = await customer()
  await set()
  vtpass.pay = () => LOST
  await buy()
  advance(10)
  await lookAtDue(backend.shop, 10)
  const told = 'select body from outbox where customer = $1'
  expect(await database().query(told, [id])).toMatchObject([
    { body: { type: 'transaction.delivered', data: { refundedMain: 0, refundedCashback: 0 } } },
  ])
})

it.each(['limit=0', 'cursor=-1', 'cursor=x'])('has no page ?%s', async (query) => {
  expect((await (await customer()).read(`/deliveries?${query}`)).status).toBe(400)
})

it.each([
  ['get', ''],
  ['put', ''],
  ['remove', ''],
  ['get', '/deliveries'],
  ['post', '/secret'],
  ['post', '/test'],
])('is nobody else’s: %s %s', async (method, path) => {
  const reseller = await customer()
  const call = (options: { token?: string }) => {
    const at = `${HOOK}${path}`
    if (method === 'get') return reseller.get(at, options)
    if (method === 'remove') return reseller.remove(at, options)
    return method === 'put' ? reseller.put(at, { url }, options) : reseller.post(at, '', options)
  }
  expect((await call({})).status).toBe(401)
  const operator = await reseller.tokenOf({ kind: 'operator', name: 'ada' })
  expect((await call({ token: operator })).status).toBe(401)
  const nobody = await reseller.tokenOf({ kind: 'customer', id: 'nobody' })
  const statuses: Record<string, number> = { put: 401 }
  const expected = path === '/deliveries' ? 200 : (statuses[method] ?? 404)
  expect((await call({ token: nobody })).status).toBe(expected)
})
