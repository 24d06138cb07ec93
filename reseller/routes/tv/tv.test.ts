import { describe, expect, it } from 'vitest'
import { useDatabase } from '../../storage/use-database.test-support.ts'
import type { Heard } from '../../vtpass/heard.ts'
import { bad, buyerOf, change, gotvAnswer, renew } from '../buyer.test-support.ts'
import { smartcard } from '../other-products.test-support.ts'
import { codeAnswer, LOST } from '../reseller.test-support.ts'

const { database } = useDatabase()

it('GET service-ids lists GOTV, and nothing else of the category', async () => {
  const { list, vtpass, advance } = await buyerOf(database())
  const { services } = vtpass
  vtpass.services = () => LOST
  expect((await list('tv/service-ids')).status).toBe(503)
  vtpass.services = services
  const gotv = {
    serviceID: 'gotv',
    name: 'Gotv Payment',
    minimium_amount: '1',
    maximum_amount: '500000',
    convinience_fee: null,
    product_type: null,
    image: null,
  }
  expect((await list('tv/service-ids')).body).toMatchObject({ data: [gotv] })
  vtpass.services = () => LOST
  advance(1800)
  expect((await list('tv/service-ids')).body).toMatchObject({ data: [gotv], warning: expect.any(String) })
})

describe('GET variation-codes', () => {
  it('has VTpass’s price twice: there is no markup', async () => {
    const { list } = await buyerOf(database())
    const { body } = await list('tv/variation-codes?serviceID=gotv')
    expect(body.message).toBe('Variation codes retrieved successfully for gotv')
    expect(body.data).toMatchObject({ ServiceName: 'Gotv Payment', serviceID: 'gotv', convinience_fee: 'N0' })
    expect(body.data.variations[0]).toEqual({
      variation_code: 'gotv-lite',
      name: 'GOtv Lite N410',
      variation_amount: '410.00',
      vtpass_amount: '410.00',
      fixedPrice: 'Yes',
    })
  })

  it.each(['', '?serviceID=', '?serviceID=dstv', '?serviceID=GOTV', '?serviceID=gotv%00'])(
    'names the services where “%s” is none of them',
    async (query) => {
      const { list } = await buyerOf(database())
      expect((await list(`tv/variation-codes${query}`)).body).toEqual(
        bad('Invalid serviceID. Must be one of: gotv'),
      )
    },
  )

  it('is what was kept, with a warning, while VTpass cannot be asked', async () => {
    const { list, vtpass, advance } = await buyerOf(database())
    const { variations } = vtpass
    vtpass.variations = () => LOST
    expect((await list('tv/variation-codes?serviceID=gotv')).status).toBe(503)
    vtpass.variations = variations
    await list('tv/variation-codes?serviceID=gotv')
    vtpass.variations = () => LOST
    advance(1800)
    expect((await list('tv/variation-codes?serviceID=gotv')).body.warning).toContain('2026-01-27T12:00:00')
    vtpass.variations = () => codeAnswer('011', null, 'Service is Not Valid')
    advance(1800)
    expect((await list('tv/variation-codes?serviceID=gotv')).body).toEqual(bad('Service is Not Valid'))
  })
})

describe('POST verify', () => {
  const saying = (content: object) => (): Heard => ({
    kind: 'answer',
    httpStatus: 200,
    contentType: 'application/json',
    body: { code: '000', content },
  })

  it('names the owner, and what a renewal costs as a number', async () => {
    const { verify, vtpass } = await buyerOf(database())
    expect((await verify()).body).toEqual({
      success: true,
      message: 'Smartcard verified successfully',
      data: { ...smartcard, Renewal_Amount: 380.5 },
    })
    expect(vtpass.verified).toEqual([{ serviceID: 'gotv', billersCode: '1212121212' }])
  })

  it('leaves out what VTpass does not say as documented', async () => {
    const { verify, vtpass } = await buyerOf(database())
    vtpass.verify = saying({
      Customer_Name: '',
      Status: null,
      Due_Date: 7,
      Renewal_Amount: 'soon',
      More: [1],
    })
    expect((await verify()).body.data).toEqual({ Customer_Name: '', More: [1] })
  })

  it('passes VTpass’s no on in its words', async () => {
    const { verify, vtpass } = await buyerOf(database())
    const error = 'The Smartcard/Decoder Number you entered may be invalid'
    vtpass.verify = saying({ error })
    expect((await verify()).body).toEqual(bad(error))
  })

  it('answers 503 where VTpass says nothing of it', async () => {
    const { verify, vtpass } = await buyerOf(database())
    vtpass.verify = () => LOST
    const refused = await verify()
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '15'])
  })

  it.each<[object, string]>([
    [{ serviceID: 'dstv' }, 'Invalid serviceID. Must be one of: gotv'],
    [{ billersCode: undefined }, 'billersCode is required'],
    [{ billersCode: 'x'.repeat(12) }, 'billersCode must be the number of a smartcard, of 5 to 15 digits'],
    [{ billersCode: '1'.repeat(16) }, 'billersCode must be the number of a smartcard, of 5 to 15 digits'],
  ])('of %j is refused, and VTpass is not asked', async (fields, message) => {
    const { verify, vtpass } = await buyerOf(database())
    expect((await verify(fields)).body).toEqual(bad(message))
    expect(vtpass.verified).toEqual([])
  })
})

it('POST query answers what became of a change and of a renewal', async () => {
  const { subscribe, query, vtpass } = await buyerOf(database())
  vtpass.pay = ({ request_id }) => gotvAnswer(request_id)
  await subscribe()
  await subscribe(renew)
  expect((await query('tv', change.request_id)).body.data).toMatchObject({
    code: '000',
    content: { transactions: { status: 'delivered', product_name: 'Gotv Payment', unit_price: 410 } },
    amount: 410,
  })
  expect((await query('tv', renew.request_id)).body.data.amount).toBe(380.5)
  expect((await query('tv', 'nothing')).body).toEqual(bad('INVALID REQUEST ID'))
})
