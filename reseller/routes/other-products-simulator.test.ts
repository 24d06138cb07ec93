import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { type Command, greetingOf, runOutsideOfTests } from '../../test/command.ts'
import { kobo, koboHalfUp } from '../pricing/kobo.ts'
import { lookAtDue } from '../purchases/look.ts'
import { createFloatWatch } from '../purchases/watch-float.ts'
import { findPurchase } from '../storage/reads.ts'
import { useDatabase } from '../storage/use-database.test-support.ts'
import { createVtpass } from '../vtpass/client.ts'
import { bad, buyerOf, renew } from './buyer.test-support.ts'
import { type Body, NOON, type TestSettings } from './reseller.test-support.ts'

const { database } = useDatabase()

/** The simulator, in a process of its own: we meet over HTTP. */
let command: Command
let baseUrl: string

beforeAll(async () => {
  const main = fileURLToPath(new URL('../../cli/main.ts', import.meta.url))
  command = runOutsideOfTests(process.execPath, [main, 'start', '--port', '0'])
  ;({ baseUrl } = await greetingOf(command))
})
afterAll(() => command.process.kill('SIGKILL'))

async function control(path: string, method: string, body?: object): Promise<Body> {
  const answer = await fetch(`${new URL(baseUrl).origin}/_simulator/accounts${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  return answer.json()
}

/** A customer of a reseller that buys at a simulator of its own, both by one clock. */
async function buyerAt(account: object = {}, settings: TestSettings = {}, naira = 2_000) {
  const { id: name, apiKey, publicKey, secretKey } = await control('', 'POST', account)
  await control(`/${name}/clock`, 'POST', { set: new Date(NOON).toISOString(), mode: 'frozen' })
  const vtpass = createVtpass({ baseUrl, apiKey, publicKey, secretKey, timeoutMs: 400 })
  onTestFinished(() => vtpass.close())
  const buyer = await buyerOf(database(), { main: kobo(naira * 100) }, settings)
  Object.assign(buyer.vtpass, {
    pay: vtpass.pay,
    requery: vtpass.requery,
    variations: vtpass.variations,
    services: vtpass.services,
    verify: vtpass.verify,
    balance: vtpass.balance,
  })
  return {
    ...buyer,
    change: (fields: object) => control(`/${name}`, 'PATCH', fields),
    scenario: (rule: object) => control(`/${name}/scenarios`, 'POST', rule),
    async pass(seconds: number) {
      await control(`/${name}/clock`, 'POST', { advance: `${seconds}s` })
      buyer.advance(seconds)
      while ((await lookAtDue(buyer.backend.shop, 10)) === 10);
    },
    /** What VTpass charged for each of its transactions, by our reference; naira. */
    async charged(): Promise<Map<string, number>> {
      const { items } = await control(`/${name}/transactions`, 'GET')
      return new Map(items.map(({ requestId, charged }: Body) => [requestId, charged]))
    },
  }
}

const says = {
  delivered: 'purchase successful',
  processing: 'Transaction is being processed',
  failed: 'Transaction failed with code: 016',
}

/** What the answer says, and what becomes of it; 083 leaves no order at VTpass. */
const fates: [kind: string, heard: string, becomes: string][] = [
  ['delivered', says.delivered, 'delivered'],
  ['201000000000', says.processing, 'delivered'],
  ['500000000000', says.processing, 'failed'],
  ['400000000000', says.processing, 'delivered'],
  ['300000000000', says.processing, 'delivered'],
  ['failed', says.failed, 'failed'],
]

describe.each([
  ['mtn', { delivered: '08011111111', failed: '08012345678' }, 10_050],
  ['glo', { delivered: '08011111111', failed: '08012345678' }, 10_050],
  ['airtel', { delivered: '08011111111', failed: '08012345678' }, 10_050],
  ['etisalat', { delivered: '08011111111', failed: '08012345678' }, 10_050],
  ['gotv', { delivered: '1212121212', failed: '7012345678' }, 41_000],
] as [string, Record<string, string>, number][])('%s', (serviceID, numbers, price) => {
  it('is bought through each of the six recipients, and every kobo agrees with VTpass’s own record', async () => {
    const buyer = await buyerAt({ settlePendingAfter: '1h' }, {}, 10_000)
    const product = serviceID === 'gotv' ? 'tv' : 'airtime'
    const buy = (number: string) =>
      product === 'tv'
        ? buyer.subscribe({ billersCode: number, request_id: number })
        : buyer.topUp({ serviceID, phone: number, request_id: number })
    const recipients = fates.map(([kind]) => numbers[kind] ?? kind)
    const answers = await Promise.all(recipients.map(buy))
    expect(answers.map(({ body }) => body.message.replace(/^\w+ (?=purchase)/, ''))).toEqual(
      fates.map(([, heard]) => heard),
    )
    expect(await buyer.balances()).toEqual([1_000_000 - 5 * price, 0, 4 * price])

    await buyer.pass(7200)
    await buyer.pass(7200)
    const ours = await Promise.all(recipients.map((number) => findPurchase(database(), buyer.id, number)))
    expect(ours.map((purchase) => purchase?.state)).toEqual(fates.map(([, , becomes]) => becomes))
    const theirs = await buyer.charged()
    for (const purchase of ours) {
      expect(purchase?.charged ?? 0).toBe(koboHalfUp(theirs.get(purchase?.reference ?? '') ?? 0))
    }
    expect(await buyer.balances()).toEqual([1_000_000 - 4 * price, 0, 0])
    for (const number of recipients) expect((await buyer.query(product, number)).status).toBe(200)
    expect(buyer.reported).toEqual([])
  })
})

describe('a renewal of GOTV', () => {
  it('costs what the verification says, and VTpass charges that', async () => {
    const buyer = await buyerAt({ verifyDetail: true })
    expect((await buyer.verify()).body.data).toMatchObject({
      Customer_Name: 'TEST METER',
      Current_Bouquet: 'GOtv Lite N410',
      Renewal_Amount: 410,
    })
    expect((await buyer.subscribe({ ...renew, amount: 380 })).status).toBe(409)
    const { body } = await buyer.subscribe({ ...renew, amount: 410 })
    expect(body).toMatchObject({
      message: 'TV purchase successful',
      data: { amount: 410, content: { transactions: { unit_price: '410', total_amount: 403.85 } } },
    })
    expect(await buyer.balances()).toEqual([159_000, 0, 0])
    expect([...(await buyer.charged()).values()]).toEqual([403.85])
    expect((await buyer.subscribe({ ...renew, amount: 410 })).body).toEqual(body)
  })

  it.each(['pending-then-delivered', 'pending-then-failed', 'delivered-but-unheard', 'never-arrived'])(
    'that is %s holds its price until VTpass tells',
    async (fate) => {
      const buyer = await buyerAt({ verifyDetail: true })
      await buyer.scenario({ match: { endpoint: 'pay' }, fate })
      expect((await buyer.subscribe(renew)).body.message).toBe(says.processing)
      expect(await buyer.balances()).toEqual([159_000, 0, 41_000])
      await buyer.pass(7200)
      await buyer.pass(7200)
      const isDelivered = fate.includes('delivered')
      expect(await buyer.balances()).toEqual([isDelivered ? 159_000 : 200_000, 0, 0])
    },
  )

  it('is refused for each recipient that VTpass does not verify, and nothing is sent', async () => {
    const buyer = await buyerAt({ verifyDetail: true })
    const error =
      "The Smartcard/Decoder Number you entered may be invalid, Please check and only proceed if you are sure it's valid."
    for (const billersCode of [
      '201000000000',
      '500000000000',
      '400000000000',
      '300000000000',
      '7012345678',
    ]) {
      expect((await buyer.subscribe({ ...renew, billersCode })).body).toEqual(bad(error))
    }
    expect(buyer.vtpass.paid).toEqual([])
    expect(await buyer.balances()).toEqual([200_000, 0, 0])
  })

  it('is refused where VTpass does not name its price, as its sandbox does', async () => {
    const buyer = await buyerAt()
    expect((await buyer.subscribe(renew)).body).toEqual(
      bad('The renewal amount of 1212121212 is not known. Use subscription_type change'),
    )
    expect(await buyer.balances()).toEqual([200_000, 0, 0])
  })
})

it('what is listed is what VTpass lists', async () => {
  const buyer = await buyerAt()
  const limits = (await buyer.list('airtime/service-ids')).body.data.map((service: Body) => [
    service.serviceID,
    service.minimium_amount,
    service.maximum_amount,
  ])
  expect(limits).toEqual([
    ['airtel', '50', '50000'],
    ['mtn', '10', '200000'],
    ['glo', '10', '100000'],
    ['etisalat', '5', '50000'],
  ])
  expect((await buyer.list('tv/service-ids')).body.data).toHaveLength(1)
  expect((await buyer.list('tv/variation-codes?serviceID=gotv')).body.data.variations).toHaveLength(7)
})

it('a wallet at VTpass that is too low refuses before anything is held, once its balance is known', async () => {
  const guard = { downAfter: 5, downForMs: 15_000, balanceEveryMs: 60_000 }
  const buyer = await buyerAt({ wallet: 150 }, { guard })
  const { backend, vtpass, balances, advance } = buyer
  const watch = createFloatWatch({
    database: database(),
    vtpass: { balance: async () => vtpass.balance() },
    guard: backend.guard,
    minimum: null,
    now: backend.shop.now,
  })
  const buy = async (request_id: string) =>
    (await buyer.topUp({ amount: 100, phone: '08011111111', request_id })).body.message
  expect(await watch()).toBe(1)
  expect((await buyer.topUp({ amount: 150.01 })).status).toBe(503)
  expect(await buy('first')).toBe('Airtime purchase successful')
  expect(await buy('second')).toBe('The money at VTpass is too low for this. Nothing was charged')
  expect(await balances()).toEqual([190_000, 0, 0])
  await buyer.change({ wallet: 1000 })
  advance(5)
  expect(await watch()).toBe(1)
  await buyer.pass(60)
  expect(await buy('second')).toBe('Airtime purchase successful')
})
