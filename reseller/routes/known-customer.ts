import type { Customer } from '../storage/reads.ts'
import type { Asked, Backend } from './backend.ts'
import { customerOf } from './caller.ts'
import { Refusal } from './refusal.ts'

/** The customer whose token it is, with all that is known of them. @throws Refusal 401, 429 */
export async function knownCustomer(context: Asked, backend: Backend): Promise<Customer> {
  const customer = await backend.customers.get(await customerOf(context, backend))
  if (customer === null) throw noCustomer()
  return customer
}

/** The token is good, and names nobody here. */
export function noCustomer(): Refusal {
  return new Refusal(401, 'the token names no customer of ours', { 'www-authenticate': 'Bearer' })
}
