import type { ResponseCode } from '../engine/codes.ts'
import type { Status } from '../engine/transaction.ts'
import { codeTexts, PENDING_TEXT } from './codes.ts'

/** The code that a transaction's status has by itself. */
export const codeOfStatus: Record<Status, ResponseCode> = {
  pending: '000',
  delivered: '000',
  failed: '016',
  reversed: '040',
}

/** `response_description` beside a transaction. */
export function describe(code: ResponseCode, status: Status): string {
  return code === '000' && status === 'pending' ? PENDING_TEXT : codeTexts[code]
}

/** Codes that exist by name only: nobody has seen what comes with them, so their content is empty (ours). */
export function isByNameOnly(code: ResponseCode): boolean {
  return code === '044' || code === '091'
}
