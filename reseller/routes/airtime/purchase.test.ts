import { describe, expect, it } from 'vitest'
import { kobo } from '../../pricing/kobo.ts'
import { lookAtDue } from '../../purchases/look.ts'
import { fund } from '../../storage/purchases.test-support.ts'
import { findPurchase } from '../../storage/reads.ts'
import { useDatabase } from '../../storage/use-database.test-support.ts'
import type { Heard } from '../../vtpass/heard.ts'
import { airtime, airtimeAnswer, bad, buyerOf } from '../buyer.test-support.ts'
import { codeAnswer, LOST, NOT_SENT, percent } from '../reseller.test-support.ts'

const { database } = useDatabase()

describe('POST purchase', () => {
  it('answers a delivery with its content, and charges the amount', async () => {
    const { topUp, vtpass, balances } = await buyerOf(database())
    vtpass.pay = ({ request_id }) => airtimeAnswer(request_id)
    const { status, body } = await topUp()
    expect(status).toBe(200)
    expect(body).toMatchObject({
      success: true,
      message: 'Airtime purchase successful',
      data: {
        code: '000',
        content: {
          transactions: {
            status: 'delivered',
            product_name: 'MTN Airtime VTU',
            unique_element: '08098765432',
            unit_price: '100.5',
            amount: '100.5',
            type: 'Airtime Recharge',
          },
        },
        requestId: '202601271205def456',
        amount: 100.5,
      },
    })
    expect(body.data).not.toHaveProperty('purchased_code')
    expect(await balances()).toEqual([189_950, 0, 0])
  })

  it('tells VTpass the network, the phone and the amount, and nothing else', async () => {
    const { topUp, vtpass } = await buyerOf(database())
    await topUp()
    expect(vtpass.paid).toEqual([
      {
        serviceID: 'mtn',
        phone: '08098765432',
        amount: 100.5,
        request_id: expect.stringMatching(/^202601271300[0-9a-z]{16}$/),
      },
    ])
  })

  it.each(['mtn', 'glo', 'airtel', 'etisalat'])('sells %s', async (serviceID) => {
    const { id, topUp } = await buyerOf(database())
    expect((await topUp({ serviceID })).status).toBe(200)
    expect(await findPurchase(database(), id, airtime.request_id)).toMatchObject({
      kind: 'airtime',
      serviceID,
      variation: null,
      title: expect.stringMatching(/Airtime VTU$/),
      recipient: '08098765432',
      phone: '08098765432',
      subscription: null,
      cost: 10_050,
      price: 10_050,
    })
  })

  it('has no markup, and earns no cashback', async () => {
    const prices = { markups: { regular: percent('50'), friendly: null }, cashback: percent('50') }
    const { topUp, vtpass, balances } = await buyerOf(database(), { main: kobo(100_000) }, { prices })
    await topUp({ amount: 1000 })
    expect(vtpass.paid).toMatchObject([{ amount: 1000 }])
    expect(await balances()).toEqual([0, 0, 0])
  })

  it('takes cashback first where that is asked', async () => {
    const { topUp, balances } = await buyerOf(database(), { main: kobo(10_000), cashback: kobo(5_000) })
    await topUp({ use_cashback: true })
    expect(await balances()).toEqual([4_950, 0, 0])
  })

  it.each<[string, Heard, number]>([
    ['pending', codeAnswer('000', 'pending', 'TRANSACTION PROCESSING - PENDING'), 0],
    ['099', codeAnswer('099', 'pending', 'TRANSACTION IS PROCESSING'), 99],
    ['silence', LOST, 0],
    ['083', codeAnswer('083', null, 'SYSTEM ERROR', 500), 0],
    ['014', codeAnswer('014', null, 'REQUEST ID ALREADY EXIST'), 0],
  ])(
    'answers %s as processing, and holds the amount; asked again, it still is',
    async (_name, heard, code) => {
      const { topUp, vtpass, balances } = await buyerOf(database())
      vtpass.pay = () => heard
      expect(await topUp()).toMatchObject({
        status: 200,
        body: {
          message: 'Transaction is being processed',
          data: { code: String(code).padStart(3, '0'), status: 'processing', amount: 100.5 },
        },
      })
      expect(await topUp()).toMatchObject({
        status: 400,
        body: { message: 'Transaction is still processing', data: { requestId: airtime.request_id } },
      })
      expect(vtpass.paid).toHaveLength(1)
      expect(await balances()).toEqual([189_950, 0, 10_050])
    },
  )

  it.each<[string, Heard, string]>([
    ['016', codeAnswer('016', 'failed', 'TRANSACTION FAILED'), 'Transaction failed with code: 016'],
    ['040', codeAnswer('040', 'reversed', 'TRANSACTION REVERSED'), 'Transaction failed with code: 040'],
    ['013', codeAnswer('013', null, 'BELOW MINIMUM AMOUNT ALLOWED'), 'Transaction failed with code: 013'],
    [
      '028',
      codeAnswer('028', null, 'PRODUCT IS NOT WHITELISTED ON YOUR ACCOUNT'),
      'PRODUCT IS NOT WHITELISTED ON YOUR ACCOUNT',
    ],
    ['nothing, since nothing was sent', NOT_SENT, 'Transaction failed with code: 016'],
  ])('refunds what VTpass refuses with %s, and says so, and again', async (_code, heard, message) => {
    const { topUp, vtpass, balances } = await buyerOf(database())
    vtpass.pay = () => heard
    expect((await topUp()).body).toEqual(bad(message))
    expect((await topUp()).body).toEqual(bad(message))
    expect(vtpass.paid).toHaveLength(1)
    expect(await balances()).toEqual([200_000, 0, 0])
  })

  it('is one purchase, however often it is sent, though VTpass has gone', async () => {
    const { topUp, vtpass, balances } = await buyerOf(database())
    const first = await topUp()
    vtpass.services = () => LOST
    expect(await topUp()).toMatchObject({ status: 200, body: first.body })
    expect(vtpass.paid).toHaveLength(1)
    expect(await balances()).toEqual([189_950, 0, 0])
  })

  it.each([{ serviceID: 'glo' }, { phone: '08012345678' }, { amount: 100.51 }, { use_cashback: true }])(
    'is another one with %j, which its request_id does not name',
    async (other) => {
      const { topUp, vtpass } = await buyerOf(database())
      await topUp()
      expect((await topUp(other)).body).toEqual({
        statusCode: 409,
        message: 'request_id 202601271205def456 was used for another purchase',
        error: 'Conflict',
      })
      expect(vtpass.paid).toHaveLength(1)
    },
  )

  it('shares its request_ids with the other products', async () => {
    const { topUp, buyData, subscribe, vtpass } = await buyerOf(database())
    await topUp({ request_id: 'one' })
    expect((await buyData({ request_id: 'one' })).status).toBe(409)
    expect((await subscribe({ request_id: 'one' })).status).toBe(409)
    expect(vtpass.paid).toHaveLength(1)
  })

  it('makes a request_id where none is sent', async () => {
    const { topUp, query } = await buyerOf(database())
    const { body } = await topUp({ request_id: undefined })
    expect(body.data.requestId).toMatch(/^202601271300[0-9a-z]{16}$/)
    expect((await query('airtime', body.data.requestId)).status).toBe(200)
  })

  it('without the money stores nothing, and works after a top-up', async () => {
    const { id, topUp, vtpass } = await buyerOf(database(), { main: kobo(10_049) })
    expect((await topUp()).body).toEqual(bad('Insufficient wallet balance'))
    expect(vtpass.paid).toEqual([])
    await fund(database(), id, kobo(1))
    expect((await topUp()).status).toBe(200)
  })

  it.each([
    ['mtn', 10, 200_000],
    ['glo', 10, 100_000],
    ['airtel', 50, 50_000],
    ['etisalat', 5, 50_000],
  ])('of %s sells from ₦%i to ₦%i, as VTpass lists it', async (serviceID, least, most) => {
    const { topUp, balances } = await buyerOf(database(), { main: kobo(100_000_000) })
    const buy = async (amount: number) =>
      (await topUp({ serviceID, amount, request_id: `for ${amount}` })).body.message
    expect(await buy(least - 0.01)).toBe(`amount must be at least ${least}`)
    expect(await buy(most + 0.01)).toBe(`amount must be at most ${most}`)
    expect(await balances()).toEqual([100_000_000, 0, 0])
    expect(await buy(least)).toBe('Airtime purchase successful')
    expect(await buy(most)).toBe('Airtime purchase successful')
  })

  it('sells within the limits that were kept, and nothing where none are known', async () => {
    const { id, topUp, list, vtpass, advance } = await buyerOf(database())
    const { services } = vtpass
    vtpass.services = () => LOST
    const refused = await topUp()
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '15'])
    expect(await findPurchase(database(), id, airtime.request_id)).toBeNull()
    vtpass.services = services
    await list('airtime/service-ids')
    vtpass.services = () => LOST
    advance(1800)
    expect((await topUp()).status).toBe(200)
  })

  it('does not sell a network that VTpass has taken off its list', async () => {
    const { topUp, vtpass } = await buyerOf(database())
    vtpass.services = () => ({
      kind: 'answer',
      httpStatus: 200,
      contentType: 'application/json',
      body: { response_description: '000', content: [{ serviceID: 'glo', name: 'GLO Airtime VTU' }] },
    })
    expect((await topUp()).status).toBe(503)
    expect((await topUp({ serviceID: 'glo', amount: 0.01 })).status).toBe(200)
  })

  it('is refunded when VTpass takes it back later, and says so when it is asked for again', async () => {
    const { topUp, query, vtpass, backend, advance, balances } = await buyerOf(database())
    await topUp()
    vtpass.requery = () => codeAnswer('040', 'reversed', 'TRANSACTION REVERSED')
    advance(3600)
    await lookAtDue(backend.shop, 100)
    expect(await balances()).toEqual([200_000, 0, 0])
    expect((await topUp()).body).toEqual(bad('Transaction failed with code: 040'))
    expect((await query('airtime', airtime.request_id)).body.data.code).toBe('040')
  })

  const four = 'Invalid serviceID. Must be one of: mtn, glo, airtel, etisalat'
  const phone = 'phone must be a phone number of 11 digits with its leading zero, like 08012345678'
  const amount = 'amount must be a number of naira above 0, with at most two decimals'
  it.each<[object, string]>([
    [{ serviceID: undefined }, four],
    [{ serviceID: 'mtn-data' }, four],
    [{ serviceID: 'foreign-airtime' }, four],
    [{ serviceID: 'MTN' }, four],
    [{ serviceID: ['mtn'] }, four],
    [{ serviceID: '__proto__' }, four],
    [{ phone: undefined }, 'phone is required'],
    [{ phone: 8_012_345_678 }, 'phone must be a string'],
    [{ phone: '8012345678' }, phone],
    [{ phone: '08012345678\u0000' }, phone],
    [{ phone: '+2348012345678' }, phone],
    [{ amount: undefined }, 'amount is required'],
    [{ amount: -100 }, amount],
    [{ amount: 0 }, amount],
    [{ amount: -0 }, amount],
    [{ amount: 100.001 }, amount],
    [{ amount: 1e-7 }, amount],
    [{ amount: 1e21 }, amount],
    [{ amount: 1e308 }, amount],
    [{ amount: 10_000_000_000 }, amount],
    [{ amount: 9_999_999_999.99 }, 'amount must be at most 200000'],
    [{ amount: '100' }, amount],
    [{ amount: [100] }, amount],
    [{ request_id: '' }, 'request_id is required'],
    [{ request_id: 'a\u0000b' }, 'request_id must be 1 to 100 printable ASCII characters'],
    [{ use_cashback: 'yes' }, 'use_cashback must be true or false'],
  ])('with %j is refused, and charges nothing', async (fields, message) => {
    const { topUp, balances, vtpass } = await buyerOf(database())
    expect((await topUp(fields)).body).toEqual(bad(message))
    expect(vtpass.paid).toEqual([])
    expect(await balances()).toEqual([200_000, 0, 0])
  })

  it('takes the sandbox’s own numbers where they are allowed alone', async () => {
    const allowed = await buyerOf(database())
    expect((await allowed.topUp({ phone: '201000000000' })).status).toBe(200)
    const live = await buyerOf(database(), undefined, { allowsTestNumbers: false })
    expect((await live.topUp({ phone: '201000000000' })).body).toEqual(bad(phone))
  })
})
