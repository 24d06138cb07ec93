import { describe, expect, it } from 'vitest'
import { kobo } from '../../pricing/kobo.ts'
import { lookAtDue } from '../../purchases/look.ts'
import { fund } from '../../storage/purchases.test-support.ts'
import { findPurchase } from '../../storage/reads.ts'
import { useDatabase } from '../../storage/use-database.test-support.ts'
import type { Heard } from '../../vtpass/heard.ts'
import { bad, buyerOf, change, gotvAnswer, renew, renewalAnswer } from '../buyer.test-support.ts'
import { bouquets, smartcard } from '../other-products.test-support.ts'
import { codeAnswer, LOST, NOT_SENT, percent } from '../reseller.test-support.ts'

const { database } = useDatabase()

const answerOf = (body: object, httpStatus = 200): Heard => ({
  kind: 'answer',
  httpStatus,
  contentType: 'application/json',
  body,
})
const verifiedAs = (content: object) => () => answerOf({ code: '000', content })

describe('POST purchase, to change', () => {
  it('answers a delivery with its content, and charges the price of the bouquet', async () => {
    const { subscribe, vtpass, balances } = await buyerOf(database())
    vtpass.pay = ({ request_id }) => gotvAnswer(request_id)
    expect(await subscribe()).toMatchObject({
      status: 200,
      body: {
        message: 'TV purchase successful',
        data: {
          code: '000',
          content: {
            transactions: {
              status: 'delivered',
              product_name: 'Gotv Payment',
              unique_element: '1212121212',
              unit_price: '410',
              amount: '410',
              commission: 6.1499999999999995,
              total_amount: 403.85,
            },
          },
          requestId: change.request_id,
          amount: 410,
        },
      },
    })
    expect(await balances()).toEqual([159_000, 0, 0])
  })

  it('tells VTpass the bouquet, and no price; it verifies nothing', async () => {
    const { id, subscribe, vtpass } = await buyerOf(database())
    await subscribe()
    expect(vtpass.paid).toEqual([
      {
        serviceID: 'gotv',
        billersCode: '1212121212',
        phone: '08012345678',
        subscription_type: 'change',
        variation_code: 'gotv-lite',
        request_id: expect.stringMatching(/^202601271300[0-9a-z]{16}$/),
      },
    ])
    expect(vtpass.verified).toEqual([])
    expect(await findPurchase(database(), id, change.request_id)).toMatchObject({
      kind: 'tv',
      serviceID: 'gotv',
      variation: 'gotv-lite',
      title: 'GOtv Lite N410',
      recipient: '1212121212',
      phone: '08012345678',
      subscription: 'change',
      cost: 41_000,
      price: 41_000,
    })
  })

  it('has no markup, and earns no cashback', async () => {
    const prices = { markups: { regular: percent('50'), friendly: null }, cashback: percent('50') }
    const { subscribe, balances } = await buyerOf(database(), { main: kobo(41_000) }, { prices })
    await subscribe()
    expect(await balances()).toEqual([0, 0, 0])
  })

  it('takes the price as an amount, and no other', async () => {
    const { subscribe, vtpass } = await buyerOf(database())
    for (const amount of [409.99, 410.01, 1, 3600]) {
      expect((await subscribe({ amount })).body).toEqual({
        statusCode: 409,
        message: `amount ${amount} is not the price: it is 410`,
        error: 'Conflict',
      })
    }
    expect(vtpass.paid).toEqual([])
    expect((await subscribe({ amount: 410 })).status).toBe(200)
  })

  it('sells nothing while VTpass’s prices cannot be had', async () => {
    const { id, subscribe, list, vtpass, advance } = await buyerOf(database())
    await list('tv/variation-codes?serviceID=gotv')
    vtpass.variations = () => LOST
    advance(1800)
    const refused = await subscribe()
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '15'])
    expect(await findPurchase(database(), id, change.request_id)).toBeNull()
  })

  it('keeps a name of VTpass’s that PostgreSQL cannot hold', async () => {
    const { id, subscribe, vtpass } = await buyerOf(database())
    const [lite] = bouquets.variations
    const content = { ...bouquets, variations: [{ ...lite, name: 'GOtv\u0000 Lite\ud800' }] }
    vtpass.variations = () => answerOf({ response_description: '000', content })
    expect((await subscribe()).status).toBe(200)
    expect((await findPurchase(database(), id, change.request_id))?.title).toBe('GOtv Lite')
  })
})

