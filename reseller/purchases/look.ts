import {
  bookLateDelivery,
  markReview,
  markUnknown,
  type Occasion,
  reversePurchase,
  settlePurchase,
  watchPurchase,
} from '../storage/ledger.ts'
import type { Purchase } from '../storage/purchase.ts'
import { claimDue } from '../storage/waiting.ts'
import { outcomeOfRequery } from '../vtpass/outcome-of-requery.ts'
import { alertOf, attemptOf } from './attempt-of.ts'
import { decideLook, isOpen, type Verdict } from './decide-look.ts'
import { noticeOf } from './notice.ts'
import type { Shop } from './shop.ts'

/** Asks VTpass what became of a purchase, and writes down what that comes to. Gives the purchase as it is then. */
export async function look(shop: Shop, purchase: Purchase): Promise<Purchase> {
  const { id, reference } = purchase
  const startedAt = shop.now()
  const heard = await shop.vtpass.requery(reference, id)
  const at = shop.now()
  const outcome = outcomeOfRequery(heard, reference)
  const attempt = attemptOf({ call: 'requery', startedAt, endedAt: at }, heard, outcome)
  const verdict = decideLook(purchase, outcome, at, shop.settings, shop.fraction())
  const alert = alertOf(outcome) ?? ofVerdict(verdict, outcome.said)
  const { wakeAt } = verdict
  return (await carryOut(shop, verdict, { purchase: id, at, wakeAt, attempt, alert }, purchase)).purchase
}

/** Looks at so many purchases that are due, side by side. How many there were. */
export async function lookAtDue(shop: Shop, limit: number): Promise<number> {
  const at = shop.now()
  const until = new Date(at.getTime() + shop.settings.leaseMs)
  const due = await claimDue(shop.database, { at, until, limit })
  await Promise.all(due.map((purchase) => look(shop, purchase)))
  return due.length
}

function ofVerdict({ alert }: Verdict, said: string): Occasion['alert'] {
  return alert === null ? null : { kind: alert, subject: null, detail: said }
}

function carryOut({ database }: Shop, { does }: Verdict, occasion: Occasion, purchase: Purchase) {
  const actor = 'requery'
  const { at } = occasion
  switch (does.kind) {
    case 'settle':
      return settlePurchase(database, {
        ...occasion,
        ...does,
        actor,
        notice: noticeOf(purchase, does.outcome, at),
      })
    case 'reverse':
      return reversePurchase(database, { ...occasion, actor, notice: noticeOf(purchase, 'reversed', at) })
    case 'book-late-delivery':
      return bookLateDelivery(database, { ...occasion, actor, charged: does.charged })
    case 'review':
      return markReview(database, occasion)
    case 'keep':
      return isOpen(purchase.state) ? markUnknown(database, occasion) : watchPurchase(database, occasion)
  }
}
