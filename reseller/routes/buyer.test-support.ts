import { kobo } from '../pricing/kobo.ts'
import type { Database } from '../storage/database.ts'
import { balancesOf, customerWith, type Means } from '../storage/purchases.test-support.ts'
import { deliveredAnswer, resellerOn, type TestSettings } from './reseller.test-support.ts'

/** ₦100.50 of airtime. */
export const airtime = {
  serviceID: 'mtn',
  phone: '08098765432',
  amount: 100.5,
  request_id: '202601271205def456',
}

/** ₦410 of TV. */
export const change = {
  serviceID: 'gotv',
  billersCode: '1212121212',
  subscription_type: 'change',
  variation_code: 'gotv-lite',
  request_id: '202601271206ghi789',
}

/** ₦380.50 of TV. */
export const renew = {
  serviceID: 'gotv',
  billersCode: '1212121212',
  subscription_type: 'renew',
  request_id: '202601271207jkl012',
}

/** A customer with ₦2,000, or with what is said, who calls a reseller of the test's own for airtime and TV. */
export async function buyerOf(
  database: Database,
  means: Means = { main: kobo(200_000) },
  settings: TestSettings = {},
) {
  const id = await customerWith(database, means)
  const reseller = resellerOn(database, settings)
  const token = await reseller.tokenOf({ kind: 'customer', id }, 86_400)
  const post = (path: string, body: unknown) => reseller.post(`/api/v1/vtpass/${path}`, body, { token })
  return {
    id,
    ...reseller,
    token,
    /** [main, cashback, held] in kobo. */
    balances: () => balancesOf(database, id),
    list: (path: string) => reseller.get(`/api/v1/vtpass/${path}`, { token }),
    topUp: (fields: object = {}) => post('airtime/purchase', { ...airtime, ...fields }),
    subscribe: (fields: object = {}) => post('tv/purchase', { ...change, ...fields }),
    verify: (fields: object = {}) =>
      post('tv/verify', { serviceID: 'gotv', billersCode: '1212121212', ...fields }),
    query: (product: 'data' | 'airtime' | 'tv', requestId: unknown) =>
      post(`${product}/query`, { request_id: requestId }),
    buyData: (fields: object = {}) =>
      post('data/purchase', {
        serviceID: 'mtn-data',
        billersCode: '08012345678',
        variation_code: 'mtn-1gb-daily',
        ...fields,
      }),
  }
}

/** VTpass's answer to ₦100.50 of MTN airtime. */
export const airtimeAnswer = (reference: string) =>
  deliveredAnswer(
    reference,
    {
      product_name: 'MTN Airtime VTU',
      unique_element: '08098765432',
      unit_price: '100.5',
      amount: '100.5',
      type: 'Airtime Recharge',
      commission: 3.5175,
      total_amount: 96.9825,
    },
    { amount: 100.5, purchased_code: '' },
  )

/** VTpass's answer to ₦410 of GOTV. */
export const gotvAnswer = (reference: string) =>
  deliveredAnswer(
    reference,
    {
      product_name: 'Gotv Payment',
      unique_element: '1212121212',
      unit_price: '410.00',
      amount: '410.00',
      type: 'TV Subscription',
      commission: 6.1499999999999995,
      total_amount: 403.85,
    },
    { amount: 410, purchased_code: '' },
  )

/** ₦380.50 of GOTV. */
export const renewalAnswer = (reference: string) =>
  deliveredAnswer(
    reference,
    { product_name: 'Gotv Payment', unit_price: '380.50', amount: '380.50', total_amount: 374.7925 },
    { amount: 380.5 },
  )

export const bad = (message: string) => ({ statusCode: 400, message, error: 'Bad Request' })
