import { toNaira } from '../catalogue/money.ts'
import { type SettledStatus, type Transaction, totalOf } from '../engine/transaction.ts'
import { purchasedOf } from '../wire/purchased.ts'
import type { Schemas } from '../wire/schemas.ts'
import { type Merchant, requeryAnswer } from '../wire/transaction-2025.ts'

type Settled = Schemas['TransactionSettled']
type Saying = Pick<Settled, 'code' | 'response_description'>

const sayings: Record<Exclude<SettledStatus, 'reversed'>, Saying> = {
  delivered: { code: '000', response_description: 'TRANSACTION DELIVERED' },
  failed: { code: '016', response_description: 'TRANSACTION FAILED' },
}

/**
 * What VTpass posts when a transaction has been settled or reversed, whatever form its answers have. The figures are
 * requery's, a rounded commission beside an exact total, as both samples show: 3 % of 5 is 0 beside 4.85.
 * `walletCreditId` names the credit of a reversal.
 *
 * @throws Error where the transaction is pending: VTpass has nothing to say of it.
 */
export function transactionUpdate(
  transaction: Transaction,
  merchant: Merchant,
  walletCreditId: string,
): Schemas['TransactionUpdate'] {
  const { status, requestId } = transaction
  if (status === 'pending') throw new Error(`${requestId} is pending: there is no webhook about it`)
  const figures = figuresOf(transaction, merchant)
  return {
    type: 'transaction-update',
    data:
      status === 'reversed'
        ? reversed(transaction, figures, walletCreditId)
        : settled(transaction, figures, status),
  }
}

/** Requery's transaction without the keys that came after 2020. */
function figuresOf(transaction: Transaction, merchant: Merchant) {
  const named = transaction.product.file.answer.merchant ?? merchant
  const { transactions } = requeryAnswer(transaction, '000', named).content
  const { extras, product_id, commission_details, ...figures } = transactions
  return figures
}

type Figures = ReturnType<typeof figuresOf>

function settled(transaction: Transaction, figures: Figures, status: keyof typeof sayings): Settled {
  const { code, response_description } = sayings[status]
  const { purchased_code, added } = purchasedOf(transaction)
  return {
    code,
    content: { transactions: { ...figures, status } },
    response_description,
    amount: figures.amount,
    transaction_date: null,
    requestId: transaction.requestId,
    purchased_code,
    ...added,
  }
}

function reversed(
  transaction: Transaction,
  figures: Figures,
  walletCreditId: string,
): Schemas['TransactionReversed'] {
  return {
    code: '040',
    content: {
      transactions: {
        status: 'reversed',
        unique_element: figures.unique_element,
        unit_price: figures.unit_price,
        commission: figures.commission,
        total_amount: figures.total_amount,
        discount: null,
        amount: figures.amount,
        transactionId: figures.transactionId,
        wallet_credit_id: walletCreditId,
      },
    },
    response_description: 'TRANSACTION REVERSAL TO WALLET',
    amount: toNaira(totalOf(transaction)),
    transaction_date: null,
    requestId: transaction.requestId,
    purchased_code: '',
  }
}
