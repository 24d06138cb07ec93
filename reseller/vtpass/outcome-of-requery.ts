import type { Alert } from './alert.ts'
import { type Answer, isAbout, readAnswer } from './answer.ts'
import type { Heard } from './heard.ts'
import { type Receipt, readReceipt } from './receipt.ts'
import type { Remarks } from './remarks.ts'
import { lookUp, type ResponseCode } from './response-code.ts'

/**
 * What a requery tells of an order. `delivered`, `failed` and `reversed` are VTpass's word. `no-order` is 015, which VTpass
 * may also say of an order that it has not written down yet: once is no proof. `nothing-learnt` leaves everything as it is.
 */
export type RequeryOutcome =
  | (Remarks & { readonly kind: 'delivered'; readonly receipt: Receipt })
  | (Remarks & { readonly kind: 'failed' | 'reversed' | 'no-order' | 'nothing-learnt' })

type Kind = RequeryOutcome['kind']
type Verdict = Pick<RequeryOutcome, 'kind' | 'alert'>

/**
 * VTpass's page "Response Codes", read for a requery: a refusal of the question says nothing of the order. So 087, which
 * fails a purchase, teaches nothing here.
 */
const meanings: Record<ResponseCode, Verdict | 'as-its-status-says'> = {
  '000': 'as-its-status-says',
  '001': 'as-its-status-says',
  '010': refused(),
  '011': refused(),
  '012': refused(),
  '013': refused(),
  '014': refused(),
  '015': { kind: 'no-order', alert: null },
  '016': { kind: 'failed', alert: null },
  '017': refused(),
  '018': refused(),
  // Seen of a purchase that was itself refused with 019; the page does not say so.
  '019': refused(),
  '020': refused(),
  '021': refused('account'),
  '022': refused('account'),
  '023': refused('account'),
  '024': refused('account'),
  '025': refused(),
  '026': refused(),
  '027': refused('ip-not-whitelisted'),
  '028': refused(),
  '030': refused(),
  '031': refused(),
  '032': refused(),
  '034': refused(),
  '035': refused(),
  '040': { kind: 'reversed', alert: null },
  '044': refused('resolved'),
  '083': refused(),
  '085': refused('improper-reference'),
  '087': refused('credentials'),
  '089': { kind: 'nothing-learnt', alert: null },
  '091': { kind: 'failed', alert: null },
  '099': { kind: 'nothing-learnt', alert: null },
}

function refused(alert: Alert = 'requery-refused'): Verdict {
  return { kind: 'nothing-learnt', alert }
}

/** Under 000 and 001. "initiated" and "pending" are documented, and no news. */
const statuses = new Map<string | null, Verdict>([
  ['delivered', { kind: 'delivered', alert: null }],
  ['failed', { kind: 'failed', alert: null }],
  ['reversed', { kind: 'reversed', alert: null }],
  ['pending', { kind: 'nothing-learnt', alert: null }],
  ['initiated', { kind: 'nothing-learnt', alert: null }],
])

/** What a transaction's status may be beside each outcome; none at all is right beside every one. */
const agreeing: Partial<Record<Kind, string>> = { failed: 'failed', reversed: 'reversed' }

/**
 * Total: whatever was heard has an outcome, and what is not understood teaches nothing. `reference` is the request id that
 * was asked about; an answer that names another one is not ours.
 */
export function outcomeOfRequery(heard: Heard, reference: string): RequeryOutcome {
  if (heard.kind !== 'answer') {
    return { kind: 'nothing-learnt', code: null, status: null, said: heard.why, alert: 'unreachable' }
  }
  const answer = readAnswer(heard.body)
  const { kind, alert } = verdictOn(heard.httpStatus, answer, reference)
  const remarks = { code: answer.code, status: answer.status, said: answer.said, alert }
  return kind === 'delivered' ? { kind, ...remarks, receipt: readReceipt(answer) } : { kind, ...remarks }
}

function verdictOn(httpStatus: number, answer: Answer, reference: string): Verdict {
  if (!isAbout(answer, reference)) return refused('another-order')
  const meaning = lookUp(meanings, answer.code)
  const verdict = meaning === 'as-its-status-says' ? statuses.get(answer.status) : checked(meaning, answer)
  if (httpStatus === 200) return verdict ?? refused('undocumented')
  return refused(verdict?.kind === 'nothing-learnt' ? (verdict.alert ?? 'undocumented') : 'undocumented')
}

/** A code whose transaction has another status is not explained by VTpass's page. */
function checked(verdict: Verdict | undefined, { status }: Answer): Verdict | undefined {
  if (verdict === undefined || verdict.kind === 'nothing-learnt' || status === null) return verdict
  return agreeing[verdict.kind] === status ? verdict : refused('contradiction')
}