describe('POST purchase, to renew', () => {
  it('costs what VTpass’s verification says now, and tells VTpass that amount', async () => {
    const { id, subscribe, vtpass, balances } = await buyerOf(database())
    vtpass.pay = ({ request_id }) => renewalAnswer(request_id)
    const { body } = await subscribe({ ...renew, variation_code: undefined })
    expect(body.data).toMatchObject({ amount: 380.5, content: { transactions: { unit_price: '380.5' } } })
    expect(vtpass.verified).toEqual([{ serviceID: 'gotv', billersCode: '1212121212' }])
    expect(vtpass.paid).toEqual([
      {
        serviceID: 'gotv',
        billersCode: '1212121212',
        phone: '08012345678',
        subscription_type: 'renew',
        amount: 380.5,
        request_id: expect.any(String),
      },
    ])
    expect(await balances()).toEqual([161_950, 0, 0])
    expect(await findPurchase(database(), id, renew.request_id)).toMatchObject({
      variation: null,
      subscription: 'renew',
      title: 'GOtv Lite N410',
      cost: 38_050,
      price: 38_050,
    })
  })

  it('is verified for each purchase: the amount of the last time is no price', async () => {
    const { subscribe, verify, vtpass, balances } = await buyerOf(database())
    expect((await verify()).body.data.Renewal_Amount).toBe(380.5)
    vtpass.verify = verifiedAs({ ...smartcard, Renewal_Amount: 500 })
    expect((await subscribe({ ...renew, amount: 380.5 })).body).toEqual({
      statusCode: 409,
      message: 'amount 380.5 is not the price: it is 500',
      error: 'Conflict',
    })
    expect(await balances()).toEqual([200_000, 0, 0])
    expect((await subscribe({ ...renew, amount: 500 })).status).toBe(200)
    expect(await balances()).toEqual([150_000, 0, 0])
  })

  it('asked again is answered without a verification', async () => {
    const { subscribe, vtpass, balances } = await buyerOf(database())
    const first = await subscribe(renew)
    vtpass.verify = () => LOST
    expect(await subscribe(renew)).toMatchObject({ status: 200, body: first.body })
    expect([vtpass.verified.length, vtpass.paid.length]).toEqual([1, 1])
    expect(await balances()).toEqual([161_950, 0, 0])
  })

  it('ignores the bouquet', async () => {
    const { subscribe, vtpass } = await buyerOf(database())
    const first = await subscribe({ ...renew, variation_code: 'gotv-max' })
    expect(first.body.data.amount).toBe(380.5)
    expect((await subscribe({ ...renew, variation_code: 7 })).body).toEqual(first.body)
    expect(vtpass.paid).toHaveLength(1)
    expect(vtpass.paid[0]).not.toHaveProperty('variation_code')
  })

  const unknown = bad('The renewal amount of 1212121212 is not known. Use subscription_type change')
  it.each<[string, () => Heard, number, object]>([
    ['does not know the smartcard', verifiedAs({ error: 'Invalid card' }), 400, bad('Invalid card')],
    ['does not name an amount', verifiedAs({ Customer_Name: 'TEST METER' }), 400, unknown],
    ['names none', verifiedAs({ ...smartcard, Renewal_Amount: 0 }), 400, unknown],
    ['names a negative one', verifiedAs({ ...smartcard, Renewal_Amount: -380 }), 400, unknown],
    ['names a third decimal', verifiedAs({ ...smartcard, Renewal_Amount: 380.505 }), 400, unknown],
    ['names a text', verifiedAs({ ...smartcard, Renewal_Amount: 'N380' }), 400, unknown],
    ['is silent', () => LOST, 503, { message: 'VTpass cannot be reached. Nothing was charged' }],
    ['cannot be reached', () => NOT_SENT, 503, {}],
    ['answers a page', () => answerOf({}, 502), 503, {}],
    ['takes our keys for none', () => codeAnswer('087', null, 'INVALID CREDENTIALS', 401), 503, {}],
  ])('is refused where VTpass %s, and nothing is charged', async (_name, verify, status, body) => {
    const { id, subscribe, vtpass, balances } = await buyerOf(database())
    vtpass.verify = verify
    expect(await subscribe(renew)).toMatchObject({ status, body })
    expect(vtpass.paid).toEqual([])
    expect(await findPurchase(database(), id, renew.request_id)).toBeNull()
    expect(await balances()).toEqual([200_000, 0, 0])
  })

  it('has a name of its own where VTpass names no bouquet', async () => {
    const { id, subscribe, vtpass } = await buyerOf(database())
    vtpass.verify = verifiedAs({ ...smartcard, Current_Bouquet: null })
    await subscribe(renew)
    expect((await findPurchase(database(), id, renew.request_id))?.title).toBe('Renewal')
  })
})

