import { type Kobo, readNaira } from '../pricing/kobo.ts'
import { readAnswer } from './answer.ts'
import type { Heard } from './heard.ts'
import { asText, type JsonObject } from './json.ts'

/** Whom a smartcard belongs to. `refused` and `unavailable` say why in words: VTpass's own, and ours. */
export type Verification =
  | {
      readonly kind: 'verified'
      /** May be empty: VTpass was seen to know a number without a name. */
      readonly customerName: string
      /** What a renewal of the present bouquet costs; null where VTpass does not say, or says 0. */
      readonly renewalAmount: Kobo | null
      readonly content: JsonObject
    }
  | { readonly kind: 'refused' | 'unavailable'; readonly said: string }

/** VTpass's codes of its page "Response Codes" that answer a verification with no. */
const refusals: ReadonlySet<string | null> = new Set(['011', '012', '030'])

export function readVerification(heard: Heard): Verification {
  if (heard.kind !== 'answer') return { kind: 'unavailable', said: heard.why }
  const { code, content, said } = readAnswer(heard.body)
  if (heard.httpStatus === 200 && refusals.has(code)) return { kind: 'refused', said }
  const isAnswered = heard.httpStatus === 200 && (code === '000' || code === '020') && content !== null
  if (!isAnswered) return { kind: 'unavailable', said }
  // A bad number answers 000 as well: it has `error`, and no Customer_Name (seen).
  if (asText(content.error) !== null || content.WrongBillersCode === true) return { kind: 'refused', said }
  if (typeof content.Customer_Name !== 'string') return { kind: 'unavailable', said }
  return {
    kind: 'verified',
    customerName: content.Customer_Name,
    renewalAmount: aboveZero(readNaira(content.Renewal_Amount)),
    content,
  }
}

function aboveZero(amount: Kobo | null): Kobo | null {
  return amount === 0 ? null : amount
}
