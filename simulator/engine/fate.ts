import type { Product } from '../catalogue/product.ts'
import type { RecipientOutcome } from '../catalogue/product-file.ts'
import type { RefusalCode } from './codes.ts'
import type { Fields } from './order.ts'
import type { Millis } from './time.ts'
import type { LastingCode, PassingCode, SettledStatus, Status } from './transaction.ts'

/** What becomes of an order: it is refused without one, or there is a transaction in a status. */
export type Fate =
  | {
      readonly kind: 'refuse'
      readonly code: RefusalCode
      /** Before the request's fields are looked at, or where the biller would be asked. */
      readonly moment: 'at-once' | 'at-the-biller'
    }
  | {
      readonly kind: 'vend'
      readonly status: Status
      /** The code of pay's answer; null is the status's own. */
      readonly payCode: PassingCode | null
      readonly requeryCode: LastingCode | null
      /** What the transaction becomes by itself; null leaves that to the account's settings. */
      readonly settles: Settling | null
    }

/** What a transaction becomes, so many milliseconds after it was ordered. */
export interface Settling {
  readonly to: SettledStatus
  readonly afterMs: Millis
}

const special = ['pending', 'unexpected', 'no-response', 'timeout'] as const

/**
 * What the recipient's number asks for. A special number in any field that the product looks at wins over the number
 * that succeeds; every number that is none of them fails.
 */
export function outcomeOfRecipient(product: Product, fields: Fields): RecipientOutcome {
  const { lookAt, outcomes } = product.file.recipient
  const isIn = (outcome: Exclude<RecipientOutcome, 'failed'>) => {
    const numbers = outcomes[outcome]
    return numbers !== undefined && lookAt.some((field) => numbers.includes(fields[field] ?? ''))
  }
  return special.find(isIn) ?? (isIn('delivered') ? 'delivered' : 'failed')
}
