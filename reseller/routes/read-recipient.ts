import { type RecipientKind, type RecipientRules, recipientFault } from '../purchases/recipient.ts'
import type { JsonObject } from '../vtpass/json.ts'
import { bad, optionalText, requiredText } from './fields.ts'

/** The number of a phone, an account or a smartcard. @throws Refusal 400 */
export function requiredRecipient(
  body: JsonObject,
  field: string,
  kind: RecipientKind,
  rules: RecipientRules,
): string {
  const number = requiredText(body, field)
  const fault = recipientFault(number, kind, rules)
  if (fault !== null) throw bad(`${field} must be ${fault}`)
  return number
}

/** The customer's own phone; null where none is sent. @throws Refusal 400 */
export function optionalPhone(body: JsonObject, rules: RecipientRules): string | null {
  return optionalText(body, 'phone') === null ? null : requiredRecipient(body, 'phone', 'phone', rules)
}
