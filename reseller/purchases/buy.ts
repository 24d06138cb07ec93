import type { Kobo } from '../pricing/kobo.ts'
import { markUnknown, type Opening, openPurchase, settlePurchase } from '../storage/ledger.ts'
import type { Order, Purchase } from '../storage/purchase.ts'
import { outcomeOfPay } from '../vtpass/outcome-of-pay.ts'
import { newReference } from '../vtpass/reference.ts'
import type { PayFields } from '../vtpass/vtpass.ts'
import { alertOf, attemptOf } from './attempt-of.ts'
import { firstWatchAfter, waitBeforeLook } from './next-look.ts'
import { noticeOf } from './notice.ts'
import type { Shop } from './shop.ts'

/** What a customer buys, at which price; nothing of it is the client's word but the order. */
export interface Buying {
  readonly customer: string
  /** The customer's own; null where none was sent. It never goes to VTpass. */
  readonly requestId: string | null
  /** Of the parameters: the same request id with others is a conflict. */
  readonly fingerprint: string
  readonly order: Order
  readonly cost: Kobo
  readonly price: Kobo
  /** The cashback that a delivery gives. */
  readonly earns: Kobo
  readonly useCashback: boolean
  /** What VTpass is asked for. */
  readonly asks: Omit<PayFields, 'request_id'>
}

/** `opened` is a purchase that was sent, with what has become of it. */
export type Bought = Opening

/**
 * Buys once. The money is held before anything is sent, VTpass is asked once and never again by itself, and what it says,
 * or that it says nothing, is written down. A crash anywhere leaves a purchase that is due.
 */
export async function buy(shop: Shop, buying: Buying): Promise<Bought> {
  const opening = await open(shop, buying)
  if (opening.kind !== 'opened') return opening
  return { kind: 'opened', purchase: await send(shop, opening.purchase, buying.asks) }
}

async function open(shop: Shop, { asks: _, order, requestId, ...buying }: Buying): Promise<Opening> {
  const at = shop.now()
  const reference = newReference(at.getTime(), shop.randomBelow)
  return openPurchase(shop.database, {
    ...order,
    ...buying,
    id: shop.newId(),
    requestId: requestId ?? newReference(at.getTime(), shop.randomBelow),
    reference,
    at,
    wakeAt: later(at, shop.settings.leaseMs),
  })
}

async function send(shop: Shop, purchase: Purchase, asks: Buying['asks']): Promise<Purchase> {
  const { id, reference } = purchase
  const startedAt = shop.now()
  const heard = await shop.vtpass.pay({ ...asks, request_id: reference }, id)
  const at = shop.now()
  const outcome = outcomeOfPay(heard, reference)
  const attempt = attemptOf({ call: 'pay', startedAt, endedAt: at }, heard, outcome)
  const occasion = { purchase: id, at, attempt, alert: alertOf(outcome) }
  if (outcome.kind === 'unknown') {
    const wakeAt = later(at, waitBeforeLook(0, shop.fraction()))
    return (await markUnknown(shop.database, { ...occasion, wakeAt })).purchase
  }
  const isDelivered = outcome.kind === 'delivered'
  const settled = await settlePurchase(shop.database, {
    ...occasion,
    outcome: outcome.kind,
    charged: isDelivered ? outcome.receipt.totalAmount : null,
    actor: 'pay',
    wakeAt: isDelivered ? firstWatchAfter(at) : null,
    notice: noticeOf(purchase, outcome.kind, at),
  })
  return settled.purchase
}

function later(at: Date, ms: number): Date {
  return new Date(at.getTime() + ms)
}
