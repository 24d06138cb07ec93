import { type Money, toNaira } from '../catalogue/money.ts'
import { utcDateTime } from '../engine/time.ts'
import { amountOf, commissionOf, type Transaction, totalOf } from '../engine/transaction.ts'
import { describe } from './outcome.ts'
import { purchasedOf } from './purchased.ts'
import type { Schemas } from './schemas.ts'

/** The merchant whom answers name instead of the customer. */
export interface Merchant {
  readonly email: string
  readonly phone: string
}

/** The answer of pay: prices as texts, the commission as an unrounded double. */
export function payAnswer(
  transaction: Transaction,
  code: Schemas['PayAnswer2025']['code'],
  merchant: Merchant,
): Schemas['PayAnswer2025'] {
  const { product } = transaction
  const commission = unrounded(transaction)
  const { purchased_code, added } = purchasedOf(transaction)
  return {
    code,
    content: {
      transactions: {
        status: transaction.status,
        product_name: product.file.productName,
        unique_element: transaction.recipient,
        unit_price: transaction.unitPriceText,
        quantity: transaction.quantity,
        service_verification: null,
        channel: 'api',
        commission,
        total_amount: toNaira(totalOf(transaction)),
        discount: null,
        type: product.file.type,
        email: merchant.email,
        phone: merchant.phone,
        name: null,
        convinience_fee: toNaira(product.fee),
        amount: amountText(transaction),
        platform: 'api',
        method: 'api',
        transactionId: transaction.transactionId,
        commission_details: { amount: commission, ...product.file.commission },
      },
    },
    response_description: describe(code, transaction.status),
    requestId: transaction.requestId,
    amount: toNaira(amountOf(transaction)),
    transaction_date: utcDateTime(transaction.createdAt),
    purchased_code,
    ...added,
  }
}

/** The answer of requery: other keys, in another order, prices as numbers, the commission rounded. */
export function requeryAnswer(
  transaction: Transaction,
  code: Schemas['RequeryAnswer2025']['code'],
  merchant: Merchant,
): Schemas['RequeryAnswer2025'] {
  const { product } = transaction
  const amount = toNaira(amountOf(transaction))
  const commission = roundedHalfUp(commissionOf(transaction))
  const { purchased_code, added, extras } = purchasedOf(transaction)
  return {
    response_description: describe(code, transaction.status),
    code,
    content: {
      transactions: {
        status: transaction.status,
        product_name: product.file.productName,
        unique_element: transaction.recipient,
        unit_price: toNaira(transaction.unitPrice),
        quantity: transaction.quantity,
        service_verification: null,
        channel: 'api',
        commission,
        total_amount: toNaira(totalOf(transaction)),
        discount: null,
        type: product.file.type,
        email: merchant.email,
        phone: merchant.phone,
        name: null,
        extras,
        convinience_fee: toNaira(product.fee),
        amount,
        platform: 'api',
        method: 'wallet',
        transactionId: transaction.transactionId,
        product_id: product.file.productId,
        commission_details: { amount: commission, ...product.file.commission },
      },
    },
    requestId: transaction.requestId,
    amount,
    transaction_date: utcDateTime(transaction.createdAt),
    purchased_code,
    ...added,
  }
}

/** VTpass's own arithmetic, noise included: 3.5 % of 20 is 0.7000000000000001. */
export function unrounded(transaction: Transaction): number {
  const rate = Number(transaction.product.file.commission.rate) / 100
  return toNaira(amountOf(transaction)) * rate
}

function roundedHalfUp(money: Money): number {
  return Math.floor(toNaira(money) + 0.5)
}

/** The amount as the unit's price is written: one is the same text, several keep its decimals. */
function amountText(transaction: Transaction): string {
  const { unitPriceText, quantity } = transaction
  if (quantity === 1) return unitPriceText
  const decimals = unitPriceText.split('.')[1]?.length ?? 0
  return toNaira(amountOf(transaction)).toFixed(decimals)
}
