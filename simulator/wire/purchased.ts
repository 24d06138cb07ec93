import { toNaira } from '../catalogue/money.ts'
import type { AnswerForm, Json, JsonObject } from '../catalogue/product-file.ts'
import { amountOf, answerFormOf, type Invented, type Transaction } from '../engine/transaction.ts'

/** What stands at the end of an answer: the code or token that was bought, and what else the biller adds. */
export interface Purchased {
  readonly purchased_code: string
  readonly added: JsonObject
  readonly extras: string | null
}

const nothingBought: Purchased = { purchased_code: '', added: {}, extras: null }

/** Several units' codes are joined with `||`, as VTpass does with result-checker PINs. */
export function purchasedOf(transaction: Transaction): Purchased {
  if (addsNothing(transaction)) return nothingBought
  const form = answerFormOf(transaction.product, transaction.variationCode)
  const units = transaction.invented.length === 0 ? [{}] : transaction.invented
  const values = units.map((invented) => valuesOf(transaction, invented))
  const [first = {}] = values
  return {
    purchased_code: values.map((unit) => fillText(form.purchased_code, unit)).join('||'),
    added: { ...listsOf(form, values), ...(fill(form.added ?? {}, first) as JsonObject) },
    extras: form.extras === undefined ? null : fillText(form.extras, first),
  }
}

/** Whether the answer has no more than every answer has: most products sell nothing that it could hold. */
export function addsNothing({ status, product, variationCode }: Transaction): boolean {
  if (status !== 'delivered') return true
  const { purchased_code, added, perUnit, extras } = answerFormOf(product, variationCode)
  return purchased_code === '' && added === undefined && perUnit === undefined && extras === undefined
}

type Values = { readonly [name: string]: string | number }

function valuesOf(transaction: Transaction, invented: Invented): Values {
  return {
    ...invented,
    unit_price: toNaira(transaction.unitPrice),
    amount: toNaira(amountOf(transaction)),
    recipient: transaction.recipient,
  }
}

function listsOf({ perUnit = {} }: AnswerForm, values: readonly Values[]): JsonObject {
  return Object.fromEntries(
    Object.entries(perUnit).map(([key, form]) => [key, values.map((unit) => fill(form, unit))]),
  )
}

function fill(form: Json, values: Values): Json {
  if (typeof form === 'string') return fillWhole(form, values)
  if (Array.isArray(form)) return form.map((entry) => fill(entry, values))
  if (form === null || typeof form !== 'object') return form
  return Object.fromEntries(Object.entries(form).map(([key, value]) => [key, fill(value, values)]))
}

/** A text that is nothing but one name stays what its value is: `"{unit_price}"` is a number. */
function fillWhole(text: string, values: Values): string | number {
  const name = /^\{(\w+)\}$/.exec(text)?.[1]
  return (name === undefined ? undefined : values[name]) ?? fillText(text, values)
}

function fillText(text: string, values: Values): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}
