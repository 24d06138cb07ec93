import type { ResponseCode } from '../engine/codes.ts'

/**
 * What an answer that was heard tells of the purchase that it is about.
 *
 * `settled`: delivered, failed or reversed · `refused`: nothing was bought · `duplicate`: refused as a likely duplicate
 * (019) · `used-before`: the request id is taken (014, 089), which says nothing of what became of it · `not-found`: no
 * such request id (015) · `unclear`: anything else, which the page "Response Codes" says to take as pending.
 */
export type Verdict = 'settled' | 'refused' | 'duplicate' | 'used-before' | 'not-found' | 'unclear'

/** The two endpoints that speak of purchases. */
export type Speaker = 'pay' | 'requery'

/** What an answer says. `httpStatus` is null where it is not known: the code says enough. */
export interface Said {
  readonly code: string | null
  readonly status: string | null
  readonly httpStatus: number | null
}

/** The verdict of an answer that was heard whole. */
export function verdictOf(speaker: Speaker, { code, status, httpStatus }: Said): Verdict {
  // A server that broke down says nothing for certain, whatever else it says.
  if (httpStatus !== null && httpStatus >= 500) return 'unclear'
  // The simulator's own refusals (a path, a body, a scenario that it cannot read) come without a code.
  if (code === null) return httpStatus !== null && httpStatus >= 400 ? 'refused' : 'unclear'
  if (!isListed(code)) return 'unclear'
  const settling = settlingStatuses[speaker][code]
  if (settling === undefined) return verdicts[code][speaker]
  return settling.includes(status ?? '') ? 'settled' : 'unclear'
}

/**
 * Codes that leave it to the status. With 000 the page lists initiated, pending and delivered, so any other is unclear.
 * 001 is how a query was once answered, with the state inside; from pay it says nothing.
 */
const settlingStatuses: Record<Speaker, Partial<Record<ResponseCode, readonly string[]>>> = {
  pay: { '000': ['delivered'] },
  requery: { '000': ['delivered'], '001': ['delivered', 'failed', 'reversed'] },
}

type Verdicts = Readonly<Record<Speaker, Verdict>>

const unclear: Verdicts = { pay: 'unclear', requery: 'unclear' }
const settled: Verdicts = { pay: 'settled', requery: 'settled' }
/** Refused before anything is sold. A requery that is refused so has not been looked into. */
const refused: Verdicts = { pay: 'refused', requery: 'unclear' }
const usedBefore: Verdicts = { pay: 'used-before', requery: 'unclear' }

const verdicts: Record<ResponseCode, Verdicts> = {
  '000': unclear,
  '001': unclear,
  '010': refused,
  '011': refused,
  '012': refused,
  '013': refused,
  '014': usedBefore,
  '015': { pay: 'unclear', requery: 'not-found' },
  '016': settled,
  '017': refused,
  '018': refused,
  '019': { pay: 'duplicate', requery: 'duplicate' },
  '020': refused,
  '021': refused,
  '022': refused,
  '023': refused,
  '024': refused,
  '025': refused,
  '026': refused,
  '027': refused,
  '028': refused,
  '030': refused,
  '031': refused,
  '032': refused,
  '034': refused,
  '035': refused,
  '040': settled,
  '044': unclear,
  '083': unclear,
  '085': refused,
  '087': refused,
  '089': usedBefore,
  // "Transaction is not processed and you will not be charged" (Response Codes).
  '091': settled,
  '099': unclear,
}

function isListed(code: string): code is ResponseCode {
  return Object.hasOwn(verdicts, code)
}
