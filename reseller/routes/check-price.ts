import { type Kobo, nairaNumber } from '../pricing/kobo.ts'
import { Refusal } from './refusal.ts'

/** An amount that is sent is never the price: it may only agree with it. @throws Refusal 409 */
export function checkPrice(sent: Kobo | null, price: Kobo): void {
  if (sent === null || sent === price) return
  throw new Refusal(409, `amount ${nairaNumber(sent)} is not the price: it is ${nairaNumber(price)}`)
}
