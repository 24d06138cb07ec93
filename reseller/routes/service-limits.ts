import { type Kobo, nairaNumber } from '../pricing/kobo.ts'
import type { Service } from '../vtpass/services.ts'
import type { Backend } from './backend.ts'
import { bad } from './fields.ts'
import { soldOf, vtpassDown } from './known-answer.ts'

/** A service that is sold here, as VTpass lists it. @throws Refusal 503 where VTpass does not list it, or cannot be asked */
export async function serviceOf(
  catalogue: Backend['catalogue'],
  category: string,
  serviceID: string,
): Promise<Service> {
  const { value } = soldOf(await catalogue.services(category))
  const service = value.find((each) => each.serviceID === serviceID)
  if (service === undefined) throw vtpassDown()
  return service
}

/** @throws Refusal 400 */
export function checkLimits(amount: Kobo, { minimumAmount, maximumAmount }: Service): void {
  if (minimumAmount !== null && amount < minimumAmount) {
    throw bad(`amount must be at least ${nairaNumber(minimumAmount)}`)
  }
  if (maximumAmount !== null && amount > maximumAmount) {
    throw bad(`amount must be at most ${nairaNumber(maximumAmount)}`)
  }
}
