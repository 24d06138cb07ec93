import type { LastingCode, Status } from '../engine/transaction.ts'
import { codeTexts, PENDING_TEXT } from './codes.ts'

/** The codes that come with a transaction. */
type StatusCode = '000' | '016' | '040'
type CodeWithTransaction = StatusCode | '001' | '099'

/** The code that a transaction's status has by itself. */
export const codeOfStatus: Record<Status, StatusCode> = {
  pending: '000',
  delivered: '000',
  failed: '016',
  reversed: '040',
}

/** `response_description` beside a transaction. */
export function describe(code: CodeWithTransaction, status: Status): string {
  return code === '000' && status === 'pending' ? PENDING_TEXT : codeTexts[code]
}

/** Codes that exist by name only: nobody has seen what comes with them, so their content is empty (ours). */
export function isByNameOnly(code: string): code is Exclude<LastingCode, '001'> {
  return code === '044' || code === '091'
}
