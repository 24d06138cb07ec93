import { type Money, toNaira } from '../catalogue/money.ts'
import { type Answer, json } from './answer.ts'
import type { Schemas } from './schemas.ts'

/** The one answer whose code is a number, and whose content has an s ("contents"; seen). */
export function renderBalance(balance: Money): Answer {
  return json<Schemas['Balance']>(200, { code: 1, contents: { balance: toNaira(balance) } })
}
