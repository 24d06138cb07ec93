import { nairaNumber } from '../pricing/kobo.ts'
import type { Purchase } from '../storage/purchase.ts'
import { readAnswer } from '../vtpass/answer.ts'
import { asObject, asText, type JsonObject } from '../vtpass/json.ts'

/**
 * VTpass's content with what the customer paid in place of VTpass's own amounts: texts in the answer to a purchase, numbers
 * in that to a query, as the data API document has them. What VTpass left out is said all the same.
 */
export function paidContent(purchase: Purchase, form: 'text' | 'number', status: string): JsonObject {
  const { content, transactions } = readAnswer(purchase.answer)
  const naira = nairaNumber(purchase.price)
  const paid = form === 'text' ? String(naira) : naira
  const said = transactions ?? {}
  return {
    ...content,
    transactions: {
      ...shown(said),
      status,
      product_name: asText(said.product_name) ?? purchase.title,
      unique_element: asText(said.unique_element) ?? purchase.recipient,
      unit_price: paid,
      quantity: Number.isInteger(said.quantity) ? said.quantity : 1,
      amount: paid,
    },
  }
}

/** `email` and `phone` are those of our account at VTpass. What is not of its documented type is left out. */
function shown({ email, phone, ...said }: JsonObject): JsonObject {
  const { commission, total_amount, transactionId, commission_details, ...others } = said
  return {
    ...others,
    ...(typeof commission === 'number' ? { commission } : {}),
    ...(typeof total_amount === 'number' ? { total_amount } : {}),
    ...(asText(transactionId) === null ? {} : { transactionId }),
    ...(asObject(commission_details) === null ? {} : { commission_details }),
  }
}

const VTPASS_DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/

/** VTpass's, with its microseconds; the moment of the purchase where VTpass has another form or none. */
export function transactionDate({ answer, openedAt }: Purchase): string {
  const said = asText(asObject(answer)?.transaction_date)
  return said !== null && VTPASS_DATE.test(said) ? said : openedAt.toISOString().replace('Z', '000Z')
}
