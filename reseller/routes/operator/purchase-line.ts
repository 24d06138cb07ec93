import { type Kobo, nairaNumber } from '../../pricing/kobo.ts'
import type { Purchase } from '../../storage/purchase.ts'

/** A purchase as the operator sees it. */
export function purchaseLine(purchase: Purchase): object {
  return {
    id: purchase.id,
    customer: purchase.customer,
    requestId: purchase.requestId,
    reference: purchase.reference,
    state: purchase.state,
    code: purchase.lastCode,
    kind: purchase.kind,
    serviceID: purchase.serviceID,
    variation_code: purchase.variation,
    name: purchase.title,
    recipient: purchase.recipient,
    phone: purchase.phone,
    subscription_type: purchase.subscription,
    ...amounts(purchase),
    transactionId: purchase.transactionId,
    asked: purchase.asked,
    openedAt: purchase.openedAt.toISOString(),
    changedAt: purchase.changedAt.toISOString(),
    wakeAt: moment(purchase.wakeAt),
    settledAt: moment(purchase.settledAt),
    reversedAt: moment(purchase.reversedAt),
  }
}

function amounts({ cost, price, paidMain, paidCashback, earned, charged, lateLoss }: Purchase): object {
  const known = { cost, price, paidMain, paidCashback, earned, lateLoss }
  const inNaira = Object.entries(known).map(([name, amount]: [string, Kobo]) => [name, nairaNumber(amount)])
  return { ...Object.fromEntries(inNaira), charged: charged === null ? null : nairaNumber(charged) }
}

function moment(at: Date | null): string | null {
  return at?.toISOString() ?? null
}
