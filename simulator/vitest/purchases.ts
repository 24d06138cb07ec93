import type { Transaction } from '../client/index.ts'
import type { Verdict } from './verdict.ts'

/**
 * Whether the purchase of a request id costs the wallet money, and no other purchase of the same is charged as well:
 * the same service and amount for the same recipient, whatever its request id.
 */
export function boughtOnce(transactions: readonly Transaction[], requestId: string): Verdict {
  const bought = transactions.find((transaction) => transaction.requestId === requestId)
  if (bought === undefined)
    return { pass: false, but: `VTpass has no transaction ${requestId}`, shown: transactions.map(lineOf) }
  const charged = transactions.filter((other) => isSame(bought, other) && isCharged(other))
  const shown = (charged.includes(bought) ? charged : [bought, ...charged]).map(lineOf)
  if (charged.length > 1) return { pass: false, but: `${charged.length} of the same are charged`, shown }
  if (!isCharged(bought)) return { pass: false, but: `${requestId} is not charged`, shown }
  return { pass: true, but: 'it did', shown }
}

/** Whether nothing costs the wallet money. */
export function boughtNothing(transactions: readonly Transaction[]): Verdict {
  const shown = transactions.filter(isCharged).map(lineOf)
  return shown.length === 0
    ? { pass: true, but: 'it bought nothing', shown: transactions.map(lineOf) }
    : { pass: false, but: `${shown.length} of its transactions are charged`, shown }
}

function isCharged({ charged }: Transaction): boolean {
  return charged > 0
}

function isSame(one: Transaction, other: Transaction): boolean {
  return one.serviceID === other.serviceID && one.recipient === other.recipient && one.amount === other.amount
}

function lineOf({ requestId, status, serviceID, recipient, amount, charged }: Transaction): string {
  // Of a purchase that was refused with 019 nothing more is known.
  if (serviceID === null) return `${requestId} ${status}`
  return `${requestId} ${status}: ${serviceID} for ${recipient}, ₦${amount}, charged ₦${charged}`
}
