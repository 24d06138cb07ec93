import { noteInTrace } from '../observe/trace.ts'
import type { Purchase } from '../storage/purchase.ts'
import { readPurchase } from '../storage/reads.ts'
import type { Asked, Backend } from './backend.ts'
import { purchaseIdOf } from './purchase-cursor.ts'
import { Refusal } from './refusal.ts'

/** The purchase that the path names. @throws Refusal 404 */
export async function purchaseNamed(context: Asked, { shop }: Backend): Promise<Purchase> {
  const id = purchaseIdOf(context)
  const purchase = id === null ? null : await readPurchase(shop.database, id)
  if (purchase === null) throw noPurchase()
  noteInTrace({ purchase: purchase.id, reference: purchase.reference })
  return purchase
}

export function noPurchase(): Refusal {
  return new Refusal(404, 'No such purchase')
}
