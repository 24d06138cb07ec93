import type { Exercised } from './exercised.ts'

/** An outcome of a purchase that can cost money. */
interface MoneyOutcome {
  /** How a run meets it. */
  readonly how: string
  /** Whether an exchange of `pay` meets it, or what else does: that takes more than one exchange. */
  readonly met: 'by-requery' | 'by-webhook' | ((exchange: Exercised) => boolean)
}

/** The outcomes that take a requery: from what the caller knew to what it heard. */
export type RequeryPath =
  | 'pending-then-delivered'
  | 'pending-then-failed'
  | 'unheard-then-delivered'
  | 'unheard-then-failed'
  | 'unheard-then-no-order'
  | 'delivered-then-reversed'
  | 'requery-unheard'

export type WebhookOutcome = 'told-by-webhook'

type PayOutcome =
  | 'delivered'
  | 'failed'
  | 'pending'
  | 'pending-said-as-099'
  | 'system-error'
  | 'delivered-but-unheard'
  | 'failed-but-unheard'
  | 'pending-but-unheard'
  | 'never-arrived'
  | 'heard-garbled'
  | 'request-id-used-before'
  | 'likely-duplicate'
  | 'wallet-too-low'
  | 'product-not-sold'

export type OutcomeName = PayOutcome | RequeryPath | WebhookOutcome

/** In the order in which reports list them. */
export const moneyOutcomes: Readonly<Record<OutcomeName, MoneyOutcome>> = {
  delivered: { how: scenario('delivered'), met: says(['000'], 'delivered') },
  failed: { how: scenario('failed'), met: says(['016']) },
  pending: { how: scenario('pending'), met: says(['000'], 'pending') },
  'pending-said-as-099': { how: scenario('unexpected-099'), met: says(['099']) },
  'system-error': { how: scenario('unexpected-083'), met: says(['083']) },
  'delivered-but-unheard': { how: scenario('delivered-but-unheard'), met: unheard('delivered') },
  'failed-but-unheard': { how: scenario('failed-but-unheard'), met: unheard('failed') },
  'pending-but-unheard': {
    how: `${scenario('timeout')}; hang up before the account's timeoutHold is over`,
    met: unheard('pending'),
  },
  'never-arrived': { how: scenario('never-arrived'), met: unheard('none') },
  'heard-garbled': { how: scenario('unexpected-html'), met: ({ heard }) => heard === 'garbled' },
  'request-id-used-before': { how: 'pay twice with one request_id', met: says(['014', '089']) },
  'likely-duplicate': { how: 'pay twice within 30 s with two request_ids', met: says(['019']) },
  'wallet-too-low': {
    how: 'PATCH /_simulator/accounts/ACCOUNT {"wallet": 0}; pay',
    met: says(['018']),
  },
  'product-not-sold': {
    how: 'PATCH /_simulator/products/SERVICEID {"state": "unreachable"}; pay',
    met: says(['028', '030', '034', '035']),
  },
  'pending-then-delivered': { how: settled('pending-then-delivered'), met: 'by-requery' },
  'pending-then-failed': { how: settled('pending-then-failed'), met: 'by-requery' },
  'unheard-then-delivered': { how: `${scenario('delivered-but-unheard')}; requery`, met: 'by-requery' },
  'unheard-then-failed': { how: `${scenario('failed-but-unheard')}; requery`, met: 'by-requery' },
  'unheard-then-no-order': { how: `${scenario('never-arrived')}; requery`, met: 'by-requery' },
  'delivered-then-reversed': { how: settled('delivered-then-reversed'), met: 'by-requery' },
  'requery-unheard': {
    how: 'POST /_simulator/scenarios {"match": {"endpoint": "requery"}, "fault": {"kind": "html-502"}}; requery',
    met: 'by-requery',
  },
  'told-by-webhook': {
    how: `callbackUrl of the account; ${scenario('pending-then-delivered')}; advance the clock by 1m`,
    met: 'by-webhook',
  },
}

export const outcomeNames = Object.keys(moneyOutcomes) as OutcomeName[]

function scenario(name: string): string {
  return `pay with x-simulator-scenario: ${name}`
}

function settled(name: string): string {
  return `${scenario(name)}; advance the clock by 1m; requery`
}

function says(codes: readonly string[], status?: string): (exchange: Exercised) => boolean {
  return (exchange) =>
    exchange.heard === 'whole' &&
    codes.includes(exchange.code ?? '') &&
    (status === undefined || exchange.status === status)
}

function unheard(actual: Exercised['actual']): (exchange: Exercised) => boolean {
  return (exchange) =>
    (exchange.heard === 'nothing' || exchange.heard === 'part') && exchange.actual === actual
}
