import { describe, expect, it } from 'vitest'
import { kobo } from '../../pricing/kobo.ts'
import { lookAtDue } from '../../purchases/look.ts'
import { fund } from '../../storage/purchases.test-support.ts'
import { findPurchase } from '../../storage/reads.ts'
import { useDatabase } from '../../storage/use-database.test-support.ts'
import type { Heard } from '../../vtpass/heard.ts'
import { codeAnswer, deliveredAnswer, LOST, NOT_SENT, percent } from '../reseller.test-support.ts'
import { bad, customerOf, order } from './customer.test-support.ts'

const { database } = useDatabase()

describe('POST purchase', () => {
  it('answers a delivery in the document’s shape, with what the customer paid', async () => {
    const { buy, balances } = await customerOf(database())
    const { status, body } = await buy({ amount: 240, phone: '08012345678' })
    expect(status).toBe(200)
    expect(body).toMatchObject({
      success: true,
      message: 'Data purchase successful',
      data: {
        id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        code: '000',
        response_description: 'TRANSACTION SUCCESSFUL',
        content: {
          transactions: {
            status: 'delivered',
            product_name: 'MTN Data',
            unique_element: '08012345678',
            unit_price: '240',
            quantity: 1,
            amount: '240',
            commission: 2.5,
            total_amount: 247.5,
            transactionId: '17415980564672211596777904',
            commission_details: {
              amount: 2.5,
              rate: '1.00',
              rate_type: 'percent',
              computation_type: 'default',
            },
          },
        },
        requestId: '202601271200abc123',
        amount: 240,
        transaction_date: '2026-01-27T12:00:00.000000Z',
      },
    })
    expect(JSON.stringify(body)).not.toContain('house@reseller.example')
    expect(await balances()).toEqual([176_000, 0, 0])
  })

  it('charges what was shown, markup and all, and says that price everywhere', async () => {
    const { buy, balances, query } = await customerOf(database())
    const { body } = await buy({ variation_code: 'mtn-1gb-week' })
    expect(body.data.content.transactions).toMatchObject({ unit_price: '1050', amount: '1050' })
    expect(body.data.amount).toBe(1050)
    const asked = await query('202601271200abc123')
    expect(asked.body.data.content.transactions).toMatchObject({ unit_price: 1050, amount: 1050 })
    expect(await balances()).toEqual([95_000, 0, 0])
  })

  it('tells VTpass the plan and a reference of our own, and neither a price nor the customer’s request_id', async () => {
    const { buy, vtpass } = await customerOf(database())
    await buy()
    expect(vtpass.paid).toEqual([
      {
        serviceID: 'mtn-data',
        billersCode: '08012345678',
        variation_code: 'mtn-1gb-daily',
        phone: '08012345678',
        request_id: expect.stringMatching(/^202601271300[0-9a-z]{16}$/),
      },
    ])
  })

  it('answers a doubt as processing, and holds the price', async () => {
    const { buy, vtpass, balances } = await customerOf(database())
    vtpass.pay = () => codeAnswer('000', 'pending', 'TRANSACTION PROCESSING - PENDING')
    const { status, body } = await buy()
    expect([status, body]).toEqual([
      200,
      {
        success: true,
        message: 'Transaction is being processed',
        data: {
          id: expect.any(String),
          code: '000',
          response_description: 'TRANSACTION IS PROCESSING',
          status: 'processing',
          message: 'Transaction is being processed. Status will be updated via webhook.',
          requestId: '202601271200abc123',
          amount: 240,
        },
      },
    ])
    expect(await balances()).toEqual([176_000, 0, 24_000])
  })

  it.each<[string, Heard, string]>([
    ['016', codeAnswer('016', 'failed', 'TRANSACTION FAILED'), 'Transaction failed with code: 016'],
    ['040', codeAnswer('040', 'reversed', 'TRANSACTION REVERSED'), 'Transaction failed with code: 040'],
    [
      '028',
      codeAnswer('028', null, 'PRODUCT IS NOT WHITELISTED ON YOUR ACCOUNT'),
      'PRODUCT IS NOT WHITELISTED ON YOUR ACCOUNT',
    ],
    ['087', codeAnswer('087', null, 'INVALID CREDENTIALS', 401), 'Transaction failed with code: 087'],
    ['018', codeAnswer('018', null, 'LOW WALLET BALANCE'), 'Transaction failed with code: 018'],
    ['nothing, since nothing was sent', NOT_SENT, 'Transaction failed with code: 016'],
  ])('refunds what VTpass refuses with %s, and says so, and again', async (_code, heard, message) => {
    const { buy, vtpass, balances } = await customerOf(database())
    vtpass.pay = () => heard
    expect((await buy()).body).toEqual(bad(message))
    expect((await buy()).body).toEqual(bad(message))
    expect(vtpass.paid).toHaveLength(1)
    expect(await balances()).toEqual([200_000, 0, 0])
  })

  it('is one purchase, however often it is sent: a delivery is answered again', async () => {
    const { buy, vtpass, balances, advance } = await customerOf(database())
    const first = await buy()
    vtpass.variations = () => LOST
    advance(1800)
    expect(await buy()).toMatchObject({ status: 200, body: first.body })
    expect(vtpass.paid).toHaveLength(1)
    expect(await balances()).toEqual([176_000, 0, 0])
  })

  it('in doubt is not sent again, and says that it is still processing', async () => {
    const { buy, vtpass } = await customerOf(database())
    vtpass.pay = () => LOST
    await buy()
    expect(await buy()).toMatchObject({
      status: 400,
      body: {
        success: false,
        message: 'Transaction is still processing',
        data: { requestId: '202601271200abc123', status: 'pending', transaction_number: null },
      },
    })
    expect(vtpass.paid).toHaveLength(1)
  })

  it.each([
    { variation_code: 'mtn-1gb-week' },
    { billersCode: '08098765432' },
    { phone: '08098765432' },
    { amount: 240 },
    { use_cashback: true },
    { serviceID: 'glo-data' },
  ])('is another one with %j, which its request_id does not name', async (other) => {
    const { buy, vtpass } = await customerOf(database())
    await buy()
    expect((await buy(other)).body).toEqual({
      statusCode: 409,
      message: 'request_id 202601271200abc123 was used for another purchase',
      error: 'Conflict',
    })
    expect(vtpass.paid).toHaveLength(1)
  })

  it('makes a request_id where none is sent, and every such request is a purchase', async () => {
    const { buy, vtpass } = await customerOf(database())
    const { body } = await buy({ request_id: undefined })
    expect(body.data.requestId).toMatch(/^202601271300[0-9a-z]{16}$/)
    await buy({ request_id: null })
    expect(vtpass.paid).toHaveLength(2)
    expect(vtpass.paid.map(({ request_id }) => request_id)).not.toContain(body.data.requestId)
  })

  it('without the money stores nothing, and works after a top-up', async () => {
    const { id, buy, vtpass } = await customerOf(database(), { main: kobo(23_999) })
    expect((await buy()).body).toEqual(bad('Insufficient wallet balance'))
    expect(vtpass.paid).toEqual([])
    await fund(database(), id, kobo(1))
    expect((await buy()).status).toBe(200)
  })

  it('takes cashback first where that is asked, and gives it back to where it came from', async () => {
    const { buy, vtpass, balances } = await customerOf(database(), {
      main: kobo(50_000),
      cashback: kobo(15_000),
    })
    vtpass.pay = () => LOST
    await buy({ use_cashback: true })
    expect(await balances()).toEqual([41_000, 0, 24_000])
    vtpass.pay = () => codeAnswer('016', 'failed', 'TRANSACTION FAILED')
    await buy({ request_id: 'second', use_cashback: true })
    expect(await balances()).toEqual([41_000, 0, 24_000])
  })

  it('earns cashback where that is switched on', async () => {
    const prices = { markups: { regular: percent('0'), friendly: null }, cashback: percent('2') }
    const { buy, balances } = await customerOf(database(), { main: kobo(24_000) }, { prices })
    await buy()
    expect(await balances()).toEqual([0, 480, 0])
  })

  it('refuses an amount that is not the price, and charges nothing', async () => {
    const { buy, vtpass, balances } = await customerOf(database())
    for (const amount of [239, 240.01, 250, 1, 9_999_999_999.99]) {
      expect((await buy({ amount })).body).toEqual({
        statusCode: 409,
        message: `amount ${amount} is not the price: it is 240`,
        error: 'Conflict',
      })
    }
    expect(vtpass.paid).toEqual([])
    expect(await balances()).toEqual([200_000, 0, 0])
  })

  it('of a plan without a price takes the amount, within the service’s limits, without markup', async () => {
    const { buy, vtpass, balances } = await customerOf(database())
    const airtime = { serviceID: 'smile-direct', billersCode: '1402000567', variation_code: 'airtime' }
    expect((await buy(airtime)).body).toEqual(bad('amount is required: this plan has no price of its own'))
    expect((await buy({ ...airtime, amount: 99.99 })).body).toEqual(bad('amount must be at least 100'))
    expect((await buy({ ...airtime, amount: 150_000.01 })).body).toEqual(bad('amount must be at most 150000'))
    expect((await buy({ ...airtime, amount: 500 })).body.data.amount).toBe(500)
    expect(vtpass.paid).toMatchObject([{ variation_code: 'airtime', amount: 500 }])
    expect(await balances()).toEqual([150_000, 0, 0])
  })

  it('sells nothing while VTpass’s prices cannot be had, and keeps nothing of the request', async () => {
    const { id, buy, vtpass, list, advance } = await customerOf(database())
    const { variations } = vtpass
    vtpass.variations = () => LOST
    expect((await buy()).status).toBe(503)
    vtpass.variations = variations
    await list('variation-codes?serviceID=mtn-data')
    vtpass.variations = () => LOST
    advance(1800)
    expect((await list('variation-codes?serviceID=mtn-data')).body.warning).toBeDefined()
    const refused = await buy()
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '15'])
    expect(await findPurchase(database(), id, order.request_id)).toBeNull()
    expect(vtpass.paid).toEqual([])
  })

  const seven =
    'Invalid serviceID. Must be one of: mtn-data, airtel-data, glo-data, etisalat-data, smile-direct, spectranet, glo-sme-data'
  const phone = 'must be a phone number of 11 digits with its leading zero, like 08012345678'
  const amount = 'amount must be a number of naira above 0, with at most two decimals'
  it.each<[object, string]>([
    [{ serviceID: undefined }, seven],
    [{ serviceID: 'mtn' }, seven],
    [{ serviceID: ['mtn-data'] }, seven],
    [{ serviceID: '__proto__' }, seven],
    [{ billersCode: undefined }, 'billersCode is required'],
    [{ billersCode: 8_012_345_678 }, 'billersCode must be a string'],
    [{ billersCode: '8012345678' }, `billersCode ${phone}`],
    [{ billersCode: '0801234567' }, `billersCode ${phone}`],
    [{ billersCode: '0801 234 5678' }, `billersCode ${phone}`],
    [{ billersCode: '+2348012345678' }, `billersCode ${phone}`],
    [{ billersCode: '08012345678\n' }, `billersCode ${phone}`],
    [
      { serviceID: 'smile-direct', billersCode: 'x' },
      'billersCode must be an account number of 5 to 15 digits',
    ],
    [{ variation_code: undefined }, 'variation_code is required'],
    [{ variation_code: '' }, 'variation_code is required'],
    [{ variation_code: 7 }, 'variation_code must be a string'],
    [{ variation_code: 'mtn-invalid-code' }, 'Variation code mtn-invalid-code not found'],
    [{ variation_code: 'MTN-1GB-DAILY' }, 'Variation code MTN-1GB-DAILY not found'],
    [{ amount: -240 }, amount],
    [{ amount: 0 }, amount],
    [{ amount: 240.001 }, amount],
    [{ amount: 1e21 }, amount],
    [{ amount: 1e308 }, amount],
    [{ amount: '240' }, amount],
    [{ amount: true }, amount],
    [{ phone: '123' }, `phone ${phone}`],
    [{ phone: 8_012_345_678 }, 'phone must be a string'],
    [{ request_id: '' }, 'request_id is required'],
    [{ request_id: 7 }, 'request_id must be a string'],
    [{ request_id: 'a'.repeat(101) }, 'request_id must be 1 to 100 printable ASCII characters'],
    [{ request_id: 'a\u0000b' }, 'request_id must be 1 to 100 printable ASCII characters'],
    [{ use_cashback: 'yes' }, 'use_cashback must be true or false'],
  ])('with %j is refused, and charges nothing', async (fields, message) => {
    const { buy, balances, vtpass } = await customerOf(database())
    expect((await buy(fields)).body).toEqual(bad(message))
    expect(vtpass.paid).toEqual([])
    expect(await balances()).toEqual([200_000, 0, 0])
  })

  it('takes the sandbox’s own numbers where they are allowed alone', async () => {
    const allowed = await customerOf(database())
    expect((await allowed.buy({ billersCode: '201000000000' })).status).toBe(200)
    const live = await customerOf(database(), undefined, { allowsTestNumbers: false })
    expect((await live.buy({ billersCode: '201000000000' })).body).toEqual(bad(`billersCode ${phone}`))
  })

  it('is refunded when VTpass takes it back later, and says so when it is asked for again', async () => {
    const { buy, query, vtpass, backend, advance, balances } = await customerOf(database())
    await buy()
    vtpass.requery = () => codeAnswer('040', 'reversed', 'TRANSACTION REVERSED')
    advance(3600)
    await lookAtDue(backend.shop, 100)
    expect(await balances()).toEqual([200_000, 0, 0])
    expect((await buy()).body).toEqual(bad('Transaction failed with code: 040'))
    expect((await query(order.request_id)).body.data).toMatchObject({
      code: '040',
      response_description: 'TRANSACTION REVERSED',
      content: { transactions: { status: 'reversed', amount: 240 } },
    })
  })

  it('tells VTpass the customer’s own phone where none is sent, and how many cards of Spectranet', async () => {
    const { buy, vtpass } = await customerOf(database())
    await buy({ billersCode: '08098765432' })
    await buy({ serviceID: 'spectranet', billersCode: '1212121212', request_id: 'cards' })
    expect(vtpass.paid).toMatchObject([
      { billersCode: '08098765432', phone: '08012345678' },
      { billersCode: '1212121212', phone: '08012345678', quantity: 1 },
    ])
    expect(vtpass.paid[0]).not.toHaveProperty('quantity')
  })

  it('says 099 where VTpass did', async () => {
    const { buy, vtpass } = await customerOf(database())
    vtpass.pay = () => codeAnswer('099', 'pending', 'TRANSACTION IS PROCESSING')
    expect((await buy()).body.data.code).toBe('099')
  })

  it('says the PIN that was bought', async () => {
    const { buy, vtpass } = await customerOf(database())
    const cards = [{ serialNumber: '81560189', pin: '08999186', expiresOn: '2040-10-12', value: 240 }]
    const purchased_code = 'PIN: 08999186, S/N:81560189'
    vtpass.pay = ({ request_id }) => deliveredAnswer(request_id, {}, { purchased_code, cards })
    expect((await buy()).body.data).toMatchObject({ purchased_code, cards })
  })

  it('has every field that it must, where VTpass left them out', async () => {
    const { buy, query, vtpass } = await customerOf(database())
    vtpass.pay = () => codeAnswer('000', 'delivered', 'TRANSACTION SUCCESSFUL')
    expect((await buy()).body.data).toMatchObject({
      content: {
        transactions: { product_name: 'MTN 1GB Daily', unique_element: '08012345678', quantity: 1 },
      },
      transaction_date: '2026-01-27T12:00:00.000000Z',
    })
    expect((await query(order.request_id)).status).toBe(200)
  })
})
