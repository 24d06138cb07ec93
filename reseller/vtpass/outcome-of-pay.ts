import type { Alert } from './alert.ts'
import { type Answer, isAbout, readAnswer } from './answer.ts'
import type { Answered, Heard } from './heard.ts'
import { type Receipt, readReceipt } from './receipt.ts'
import type { Remarks } from './remarks.ts'
import { lookUp, type ResponseCode } from './response-code.ts'

/**
 * What became of a purchase, as far as the answer to its one POST tells. `failed` is final, and so is `delivered`;
 * `unknown` is neither success nor failure, and only a requery ends it.
 */
export type PayOutcome =
  | (Remarks & { readonly kind: 'delivered'; readonly receipt: Receipt })
  | (Remarks & { readonly kind: 'failed' | 'unknown' })

type Verdict = Pick<PayOutcome, 'kind' | 'alert'>
type Meaning = 'as-its-status-says' | 'failed' | 'unknown'

/**
 * VTpass's page "Response Codes": 020, 011, 012 and 030 are to be treated as failed; what is not explained there is to be
 * treated as pending. 016 and 091 are not charged, 040 is given back; the other failures are refused before VTpass asks
 * the biller.
 */
const meanings: Record<ResponseCode, Meaning> = {
  '000': 'as-its-status-says',
  '001': 'as-its-status-says',
  '010': 'failed',
  '011': 'failed',
  '012': 'failed',
  '013': 'failed',
  // The first request of this name may be one of ours that we heard nothing of.
  '014': 'unknown',
  // "This is returned for a requery operation": it says nothing of a purchase.
  '015': 'unknown',
  '016': 'failed',
  '017': 'failed',
  '018': 'failed',
  '019': 'failed',
  '020': 'failed',
  '021': 'failed',
  '022': 'failed',
  '023': 'failed',
  '024': 'failed',
  '025': 'failed',
  '026': 'failed',
  '027': 'failed',
  '028': 'failed',
  '030': 'failed',
  '031': 'failed',
  '032': 'failed',
  '034': 'failed',
  '035': 'failed',
  '040': 'failed',
  '044': 'unknown',
  '083': 'unknown',
  '085': 'failed',
  '087': 'failed',
  '089': 'unknown',
  '091': 'failed',
  '099': 'unknown',
}

/** Failures that the next customer meets as well, until somebody acts. */
const alerts: Partial<Record<ResponseCode, Alert>> = {
  '018': 'low-float',
  '021': 'account',
  '022': 'account',
  '023': 'account',
  '024': 'account',
  '027': 'ip-not-whitelisted',
  '085': 'improper-reference',
  '087': 'credentials',
}

/**
 * Total: whatever was heard has an outcome, and what is not understood is `unknown`. `reference` is the request id that was
 * sent; an answer that names another one is not ours.
 */
export function outcomeOfPay(heard: Heard, reference: string): PayOutcome {
  if (heard.kind === 'not-sent') return { kind: 'failed', ...silence, said: heard.why }
  if (heard.kind === 'lost') return { kind: 'unknown', ...silence, said: heard.why }
  const answer = readAnswer(heard.body)
  const { kind, alert } = verdictOn(heard, answer, reference)
  const remarks = { code: answer.code, status: answer.status, said: answer.said, alert }
  return kind === 'delivered' ? { kind, ...remarks, receipt: readReceipt(answer) } : { kind, ...remarks }
}

const silence = { code: null, status: null, alert: null }
const unknown: Verdict = { kind: 'unknown', alert: null }

function verdictOn({ httpStatus }: Answered, answer: Answer, reference: string): Verdict {
  if (!isAbout(answer, reference)) return { kind: 'unknown', alert: 'another-order' }
  // 087 alone was seen with an HTTP status of its own that is a refusal; a gateway may say the rest.
  if (httpStatus !== 200 && !(httpStatus === 401 && answer.code === '087')) return unknown
  const meaning = lookUp(meanings, answer.code)
  if (meaning === undefined || meaning === 'unknown') return unknown
  if (meaning === 'failed') return failure(answer)
  return answer.status === 'delivered' ? { kind: 'delivered', alert: null } : unknown
}

/** A failure whose transaction is said to be anything else is not explained by VTpass's page. */
function failure({ code, status }: Answer): Verdict {
  const expected = code === '040' ? 'reversed' : 'failed'
  if (status !== null && status !== expected) return { kind: 'unknown', alert: 'contradiction' }
  return { kind: 'failed', alert: lookUp(alerts, code) ?? null }
}
