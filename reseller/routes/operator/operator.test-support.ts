import type { Kobo } from '../../pricing/kobo.ts'
import { kobo } from '../../pricing/kobo.ts'
import type { Database } from '../../storage/database.ts'
import { findPurchase } from '../../storage/reads.ts'
import { customerOf } from '../data/customer.test-support.ts'
import type { TestSettings } from '../reseller.test-support.ts'

const OPERATOR = '/api/v1/operator'

/** A customer who buys, and the persons who operate: `ada` where nobody else is named. */
export async function operatorOf(
  database: Database,
  main: Kobo = kobo(200_000),
  settings: TestSettings = {},
) {
  const customer = await customerOf(database, { main }, settings)
  const tokenOf = (name: string) => customer.tokenOf({ kind: 'operator', name }, 864_000)
  const ada = await tokenOf('ada')
  const asksFor = (path: string, token: string | null = ada) => customer.get(`${OPERATOR}/${path}`, { token })
  const says = (path: string, body: unknown, token: string | null = ada) =>
    customer.post(`${OPERATOR}/${path}`, body, { token })
  return {
    ...customer,
    nameToken: tokenOf,
    asksFor,
    says,
    /** The id of the customer's purchase of this name. */
    idOf: async (requestId: string) => (await findPurchase(database, customer.id, requestId))?.id ?? '',
    resolve: async (id: string, outcome: unknown, name: string, reason: unknown = 'support, ticket 1') =>
      says(`purchases/${id}/resolve`, { outcome, reason }, await tokenOf(name)),
  }
}