describe.each([
  ['change', change, 41_000, 410],
  ['renew', renew, 38_050, 380.5],
])('POST purchase, to %s', (_type, order, cost, naira) => {
  it.each<[string, Heard]>([
    ['pending', codeAnswer('000', 'pending', 'TRANSACTION PROCESSING - PENDING')],
    ['099', codeAnswer('099', 'pending', 'TRANSACTION IS PROCESSING')],
    ['silence', LOST],
    ['083', codeAnswer('083', null, 'SYSTEM ERROR', 500)],
  ])('answers %s as processing, and holds the price; asked again, it still is', async (_name, heard) => {
    const { subscribe, vtpass, balances } = await buyerOf(database())
    vtpass.pay = () => heard
    expect(await subscribe(order)).toMatchObject({
      status: 200,
      body: { message: 'Transaction is being processed', data: { status: 'processing', amount: naira } },
    })
    expect(await subscribe(order)).toMatchObject({
      status: 400,
      body: { message: 'Transaction is still processing' },
    })
    expect(vtpass.paid).toHaveLength(1)
    expect(await balances()).toEqual([200_000 - cost, 0, cost])
  })

  it.each<[string, Heard, string]>([
    ['016', codeAnswer('016', 'failed', 'TRANSACTION FAILED'), 'Transaction failed with code: 016'],
    ['011', codeAnswer('011', null, 'INVALID ARGUMENTS'), 'Transaction failed with code: 011'],
    ['nothing, since nothing was sent', NOT_SENT, 'Transaction failed with code: 016'],
  ])('refunds what VTpass refuses with %s, and says so, and again', async (_code, heard, message) => {
    const { subscribe, vtpass, balances } = await buyerOf(database())
    vtpass.pay = () => heard
    expect((await subscribe(order)).body).toEqual(bad(message))
    expect((await subscribe(order)).body).toEqual(bad(message))
    expect(vtpass.paid).toHaveLength(1)
    expect(await balances()).toEqual([200_000, 0, 0])
  })

  it('takes cashback first, and gives it back to where it came from', async () => {
    const { subscribe, vtpass, query, advance, balances } = await buyerOf(database(), {
      main: kobo(cost),
      cashback: kobo(10_000),
    })
    vtpass.pay = () => LOST
    await subscribe({ ...order, use_cashback: true })
    expect(await balances()).toEqual([10_000, 0, cost])
    vtpass.requery = () => codeAnswer('016', 'failed', 'TRANSACTION FAILED')
    advance(5)
    await query('tv', order.request_id)
    expect(await balances()).toEqual([cost, 10_000, 0])
  })

  it('without the money stores nothing, and works after a top-up', async () => {
    const { id, subscribe, vtpass } = await buyerOf(database(), { main: kobo(cost - 1) })
    expect((await subscribe(order)).body).toEqual(bad('Insufficient wallet balance'))
    expect(vtpass.paid).toEqual([])
    await fund(database(), id, kobo(1))
    expect((await subscribe(order)).status).toBe(200)
  })

  it.each([
    { billersCode: '7012345678' },
    { phone: '08098765432' },
    { amount: naira },
    { use_cashback: true },
    { subscription_type: order === change ? 'renew' : 'change', variation_code: 'gotv-lite' },
  ])('is another one with %j, which its request_id does not name', async (other) => {
    const { subscribe, vtpass } = await buyerOf(database())
    await subscribe(order)
    expect((await subscribe({ ...order, ...other })).body).toEqual({
      statusCode: 409,
      message: `request_id ${order.request_id} was used for another purchase`,
      error: 'Conflict',
    })
    expect(vtpass.paid).toHaveLength(1)
  })

  it('is refunded when VTpass takes it back later', async () => {
    const { subscribe, vtpass, backend, advance, balances } = await buyerOf(database())
    await subscribe(order)
    vtpass.requery = () => codeAnswer('040', 'reversed', 'TRANSACTION REVERSED')
    advance(3600)
    await lookAtDue(backend.shop, 100)
    expect(await balances()).toEqual([200_000, 0, 0])
    expect((await subscribe(order)).body).toEqual(bad('Transaction failed with code: 040'))
  })

  const types = 'Invalid subscription_type. Must be one of: change, renew'
  const amount = 'amount must be a number of naira above 0, with at most two decimals'
  it.each<[object, string]>([
    [{ serviceID: undefined }, 'Invalid serviceID. Must be one of: gotv'],
    [{ serviceID: 'dstv' }, 'Invalid serviceID. Must be one of: gotv'],
    [{ serviceID: 'constructor' }, 'Invalid serviceID. Must be one of: gotv'],
    [{ billersCode: undefined }, 'billersCode is required'],
    [{ billersCode: 1_212_121_212 }, 'billersCode must be a string'],
    [{ billersCode: '1234' }, 'billersCode must be the number of a smartcard, of 5 to 15 digits'],
    [{ billersCode: '12345\u0000' }, 'billersCode must be the number of a smartcard, of 5 to 15 digits'],
    [{ subscription_type: undefined }, types],
    [{ subscription_type: 'Renew' }, types],
    [{ subscription_type: ['renew'] }, types],
    [{ amount: -410 }, amount],
    [{ amount: 0 }, amount],
    [{ amount: 410.001 }, amount],
    [{ amount: 1e21 }, amount],
    [{ amount: '410' }, amount],
    [{ phone: '123' }, 'phone must be a phone number of 11 digits with its leading zero, like 08012345678'],
    [{ request_id: 'a\u0000b' }, 'request_id must be 1 to 100 printable ASCII characters'],
    [{ use_cashback: 1 }, 'use_cashback must be true or false'],
  ])('with %j is refused, and VTpass is asked nothing', async (fields, message) => {
    const { subscribe, balances, vtpass } = await buyerOf(database())
    expect((await subscribe({ ...order, ...fields })).body).toEqual(bad(message))
    expect([vtpass.paid, vtpass.verified]).toEqual([[], []])
    expect(await balances()).toEqual([200_000, 0, 0])
  })
})

it.each<[unknown, string]>([
  [undefined, 'variation_code is required'],
  ['', 'variation_code is required'],
  [7, 'variation_code must be a string'],
  ['gotv-gold', 'Variation code gotv-gold not found'],
  ['GOTV-LITE', 'Variation code GOTV-LITE not found'],
  ['gotv-free', 'Variation code gotv-free not found'],
])('a change to the bouquet %j is refused, and charges nothing', async (variation_code, message) => {
  const { subscribe, balances, vtpass } = await buyerOf(database())
  expect((await subscribe({ variation_code })).body).toEqual(bad(message))
  expect(vtpass.paid).toEqual([])
  expect(await balances()).toEqual([200_000, 0, 0])
})
