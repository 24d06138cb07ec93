import { nairaNumber } from '../../pricing/kobo.ts'
import type { Purchase, PurchaseState } from '../../storage/purchase.ts'

/** What a customer is told of a state: what is not final is pending. */
const statuses: Record<PurchaseState, 'pending' | 'delivered' | 'failed' | 'reversed'> = {
  sending: 'pending',
  unknown: 'pending',
  review: 'pending',
  delivered: 'delivered',
  failed: 'failed',
  reversed: 'reversed',
}

/** A purchase as its customer sees it. */
export function transactionLine(purchase: Purchase): object {
  return {
    id: purchase.id,
    requestId: purchase.requestId,
    status: statuses[purchase.state],
    code: purchase.lastCode,
    kind: purchase.kind,
    serviceID: purchase.serviceID,
    variation_code: purchase.variation,
    name: purchase.title,
    recipient: purchase.recipient,
    phone: purchase.phone,
    subscription_type: purchase.subscription,
    amount: nairaNumber(purchase.price),
    paidMain: nairaNumber(purchase.paidMain),
    paidCashback: nairaNumber(purchase.paidCashback),
    earned: nairaNumber(purchase.earned),
    transactionId: purchase.transactionId,
    openedAt: purchase.openedAt.toISOString(),
    settledAt: purchase.settledAt?.toISOString() ?? null,
    reversedAt: purchase.reversedAt?.toISOString() ?? null,
  }
}
