import { kobo } from './pricing/kobo.ts'
import type { Queries } from './storage/database.ts'
import { type CustomerKind, createCustomer, fundWallet } from './storage/funding.ts'

/** Two who can buy at once: one at the regular prices, one at the friendly ones. */
export const demoCustomers: readonly {
  readonly id: string
  readonly kind: CustomerKind
  readonly phone: string
}[] = [
  { id: 'ada', kind: 'regular', phone: '08012345678' },
  { id: 'chidi', kind: 'friendly', phone: '08087654321' },
]

const FIFTY_THOUSAND_NAIRA = kobo(5_000_000)

/** Makes them and pays the money in, once, however often it is called. */
export async function fundDemoCustomers(queries: Queries, at: Date): Promise<void> {
  for (const customer of demoCustomers) {
    await createCustomer(queries, { ...customer, at })
    await fundWallet(queries, {
      customer: customer.id,
      amount: FIFTY_THOUSAND_NAIRA,
      reference: `demo-${customer.id}`,
      actor: 'demo',
      at,
    })
  }
}
