import { toNaira } from '../catalogue/money.ts'
import { lagosDateTime } from '../engine/time.ts'
import { amountOf, type Transaction, totalOf } from '../engine/transaction.ts'
import { describe } from './outcome.ts'
import { purchasedOf } from './purchased.ts'
import type { Schemas } from './schemas.ts'
import { type Merchant, unrounded } from './transaction-2025.ts'

/**
 * The older answer, the same for pay and for requery: numbers, no commission_details, the amount at the top as a
 * text, and the date as an object in Lagos time ("Spectranet API").
 */
export function answer2022(
  transaction: Transaction,
  code: Schemas['PayAnswer2022']['code'],
  merchant: Merchant,
): Schemas['PayAnswer2022'] {
  const { product } = transaction
  const amount = toNaira(amountOf(transaction))
  const { purchased_code, added } = purchasedOf(transaction)
  return {
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
        commission: unrounded(transaction),
        total_amount: toNaira(totalOf(transaction)),
        discount: null,
        type: product.file.type,
        email: merchant.email,
        phone: merchant.phone,
        name: null,
        convinience_fee: toNaira(product.fee),
        amount,
        platform: 'api',
        method: 'api',
        transactionId: transaction.transactionId,
      },
    },
    response_description: describe(code, transaction.status),
    requestId: transaction.requestId,
    amount: amount.toFixed(2),
    transaction_date: {
      date: lagosDateTime(transaction.createdAt),
      timezone_type: 3,
      timezone: 'Africa/Lagos',
    },
    purchased_code,
    ...added,
  }
}
