import { describe, expect, it } from 'vitest'
import { kobo } from '../pricing/kobo.ts'
import { lookAtDue } from '../purchases/look.ts'
import { findPurchase } from '../storage/reads.ts'
import { useDatabase } from '../storage/use-database.test-support.ts'
import type { Heard } from '../vtpass/heard.ts'
import { bad, buyerOf, renew } from './buyer.test-support.ts'
import { codeAnswer, deliveredAnswer, LOST, NOT_SENT } from './reseller.test-support.ts'

const { database } = useDatabase()

/** A customer of a reseller that takes VTpass for down after two purchases, for 15 s. */
const guarded = () =>
  buyerOf(
    database(),
    { main: kobo(200_000) },
    { guard: { downAfter: 2, downForMs: 15_000, balanceEveryMs: 60_000 } },
  )

type Buyer = Awaited<ReturnType<typeof guarded>>

const products: [string, (buyer: Buyer, fields?: object) => ReturnType<Buyer['topUp']>][] = [
  ['data', ({ buyData }, fields) => buyData(fields)],
  ['airtime', ({ topUp }, fields) => topUp(fields)],
  ['TV, to change', ({ subscribe }, fields) => subscribe(fields)],
  ['TV, to renew', ({ subscribe }, fields) => subscribe({ ...renew, ...fields })],
]

async function takeDown(buyer: Buyer, heard: Heard = NOT_SENT): Promise<void> {
  buyer.vtpass.pay = () => heard
  await buyer.topUp({ request_id: 'down-1' })
  await buyer.topUp({ request_id: 'down-2' })
}

const refusedDown = {
  status: 503,
  body: {
    statusCode: 503,
    message: 'VTpass cannot be reached. Nothing was charged',
    error: 'Service Unavailable',
  },
}

const refusedLow = {
  status: 503,
  body: {
    statusCode: 503,
    message: 'The money at VTpass is too low for this. Nothing was charged',
    error: 'Service Unavailable',
  },
}

describe.each(products)('a purchase of %s', (_name, purchase) => {
  it('is refused while VTpass is known to be down, before anything is held; later the same one is sold', async () => {
    const buyer = await guarded()
    await takeDown(buyer)
    buyer.advance(5)
    const refused = await purchase(buyer, { request_id: 'order' })
    expect(refused).toMatchObject(refusedDown)
    expect(refused.headers.get('retry-after')).toBe('10')
    expect(buyer.vtpass.paid).toHaveLength(2)
    expect(await findPurchase(database(), buyer.id, 'order')).toBeNull()
    expect(await buyer.balances()).toEqual([200_000, 0, 0])
    buyer.advance(10)
    buyer.vtpass.pay = ({ request_id }) => deliveredAnswer(request_id)
    expect((await purchase(buyer, { request_id: 'order' })).status).toBe(200)
  })

  it('is refused while the float does not pay for it, before anything is held', async () => {
    const buyer = await guarded()
    const { guard, shop } = buyer.backend
    guard.askedForBalance(shop.now())
    guard.toldBalance(kobo(10_000))
    const refused = await purchase(buyer, { request_id: 'order' })
    expect(refused).toMatchObject(refusedLow)
    expect(refused.headers.get('retry-after')).toBe('60')
    expect(buyer.vtpass.paid).toEqual([])
    expect(await findPurchase(database(), buyer.id, 'order')).toBeNull()
    expect(await buyer.balances()).toEqual([200_000, 0, 0])
    guard.askedForBalance(shop.now())
    guard.toldBalance(kobo(100_000))
    expect((await purchase(buyer, { request_id: 'order' })).status).toBe(200)
  })

  it('that is known is answered all the same', async () => {
    const buyer = await guarded()
    const first = await purchase(buyer, { request_id: 'order' })
    await takeDown(buyer)
    expect(await purchase(buyer, { request_id: 'order' })).toMatchObject({ status: 200, body: first.body })
  })
})

