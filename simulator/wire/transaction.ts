import type { LastingCode, PassingCode, Status, Transaction } from '../engine/transaction.ts'
import { type Answer, json, written } from './answer.ts'
import { codeOfStatus, isByNameOnly } from './outcome.ts'
import { renderRefusal } from './refusal.ts'
import { answerFromTemplate } from './template.ts'
import { answer2022 } from './transaction-2022.ts'
import { type Merchant, payAnswer, requeryAnswer } from './transaction-2025.ts'

/** The code of pay's answer: the one on command, else the status's own. */
export function payCodeOf(
  { status }: Transaction,
  commanded: PassingCode | null,
): PassingCode | (typeof codeOfStatus)[Status] {
  return commanded ?? codeOfStatus[status]
}

/** The code of requery's answer: the one on command until the status changes, then the status's own. */
export function requeryCodeOf({
  status,
  requeryCode,
}: Transaction): LastingCode | (typeof codeOfStatus)[Status] {
  return requeryCode ?? codeOfStatus[status]
}

/** Whether the transaction stands in the answer of this code: some codes exist by name only. */
export function hasTransaction(kind: 'pay' | 'requery', code: string): boolean {
  return !isByNameOnly(code) && (kind === 'requery' || code !== '001')
}

/** An answer, and what the journal keeps of it where that takes less room. */
export interface Rendered {
  readonly answer: Answer
  /** Reads the same. */
  readonly kept?: Answer
}

/** What pay says of the transaction that it made. */
export function renderPayment(
  transaction: Transaction,
  code: PassingCode | null,
  merchant: Merchant,
  reason?: string,
): Rendered {
  const said = payCodeOf(transaction, code)
  if (isByNameOnly(said) || said === '001')
    return { answer: renderRefusal({ code: said, reason: 'the scenario asks for it' }) }
  const rendered = write('pay', payAnswer, transaction, said, merchant)
  return reason === undefined ? rendered : { answer: { ...rendered.answer, reason } }
}

/** What requery says of a transaction. */
export function renderRequery(transaction: Transaction, merchant: Merchant): Rendered {
  const said = requeryCodeOf(transaction)
  if (isByNameOnly(said)) return { answer: renderRefusal({ code: said, reason: 'the scenario asks for it' }) }
  return write('requery', requeryAnswer, transaction, said, merchant)
}

/** The products of 2022 have one answer for both; the others' is `writeOne`. */
function write<Code extends '000' | '001' | '016' | '040' | '099'>(
  kind: 'pay' | 'requery',
  writeOne: (transaction: Transaction, code: Code, merchant: Merchant) => object,
  transaction: Transaction,
  code: Code,
  merchant: Merchant,
): Rendered {
  const { answer } = transaction.product.file
  const named = answer.merchant ?? merchant
  if (answer.format === '2022') return { answer: json(200, answer2022(transaction, code, named)) }
  const writeNamed = (one: Transaction) => writeOne(one, code, named)
  const kept = answerFromTemplate(transaction, { kind, code, merchant: named, write: writeNamed })
  if (kept === null) return { answer: json(200, writeNamed(transaction)) }
  return { answer: written(200, kept.body), kept }
}
