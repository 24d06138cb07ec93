import type { PassingCode, Transaction } from '../engine/transaction.ts'
import { type Answer, json } from './answer.ts'
import { codeOfStatus, isByNameOnly } from './outcome.ts'
import { renderRefusal } from './refusal.ts'
import { answer2022 } from './transaction-2022.ts'
import { type Merchant, payAnswer, requeryAnswer } from './transaction-2025.ts'

/** What pay says of the transaction that it made. */
export function renderPayment(
  transaction: Transaction,
  code: PassingCode | null,
  merchant: Merchant,
  reason?: string,
): Answer {
  const said = code ?? codeOfStatus[transaction.status]
  if (isByNameOnly(said) || said === '001')
    return renderRefusal({ code: said, reason: 'the scenario asks for it' })
  const { answer } = transaction.product.file
  const body =
    answer.format === '2022'
      ? answer2022(transaction, said, answer.merchant ?? merchant)
      : payAnswer(transaction, said, answer.merchant ?? merchant)
  return reason === undefined ? json(200, body) : { ...json(200, body), reason }
}

/** What requery says of a transaction: the code on command until its status changes, then the status's own. */
export function renderRequery(transaction: Transaction, merchant: Merchant): Answer {
  const said = transaction.requeryCode ?? codeOfStatus[transaction.status]
  if (isByNameOnly(said)) return renderRefusal({ code: said, reason: 'the scenario asks for it' })
  const { answer } = transaction.product.file
  const render = answer.format === '2022' ? answer2022 : requeryAnswer
  return json(200, render(transaction, said, answer.merchant ?? merchant))
}