describe('while VTpass is known to be down', () => {
  it('what cannot be sold is refused for what it is', async () => {
    const buyer = await guarded()
    await takeDown(buyer)
    expect((await buyer.topUp({ amount: 1, request_id: 'a' })).body).toEqual(
      bad('amount must be at least 10'),
    )
    expect((await buyer.subscribe({ amount: 1, request_id: 'b' })).status).toBe(409)
  })

  it('purchases in doubt are looked at and settled, and their customers answered', async () => {
    const buyer = await guarded()
    buyer.vtpass.pay = () => LOST
    await buyer.topUp({ request_id: 'doubt-1' })
    await buyer.topUp({ request_id: 'doubt-2' })
    await takeDown(buyer)
    expect((await buyer.topUp({ request_id: 'doubt-1' })).body.message).toBe(
      'Transaction is still processing',
    )
    buyer.advance(5)
    expect((await buyer.topUp({ request_id: 'new' })).status).toBe(503)
    await lookAtDue(buyer.backend.shop, 10)
    expect(buyer.vtpass.requeried).toHaveLength(2)
    expect((await buyer.query('airtime', 'doubt-1')).body.data.code).toBe('000')
    expect((await buyer.topUp({ request_id: 'doubt-2' })).status).toBe(200)
    expect(await buyer.balances()).toEqual([179_900, 0, 0])
  })

  it('HTTP 500 is a doubt as ever: nothing is settled by it', async () => {
    const buyer = await guarded()
    await takeDown(buyer, codeAnswer('083', null, 'SYSTEM ERROR', 500))
    expect(await buyer.topUp({ request_id: 'new' })).toMatchObject(refusedDown)
    expect(await buyer.balances()).toEqual([179_900, 0, 20_100])
  })

  it('one purchase at a time finds out; who has no money, or a wrong price, keeps nobody waiting', async () => {
    const buyer = await guarded()
    await takeDown(buyer)
    buyer.advance(15)
    for (const request_id of ['poor-1', 'poor-2']) {
      expect((await buyer.topUp({ amount: 199_999, request_id })).body.message).toBe(
        'Insufficient wallet balance',
      )
    }
    const arrived = Promise.withResolvers<void>()
    const released = Promise.withResolvers<void>()
    buyer.vtpass.pay = async ({ request_id }) => {
      arrived.resolve()
      await released.promise
      return deliveredAnswer(request_id)
    }
    const first = buyer.topUp({ request_id: 'a' })
    await arrived.promise
    const second = await buyer.topUp({ request_id: 'b' })
    expect(second).toMatchObject(refusedDown)
    expect(second.headers.get('retry-after')).toBe('5')
    released.resolve()
    expect((await first).status).toBe(200)
    expect((await buyer.topUp({ request_id: 'c' })).status).toBe(200)
  })

  it('a mistake of ours in the one that finds out keeps nobody waiting', async () => {
    const buyer = await guarded()
    await takeDown(buyer)
    buyer.advance(15)
    buyer.vtpass.pay = () => {
      throw new Error('the process is confused')
    }
    expect((await buyer.topUp({ request_id: 'a' })).status).toBe(500)
    buyer.vtpass.pay = ({ request_id }) => deliveredAnswer(request_id)
    expect((await buyer.topUp({ request_id: 'b' })).status).toBe(200)
  })

  it('a twin of the one that finds out, quoted meanwhile, is answered as that one', async () => {
    const buyer = await guarded()
    await takeDown(buyer)
    buyer.advance(15)
    buyer.vtpass.pay = () => LOST
    const { verify } = buyer.vtpass
    const asked = Promise.withResolvers<void>()
    const released = Promise.withResolvers<void>()
    buyer.vtpass.verify = async (fields) => {
      asked.resolve()
      await released.promise
      return verify(fields)
    }
    const twin = buyer.subscribe(renew)
    await asked.promise
    buyer.vtpass.verify = verify
    await buyer.subscribe(renew)
    buyer.vtpass.pay = () => NOT_SENT
    await buyer.topUp({ request_id: 'down again' })
    released.resolve()
    expect(await twin).toMatchObject({ status: 400, body: { message: 'Transaction is still processing' } })
  })
})

describe('the float', () => {
  it('is spent by what is delivered and what is in doubt, and not by what failed', async () => {
    const buyer = await guarded()
    const { guard, shop } = buyer.backend
    guard.askedForBalance(shop.now())
    guard.toldBalance(kobo(30_000))
    const buy = async (heard: Heard | null, request_id: string) => {
      buyer.vtpass.pay = ({ request_id: reference }) => heard ?? deliveredAnswer(reference)
      return (await buyer.topUp({ amount: 100, request_id })).status
    }
    const failed = codeAnswer('016', 'failed', 'TRANSACTION FAILED')
    expect(await buy(null, 'delivered')).toBe(200)
    expect(await buy(failed, 'failed-1')).toBe(400)
    expect(await buy(failed, 'failed-2')).toBe(400)
    expect(await buy(LOST, 'doubt')).toBe(200)
    expect(await buy(null, 'last')).toBe(200)
    expect(await buy(null, 'none')).toBe(503)
  })

  it('is too low after 018, whose purchase is refunded; the next is not sent until VTpass tells its balance', async () => {
    const buyer = await guarded()
    const { guard, shop } = buyer.backend
    buyer.vtpass.pay = () => codeAnswer('018', null, 'LOW WALLET BALANCE')
    expect((await buyer.topUp({ request_id: 'a' })).body).toEqual(bad('Transaction failed with code: 018'))
    expect(await buyer.topUp({ request_id: 'b' })).toMatchObject(refusedLow)
    expect((await buyer.topUp({ request_id: 'a' })).body).toEqual(bad('Transaction failed with code: 018'))
    expect(buyer.vtpass.paid).toHaveLength(1)
    expect(await buyer.balances()).toEqual([200_000, 0, 0])
    buyer.advance(1)
    guard.askedForBalance(shop.now())
    guard.toldBalance(kobo(1_000_000))
    buyer.vtpass.pay = ({ request_id }) => deliveredAnswer(request_id)
    expect((await buyer.topUp({ request_id: 'b' })).status).toBe(200)
  })
})
