import { expect } from 'vitest'
import { createCatalogue, type Vtpass } from '../../reseller/index.ts'
import { agree } from './agree.ts'
import { listOf, naira, words } from './matchers.ts'

function catalogueOf(vtpass: Vtpass) {
  return createCatalogue(vtpass, { now: () => 0 })
}

/** A service and its limits, which hold a purchase of airtime. */
const service = {
  serviceID: words('mtn'),
  name: words('MTN Airtime VTU'),
  minimium_amount: naira('10'),
  maximum_amount: naira('200000'),
}

agree(
  'the services of airtime',
  {
    request: { get: '/services', query: { identifier: 'airtime' } },
    answer: { response_description: '000', content: listOf(service) },
  },
  async (vtpass) => {
    expect(await catalogueOf(vtpass).services('airtime')).toMatchObject({
      kind: 'known',
      value: [{ serviceID: 'mtn', name: 'MTN Airtime VTU', minimumAmount: 1_000, maximumAmount: 20_000_000 }],
    })
  },
)

agree(
  'the services of data',
  {
    request: { get: '/services', query: { identifier: 'data' } },
    answer: {
      response_description: '000',
      content: listOf({ serviceID: words('mtn-data'), name: words('MTN Data') }),
    },
  },
  async (vtpass) => {
    expect(await catalogueOf(vtpass).services('data')).toMatchObject({
      kind: 'known',
      value: [{ serviceID: 'mtn-data', minimumAmount: null }],
    })
  },
)

agree(
  'the services of a category that does not exist',
  {
    request: { get: '/services', query: { identifier: 'no-such-category' } },
    answer: { code: '011', content: { errors: words('Category Does not Exist') } },
  },
  async (vtpass) => {
    expect(await catalogueOf(vtpass).services('no-such-category')).toEqual({
      kind: 'refused',
      said: 'Category Does not Exist',
    })
  },
)

/** Agrees on the plans of a service; VTpass writes a price as a text on most pages, and as a number on Spectranet's. */
function plansOf(serviceID: string, code: string, name: string, amount: string | number): void {
  agree(
    `the plans of ${serviceID}`,
    {
      request: { get: '/service-variations', query: { serviceID } },
      answer: {
        response_description: '000',
        content: {
          ServiceName: words(name),
          serviceID,
          convinience_fee: words('0 %'),
          variations: listOf({
            variation_code: words(code),
            name: words(name),
            variation_amount: naira(amount),
            fixedPrice: words('Yes'),
          }),
        },
      },
    },
    async (vtpass) => {
      expect(await catalogueOf(vtpass).variations(serviceID)).toMatchObject({
        kind: 'known',
        value: {
          serviceID,
          serviceName: name,
          convenienceFee: '0 %',
          variations: [{ variation_code: code, name, cost: Number(amount) * 100, fixedPrice: 'Yes' }],
        },
      })
    },
  )
}

plansOf('mtn-data', 'mtn-10mb-100', 'N100 100MB - 24 hrs', '100.00')
plansOf('gotv', 'gotv-lite', 'GOtv Lite N410', '410.00')
plansOf('smile-direct', '516', 'SmileVoice ONLY 65', '510.00')
plansOf('spectranet', 'vt-1000', 'Spectranet N1000', 1000)

agree(
  'the plans of a product that does not exist',
  {
    request: { get: '/service-variations', query: { serviceID: 'no-such-product' } },
    answer: { code: '011', content: { errors: words('Service is Not Valid') } },
  },
  async (vtpass) => {
    expect(await catalogueOf(vtpass).variations('no-such-product')).toEqual({
      kind: 'refused',
      said: 'Service is Not Valid',
    })
  },
)
