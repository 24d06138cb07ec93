import { plainText } from './plain-text.ts'
import type { JournalEntry, Schemas } from './schemas.ts'

/**
 * An exchange in a line: what was asked, what VTpass answered, what the caller heard of it.
 *
 *     pay 202503101014a mtn ₦100 08011111111 → 000 pending, heard whole
 */
export function said(entry: JournalEntry): string {
  return plainText(`${asked(entry)} → ${answered(entry)}, ${heardWords[entry.heard]}${faultOf(entry)}`)
}

function asked({ endpoint, request, order }: JournalEntry): string {
  const what = endpoint ?? `${request.method} ${request.path}`
  if (order === null)
    return request.query.serviceID === undefined ? what : `${what} ${request.query.serviceID}`
  // A requery asks for a request id and for nothing else; the rest of its order is what is on record.
  const parts = endpoint === 'requery' ? [order.requestId] : orderParts(order)
  return [what, ...parts].filter((part) => part !== null).join(' ')
}

function orderParts({
  requestId,
  serviceID,
  recipient,
  ...order
}: Schemas['JournalOrder']): (string | null)[] {
  const price = order.variationCode ?? (order.amount === null ? null : `₦${order.amount}`)
  return [requestId, serviceID, order.subscriptionType, price, recipient]
}

function answered({ answer, code, status }: JournalEntry): string {
  if (answer === null) return 'no answer'
  const isOdd = answer.status !== 200 || code === null
  return [isOdd ? `HTTP ${answer.status}` : null, code, status].filter((part) => part !== null).join(' ')
}

const heardWords: Record<Schemas['Heard'], string> = {
  waiting: 'still held',
  whole: 'heard whole',
  garbled: 'heard garbled',
  part: 'heard in part',
  nothing: 'not heard',
}

function faultOf({ fault }: JournalEntry): string {
  return fault === null ? '' : ` (${fault.kind})`
}
