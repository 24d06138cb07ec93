import { describe, expect, it } from 'vitest'
import { clientOf } from '../../test/client.ts'
import { createSimulator } from '../index.ts'

const { get, verify, post } = clientOf(createSimulator())

it('lists the seven categories in their order, without a code', async () => {
  const { body } = await get('service-categories')
  expect(Object.keys(body)).toEqual(['response_description', 'content'])
  expect(body.content.map((category: { identifier: string }) => category.identifier)).toEqual([
    'airtime',
    'data',
    'tv-subscription',
    'electricity-bill',
    'education',
    'other-services',
    'insurance',
  ])
})

it.each([
  ['airtime', ['airtel', 'mtn', 'glo', 'etisalat']],
  [
    'data',
    ['airtel-data', 'mtn-data', 'glo-data', 'etisalat-data', 'smile-direct', 'spectranet', 'glo-sme-data'],
  ],
  ['tv-subscription', ['gotv']],
  ['electricity-bill', []],
  ['education', []],
  ['other-services', []],
  ['insurance', []],
])('lists the products of %s', async (identifier, serviceIDs) => {
  const { body } = await get(`services?identifier=${identifier}`)
  expect(body.content.map((service: { serviceID: string }) => service.serviceID)).toEqual(serviceIDs)
})

it('lists a service with VTpass’s spellings, in their order', async () => {
  const { body } = await get('services?identifier=data')
  expect(JSON.stringify(body.content[1])).toBe(
    '{"serviceID":"mtn-data","name":"MTN Data","minimium_amount":"1","maximum_amount":"1000000","convinience_fee":"0 %",' +
      '"product_type":"fix","image":"https://sandbox.vtpass.com/resources/products/200X200/MTN-Data.jpg"}',
  )
})

it.each(['', '?identifier=', '?identifier=mobile-data', '?identifier=__proto__'])(
  'services%s: the category does not exist',
  async (query) => {
    const answer = await get(`services${query}`)
    expect(answer.status).toBe(200)
    expect(answer.text).toBe('{"code":"011","content":{"errors":"Category Does not Exist"}}')
  },
)

it.each(['', '?serviceID=', '?serviceID=GOTV', '?serviceID=dstv', '?serviceID=constructor'])(
  'service-variations%s: the service is not valid',
  async (query) => {
    const answer = await get(`service-variations${query}`)
    expect(answer.status).toBe(200)
    expect(answer.text).toBe('{"code":"011","content":{"errors":"Service is Not Valid"}}')
  },
)

it.each([
  ['mtn-data', 37],
  ['airtel-data', 26],
  ['glo-data', 79],
  ['etisalat-data', 18],
  ['smile-direct', 57],
  ['spectranet', 2],
  ['glo-sme-data', 8],
  ['gotv', 7],
  ['mtn', 0],
])('%s has %i plans, under both spellings', async (serviceID, count) => {
  const { content } = (await get(`service-variations?serviceID=${serviceID}`)).body
  expect(Object.keys(content)).toEqual([
    'ServiceName',
    'serviceID',
    'convinience_fee',
    'variations',
    'varations',
  ])
  expect(content.variations).toHaveLength(count)
  expect(content.varations).toEqual(content.variations)
})

it.each([
  ['mtn-data', 'mtn-xtratalk-300'],
  ['glo-data', 'glo-mega-75000'],
  ['etisalat-data', 'eti-1000'],
])('%s has the code %s twice', async (serviceID, code) => {
  const { content } = (await get(`service-variations?serviceID=${serviceID}`)).body
  const same = content.variations.filter(
    (variation: { variation_code: string }) => variation.variation_code === code,
  )
  expect(same).toHaveLength(2)
})

it('keeps the blanks in a plan’s name, and a price of nothing', async () => {
  const { content } = (await get('service-variations?serviceID=smile-direct')).body
  const names = content.variations.map((variation: { name: string }) => variation.name)
  expect(names).toContain(' 90GB-Anytime   for 365days - 36,000 Naira')
  expect(content.variations).toContainEqual({
    variation_code: 'airtime',
    name: 'Buy Airtime',
    variation_amount: '0.00',
    fixedPrice: 'Yes',
  })
})

it('names GLO SME as its page does', async () => {
  const { content } = (await get('service-variations?serviceID=glo-sme-data')).body
  expect(content).toMatchObject({ ServiceName: 'GLO Data SME', serviceID: 'GLO-sme-data' })
})

describe('a verification', () => {
  const badCard =
    "The Smartcard/Decoder Number you entered may be invalid, Please check and only proceed if you are sure it's valid."

  it('of a bad smartcard answers 000 with an error', async () => {
    const answer = await verify({ serviceID: 'gotv', billersCode: '1212121213' })
    expect(answer.body).toEqual({ code: '000', content: { error: badCard } })
    expect(answer.headers.get('x-simulator-reason')).toContain('1212121212')
  })

  it('takes a smartcard as a number', async () => {
    expect((await verify({ serviceID: 'gotv', billersCode: 1212121212 })).body.content.Customer_Name).toBe(
      'TEST METER',
    )
  })

  it('of a Smile e-mail works at both paths, and fails for any other', async () => {
    const good = { serviceID: 'smile-direct', billersCode: 'tester@sandbox.com' }
    const bad = { ...good, billersCode: 'other@sandbox.com' }
    for (const path of ['merchant-verify', 'merchant-verify/smile/email']) {
      expect((await post(path, good)).body.content.Customer_Name).toBe('THE TESTER ITSELF')
      expect(Object.keys((await post(path, bad)).body.content)).toEqual(['error'])
    }
  })

  it('of a product that has none, or has it elsewhere, is 012', async () => {
    for (const serviceID of ['mtn', 'mtn-data', 'spectranet', 'nothing']) {
      expect((await verify({ serviceID, billersCode: '1' })).body.code).toBe('012')
    }
    const gotv = { serviceID: 'gotv', billersCode: '1212121212' }
    expect((await post('merchant-verify/smile/email', gotv)).body.code).toBe('012')
  })

  it.each([
    ['suspended', '034'],
    ['inactive', '035'],
    ['unreachable', '030'],
  ] as const)('of a product that is %s is %s', async (state, code) => {
    const client = clientOf(createSimulator({ products: { gotv: state } }))
    expect((await client.verify({ serviceID: 'gotv', billersCode: '1212121212' })).body.code).toBe(code)
  })

  it('adds the bouquet and the renewal amount behind Customer_Type, as a setting', async () => {
    const client = clientOf(createSimulator({ account: { verifyDetail: true } }))
    const { body } = await client.verify({ serviceID: 'gotv', billersCode: '1212121212' })
    expect(Object.keys(body.content)).toEqual([
      'Customer_Name',
      'Status',
      'Due_Date',
      'Customer_Number',
      'Customer_Type',
      'Current_Bouquet',
      'Renewal_Amount',
      'commission_details',
    ])
  })
})
