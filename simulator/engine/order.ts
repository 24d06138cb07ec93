import { type Money, nothing, readAmount } from '../catalogue/money.ts'
import type { Product } from '../catalogue/product.ts'
import type { FieldName, ProductFile, Variation } from '../catalogue/product-file.ts'
import type { Refusal } from './codes.ts'

/** A request's fields as texts. What was null or empty is missing. */
export type Fields = { readonly [field in FieldName]?: string }

/** What VTpass is asked for. */
export interface Order {
  readonly product: Product
  readonly variationCode: string | null
  readonly recipient: string
  readonly unitPrice: Money
  readonly unitPriceText: string
  readonly quantity: number
}

export function isRefusal(value: object): value is Refusal {
  return 'reason' in value
}

/** 011: fields that the product needs and the request lacks, or that cannot be read. */
export function refuseFields(product: Product, fields: Fields): Refusal | null {
  const { file } = product
  const missing = missingFields(fields, file.fields)
  if (missing !== null) return missing
  const unreadable = unreadableField(product, fields)
  if (unreadable !== null) return { code: '011', reason: unreadable }
  if (file.subscriptionTypes === undefined) return null
  const type = subscriptionType(file, fields)
  if (type !== undefined) return missingFields(fields, type.fields)
  const known = Object.keys(file.subscriptionTypes).join(' or ')
  return { code: '011', reason: `subscription_type is "${fields.subscription_type}"; it must be ${known}` }
}

/** A client may send any text, `constructor` too. */
function subscriptionType({ subscriptionTypes = {} }: ProductFile, { subscription_type = '' }: Fields) {
  return Object.hasOwn(subscriptionTypes, subscription_type)
    ? subscriptionTypes[subscription_type]
    : undefined
}

export function missingFields(fields: Fields, mandatory: readonly FieldName[]): Refusal | null {
  if (mandatory.every((field) => fields[field] !== undefined)) return null
  const missing = mandatory.filter((field) => fields[field] === undefined)
  return { code: '011', reason: `missing: ${missing.join(', ')}` }
}

function unreadableField({ file }: Product, { amount, quantity }: Fields): string | null {
  if (file.price !== 'variation' && amount !== undefined && readAmount(amount) === null) {
    return `amount is "${amount}"; it must be naira with at most two decimals`
  }
  if (file.quantity !== undefined && quantity !== undefined && !/^-?\d{1,9}$/.test(quantity)) {
    return `quantity is "${quantity}"; it must be a whole number`
  }
  return null
}

/** The order that the fields make, or why not: 010, 031, 032, 013, 017, in this order. */
export function readOrder(product: Product, fields: Fields): Order | Refusal {
  const variation = chooseVariation(product, fields)
  if (variation !== null && isRefusal(variation)) return variation
  const quantity = readQuantity(product, fields)
  if (typeof quantity === 'object') return quantity
  const price = readPrice(product, variation, fields)
  if (isRefusal(price)) return price
  return {
    product,
    variationCode: variation?.code ?? null,
    recipient: fields[product.file.recipient.field] ?? '',
    unitPrice: price.amount,
    unitPriceText: price.text,
    quantity,
  }
}

/** A doubled code stands for the plan whose price was sent, else for the first (ours). */
function chooseVariation(product: Product, fields: Fields): Variation | null | Refusal {
  const code = variationAsked(product, fields)
  if (code === null) return null
  const plans = product.variations.get(code)
  if (plans?.[0] === undefined) {
    return { code: '010', reason: `${product.serviceID} has no variation_code "${code}"` }
  }
  const sent = fields.amount === undefined ? null : readAmount(fields.amount)
  return plans.find((plan) => plan.price === sent) ?? plans[0]
}

function variationAsked({ file, variations }: Product, fields: Fields): string | null {
  if (variations.size === 0) return null
  const type = subscriptionType(file, fields)
  return type?.variation_code ?? fields.variation_code ?? null
}

function readQuantity({ file }: Product, { quantity }: Fields): number | Refusal {
  if (file.quantity === undefined || quantity === undefined) return 1
  const { minimum, maximum } = file.quantity
  const asked = Number(quantity)
  if (asked < minimum) return { code: '031', reason: `quantity ${asked} is below ${minimum}` }
  if (asked > maximum) return { code: '032', reason: `quantity ${asked} is above ${maximum}` }
  return asked
}

interface Price {
  readonly amount: Money
  readonly text: string
}

/**
 * The unit's price: the amount sent where the product lets it decide, or where the plan's own price is 0.00 (Smile's
 * airtime); else the plan's, written as the client sent it when it sent the same amount.
 */
function readPrice(product: Product, variation: Variation | null, { amount }: Fields): Price | Refusal {
  const { price } = product.file
  const sent = amount === undefined ? null : readAmount(amount)
  const isOpen = price === 'amount' || (variation !== null && variation.price === nothing)
  if (isOpen || (price === 'amount-or-variation' && sent !== null)) {
    if (amount === undefined || sent === null) return { code: '011', reason: 'missing: amount' }
    return refuseAmount(product, sent) ?? { amount: sent, text: amount }
  }
  if (variation === null) return { code: '011', reason: 'missing: amount or variation_code' }
  const isSame = amount !== undefined && sent === variation.price
  return { amount: variation.price, text: isSame ? amount : variation.priceText }
}

function refuseAmount({ file, minimum, maximum }: Product, amount: Money): Refusal | null {
  if (amount <= 0 || (minimum !== null && amount < minimum)) {
    return { code: '013', reason: `the amount is below the minimum of ₦${file.service.minimium_amount ?? 1}` }
  }
  if (maximum === null || amount <= maximum) return null
  return { code: '017', reason: `the amount is above the maximum of ₦${file.service.maximum_amount}` }
}
