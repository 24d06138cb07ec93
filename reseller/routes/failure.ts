import type { Purchase } from '../storage/purchase.ts'
import { readAnswer } from '../vtpass/answer.ts'

/** What of a purchase tells why it failed. */
type Failed = Pick<Purchase, 'state' | 'lastCode' | 'answer'>

/** Codes that stand with a failure, and are none themselves: the status beside 000 said it, or 015 was believed. */
const NO_FAILURE: ReadonlySet<string> = new Set(['000', '001', '015'])

/** The code of what failed: VTpass's, or 016 where it gave none that says so; 040 of what was taken back. */
export function failureCode({ state, lastCode, answer }: Failed): string {
  if (state === 'reversed') return '040'
  if (lastCode !== null && !NO_FAILURE.has(lastCode)) return lastCode
  return readAnswer(answer).status === 'reversed' ? '040' : '016'
}

/** Why it failed, in the words of the data API document; a replay says the same again. */
export function failureMessage(purchase: Failed): string {
  const code = failureCode(purchase)
  return code === '028'
    ? 'PRODUCT IS NOT WHITELISTED ON YOUR ACCOUNT'
    : `Transaction failed with code: ${code}`
}
