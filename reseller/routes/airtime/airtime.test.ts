import { describe, expect, it } from 'vitest'
import { useDatabase } from '../../storage/use-database.test-support.ts'
import { airtime, airtimeAnswer, bad, buyerOf } from '../buyer.test-support.ts'
import { codeAnswer, LOST } from '../reseller.test-support.ts'

const { database } = useDatabase()

describe('GET service-ids', () => {
  it('lists the four networks with their limits, and nothing else of the category', async () => {
    const { list } = await buyerOf(database())
    const { body } = await list('airtime/service-ids')
    expect(body.data.map(({ serviceID }: { serviceID: string }) => serviceID)).toEqual([
      'mtn',
      'glo',
      'airtel',
      'etisalat',
    ])
    expect(body.data[0]).toEqual({
      serviceID: 'mtn',
      name: 'MTN Airtime VTU',
      minimium_amount: '10',
      maximum_amount: '200000',
      convinience_fee: '0 %',
      product_type: 'flexible',
      image: 'https://sandbox.vtpass.com/resources/products/200X200/mtn.jpg',
    })
  })

  it('answers 503 where VTpass cannot be asked or knows no such category, and what was kept with a warning', async () => {
    const { list, vtpass, advance } = await buyerOf(database())
    const { services } = vtpass
    vtpass.services = () => LOST
    expect((await list('airtime/service-ids')).status).toBe(503)
    vtpass.services = () => codeAnswer('011', null, 'Category Does not Exist')
    expect((await list('airtime/service-ids')).status).toBe(503)
    vtpass.services = services
    expect((await list('airtime/service-ids')).body).not.toHaveProperty('warning')
    vtpass.services = () => LOST
    advance(1800)
    expect((await list('airtime/service-ids')).body).toMatchObject({
      data: [{}, {}, {}, {}],
      warning: expect.stringContaining('as of 2026-01-27T12:00:00.000Z'),
    })
  })
})

describe('POST query', () => {
  it('answers a delivery, with numbers for amounts', async () => {
    const { topUp, query, vtpass } = await buyerOf(database())
    vtpass.pay = ({ request_id }) => airtimeAnswer(request_id)
    await topUp()
    expect((await query('airtime', airtime.request_id)).body.data).toMatchObject({
      code: '000',
      content: {
        transactions: {
          status: 'delivered',
          product_name: 'MTN Airtime VTU',
          unit_price: 100.5,
          amount: 100.5,
        },
      },
      amount: 100.5,
    })
  })

  it('looks at VTpass while there is a doubt', async () => {
    const { topUp, query, vtpass, advance, balances } = await buyerOf(database())
    vtpass.pay = () => LOST
    await topUp()
    const asked = async () => (await query('airtime', airtime.request_id)).body.data
    expect(await asked()).toMatchObject({
      code: '099',
      content: { transactions: { status: 'pending', product_name: 'MTN Airtime VTU', quantity: 1 } },
    })
    advance(5)
    vtpass.requery = () => codeAnswer('016', 'failed', 'TRANSACTION FAILED')
    expect(await asked()).toMatchObject({ code: '016', content: { transactions: { status: 'failed' } } })
    expect(await balances()).toEqual([200_000, 0, 0])
  })

  it('knows of no purchase of another product, and asks VTpass about none', async () => {
    const { topUp, subscribe, buyData, query, vtpass, advance } = await buyerOf(database())
    vtpass.pay = () => LOST
    await buyData({ request_id: 'data' })
    await topUp({ request_id: 'airtime' })
    await subscribe({ request_id: 'tv' })
    advance(60)
    const products = ['data', 'airtime', 'tv'] as const
    for (const product of products) {
      for (const requestId of products.filter((each) => each !== product)) {
        expect((await query(product, requestId)).body).toEqual(bad('INVALID REQUEST ID'))
      }
    }
    expect(vtpass.requeried).toEqual([])
    for (const product of products) expect((await query(product, product)).status).toBe(200)
  })

  it.each([
    [undefined, 'request_id is required'],
    ['', 'request_id is required'],
    [7, 'request_id must be a string'],
    ['nothing', 'INVALID REQUEST ID'],
    ['a\u0000b', 'request_id must be 1 to 100 printable ASCII characters'],
  ])('of %j is refused', async (requestId, message) => {
    const { query } = await buyerOf(database())
    expect((await query('airtime', requestId)).body).toEqual(bad(message))
  })
})
