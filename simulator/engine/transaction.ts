import { type Money, minus, percentOf, plus, times } from '../catalogue/money.ts'
import type { Product } from '../catalogue/product.ts'
import type { AnswerForm } from '../catalogue/product-file.ts'
import type { Millis } from './time.ts'

export type Status = 'pending' | 'delivered' | 'failed' | 'reversed'

/** What a transaction can become. */
export type SettledStatus = Exclude<Status, 'pending'>

/** What it must be, to become so. */
export const settlesFrom: Record<SettledStatus, Status> = {
  delivered: 'pending',
  failed: 'pending',
  reversed: 'delivered',
}

/** The codes that a scenario may put in the place of a status's own: until it changes, and in pay's answer alone. */
export type LastingCode = '001' | '044' | '091'
export type PassingCode = LastingCode | '099'

/** The invented values of one unit bought, by name. */
export type Invented = { readonly [name: string]: string }

/** VTpass's record of an order. Amounts that follow from it are computed when asked for. */
export interface Transaction {
  readonly requestId: string
  /** 26 digits, the first ten of which are the Unix seconds of `createdAt`. */
  readonly transactionId: string
  readonly product: Product
  readonly variationCode: string | null
  readonly recipient: string
  readonly unitPrice: Money
  /** The price as pay's answer writes it: `"100"` as it was sent, or `"410.00"` as the plan says. */
  readonly unitPriceText: string
  readonly quantity: number
  readonly createdAt: Millis
  /** One for each unit; empty where the product invents nothing. */
  readonly invented: readonly Invented[]
  readonly status: Status
  /** The code that a requery answers until the status changes; null is the status's own. */
  readonly requeryCode: LastingCode | null
}

/** A purchase that was refused and is on record all the same: 019. */
export interface RecordedRefusal {
  readonly requestId: string
  readonly refusedWith: '019'
  readonly createdAt: Millis
}

export function amountOf(transaction: Transaction): Money {
  return times(transaction.unitPrice, transaction.quantity)
}

export function commissionOf(transaction: Transaction): Money {
  return percentOf(amountOf(transaction), transaction.product.file.commission.rate)
}

/** What the merchant pays: amount − commission + convinience_fee. */
export function totalOf(transaction: Transaction): Money {
  return plus(minus(amountOf(transaction), commissionOf(transaction)), transaction.product.fee)
}

/** Whether the merchant's money is with VTpass: of what is pending or delivered. */
export function isCharged(status: Status): boolean {
  return status === 'pending' || status === 'delivered'
}

/** What a delivered purchase of this product, and of this plan, adds to its answer. */
export function answerFormOf(product: Product, variationCode: string | null): AnswerForm {
  const { answer } = product.file
  return (variationCode === null ? undefined : answer.byVariation?.[variationCode]) ?? answer
}
