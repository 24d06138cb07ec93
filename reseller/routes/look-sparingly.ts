import { isOpen } from '../purchases/decide-look.ts'
import { look } from '../purchases/look.ts'
import type { Shop } from '../purchases/shop.ts'
import type { Purchase } from '../storage/purchase.ts'

/** Asks VTpass about a purchase in doubt, for a customer who wants to know now. */
export type LookSparingly = (purchase: Purchase) => Promise<Purchase>

const EVERY_MS = 5_000
const MOST_REMEMBERED = 10_000

/**
 * VTpass is asked about one purchase once in five seconds, however often a customer asks us. One that is being sent is left
 * alone: its answer is on its way.
 */
export function createLookSparingly(shop: Shop): LookSparingly {
  const lookedAt = new Map<string, number>()
  return async (purchase) => {
    const now = shop.now().getTime()
    const isTooSoon = now - lastTime(purchase, lookedAt) < EVERY_MS
    if (!isOpen(purchase.state) || purchase.state === 'sending' || isTooSoon) return purchase
    remember(lookedAt, purchase.id, now)
    return look(shop, purchase)
  }
}

/** The answer to the POST is news as well. */
function lastTime({ id, payEndedAt }: Purchase, lookedAt: ReadonlyMap<string, number>): number {
  return Math.max(lookedAt.get(id) ?? 0, payEndedAt?.getTime() ?? 0)
}

/** A map keeps its order: the first is the oldest. */
function remember(lookedAt: Map<string, number>, id: string, now: number): void {
  lookedAt.delete(id)
  lookedAt.set(id, now)
  const [oldest] = lookedAt.keys()
  if (lookedAt.size > MOST_REMEMBERED && oldest !== undefined) lookedAt.delete(oldest)
}
