import { nairaNumber } from '../pricing/kobo.ts'
import type { FinalState, Purchase } from '../storage/purchase.ts'

type Told = Pick<Purchase, 'id' | 'requestId' | 'price' | 'paidMain' | 'paidCashback'>

/**
 * What the customer's own webhook is told of a purchase that came to a final state: openapi/reseller.yaml, webhooks. A
 * refund gives each wallet what it paid; cashback that a reversal takes back is another line of the ledger.
 */
export function noticeOf({ id, requestId, price, ...paid }: Told, status: FinalState, at: Date): object {
  const isRefunded = status !== 'delivered'
  return {
    type: `transaction.${status}`,
    timestamp: at.toISOString(),
    data: {
      id,
      requestId,
      status,
      amount: nairaNumber(price),
      refundedMain: isRefunded ? nairaNumber(paid.paidMain) : 0,
      refundedCashback: isRefunded ? nairaNumber(paid.paidCashback) : 0,
    },
  }
}
