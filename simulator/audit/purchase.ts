import { readAmount } from '../catalogue/money.ts'
import type { Millis } from '../engine/time.ts'
import type { Exchange } from './exchange.ts'
import type { ProductFacts } from './product-facts.ts'
import type { Schemas } from './schemas.ts'

/** One request id that was bought with, and all that was said of it. */
export interface Purchase {
  readonly requestId: string
  /** What it buys, as one text: equal texts are the same purchase again. Null where the request does not say. */
  readonly thing: string | null
  /** The service and the recipient, which is what VTpass looks at for a likely duplicate (019). */
  readonly target: string | null
  /** Purchases and requeries, in order; the first is a purchase. */
  readonly exchanges: readonly Exchange[]
  readonly record: Schemas['Transaction'] | null
  /** When a webhook about it was first acknowledged. */
  readonly acknowledgedAt: Millis | null
}

export function requeriesOf({ exchanges }: Purchase): Exchange[] {
  return exchanges.filter(({ speaker }) => speaker === 'requery')
}

export function targetOf(order: Pick<Schemas['JournalOrder'], 'serviceID' | 'recipient'>): string | null {
  const { serviceID, recipient } = order
  return serviceID === null || recipient === null ? null : JSON.stringify([serviceID, recipient])
}

/** The plan decides what is bought, and the amount where there is no plan or the plan's price is open. */
export function thingOf(order: Schemas['JournalOrder'], facts: ProductFacts | undefined): string | null {
  const { serviceID, recipient, variationCode, amount } = order
  if (serviceID === null || recipient === null) return null
  const isOpen = variationCode === null || (facts?.openPlans ?? []).includes(variationCode)
  const paid = isOpen && amount !== null ? (readAmount(amount) ?? amount) : null
  return JSON.stringify([serviceID, recipient, variationCode, paid])
}
