import { kobo } from '../../pricing/kobo.ts'
import type { Database } from '../../storage/database.ts'
import { balancesOf, customerWith, type Means } from '../../storage/purchases.test-support.ts'
import { resellerOn, type TestSettings } from '../reseller.test-support.ts'

const DATA = '/api/v1/vtpass/data'

/** ₦240 of data. */
export const order = {
  serviceID: 'mtn-data',
  billersCode: '08012345678',
  variation_code: 'mtn-1gb-daily',
  request_id: '202601271200abc123',
}

/** A customer with ₦2,000, or with what is said, who calls a reseller of the test's own. */
export async function customerOf(
  database: Database,
  means: Means = { main: kobo(200_000) },
  settings: TestSettings = {},
) {
  const id = await customerWith(database, means)
  const reseller = resellerOn(database, settings)
  const token = await reseller.tokenOf({ kind: 'customer', id }, 86_400)
  return {
    id,
    ...reseller,
    /** [main, cashback, held] in kobo. */
    balances: () => balancesOf(database, id),
    list: (path: string) => reseller.get(`${DATA}/${path}`, { token }),
    buy: (fields: object = {}) => reseller.post(`${DATA}/purchase`, { ...order, ...fields }, { token }),
    query: (requestId: unknown) => reseller.post(`${DATA}/query`, { request_id: requestId }, { token }),
  }
}

export const bad = (message: string) => ({ statusCode: 400, message, error: 'Bad Request' })
