import { type Kobo, koboHalfUp } from '../pricing/kobo.ts'
import type { Answer } from './answer.ts'
import { asText, asWord, type JsonObject } from './json.ts'
import { plainText } from './plain-text.ts'

/** What VTpass says of an order that it delivered. Each part is null where it is missing or cannot be read. */
export interface Receipt {
  readonly transactionId: string | null
  /** What VTpass took from its wallet, rounded half up to the kobo; it says the same in pay and in requery. */
  readonly totalAmount: Kobo | null
  /** What we earned, rounded half up to the kobo; a requery says it in whole naira. */
  readonly commission: Kobo | null
  /** A PIN or a token; null where the product has none. */
  readonly purchasedCode: string | null
  readonly content: JsonObject
  /** The whole answer: Spectranet's cards stand beside `content`. */
  readonly answer: JsonObject
}

/** Several PINs may stand in one. */
const LONGEST_CODE = 4_000

export function readReceipt({ object, content, transactions }: Answer): Receipt {
  const purchased = asText(object.purchased_code)
  return {
    transactionId: asWord(transactions?.transactionId),
    totalAmount: koboHalfUp(transactions?.total_amount),
    commission: koboHalfUp(transactions?.commission),
    purchasedCode: purchased === null ? null : plainText(purchased, LONGEST_CODE),
    content: content ?? {},
    answer: object,
  }
}
