import type { Alert, Attempt } from '../storage/attempt.ts'
import type { Alert as AlertReason } from '../vtpass/alert.ts'
import type { Heard } from '../vtpass/heard.ts'
import type { PayOutcome } from '../vtpass/outcome-of-pay.ts'
import type { RequeryOutcome } from '../vtpass/outcome-of-requery.ts'

interface Asked {
  readonly call: 'pay' | 'requery'
  readonly startedAt: Date
  readonly endedAt: Date
}

type Outcome = PayOutcome | RequeryOutcome

const learnt: Record<Outcome['kind'], Attempt['learnt']> = {
  delivered: 'delivered',
  failed: 'failed',
  reversed: 'reversed',
  'no-order': 'no-order',
  'nothing-learnt': 'unknown',
  unknown: 'unknown',
}

/** What one call to VTpass brought, as it is noted. */
export function attemptOf(asked: Asked, heard: Heard, outcome: Outcome): Attempt {
  const isAnswer = heard.kind === 'answer'
  return {
    ...asked,
    httpStatus: isAnswer ? heard.httpStatus : null,
    code: outcome.code,
    status: outcome.status,
    learnt: learnt[outcome.kind],
    note: outcome.said,
    transactionId: outcome.kind === 'delivered' ? outcome.receipt.transactionId : null,
    answer: isAnswer && typeof heard.body === 'object' ? heard.body : null,
  }
}

/** Troubles of the account, and not of one purchase: a thousand purchases that meet it are one alert. */
const ofTheAccount: ReadonlySet<AlertReason> = new Set([
  'credentials',
  'account',
  'ip-not-whitelisted',
  'low-float',
  'unreachable',
])

/** What an operator is told of an answer; null where nobody need look. */
export function alertOf({ alert, code, said }: Outcome): Alert | null {
  if (alert === null) return null
  const detail = code === null ? said : `${code}: ${said}`
  return { kind: alert, subject: ofTheAccount.has(alert) ? 'vtpass' : null, detail }
}
