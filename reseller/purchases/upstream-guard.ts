import type { Kobo } from '../pricing/kobo.ts'
import type { Heard } from '../vtpass/heard.ts'
import { outcomeOfPay } from '../vtpass/outcome-of-pay.ts'
import { asked, began, ended, type Float, foundLow, isTooLow, told, unknownFloat, wanted } from './float.ts'
import { heardFrom, over, type ReachabilitySettings, reachable, sent, waitFor } from './reachability.ts'

export interface GuardSettings extends ReachabilitySettings {
  /** How often VTpass is asked for its balance; 0 is never, and the float is never found too low. */
  readonly balanceEveryMs: number
}

/** Either the purchase may be sent, and whoever is let in says when it is `over`; or it is refused, before money is held. */
export type Admission =
  | { readonly kind: 'admitted'; over(isTaken: boolean): void }
  | { readonly kind: 'refused'; readonly why: 'down' | 'low-float'; readonly retryAfterS: number }

/**
 * Knows what was heard of VTpass lately, and keeps new purchases away from it while they can only fail. It settles nothing,
 * and what it keeps away can be asked for again. One for each process; each finds out by itself.
 */
export interface UpstreamGuard {
  admit(cost: Kobo, at: Date): Admission
  /** What came of a purchase that was sent under this reference. */
  heardOfPay(heard: Heard, reference: string, at: Date): void
  isBalanceDue(at: Date): boolean
  /** VTpass is now being asked for its balance. */
  askedForBalance(at: Date): void
  toldBalance(balance: Kobo): void
}

/** What was heard counts for so many times the usual asking: then somebody has to try. */
const ASKINGS_THAT_COUNT = 5
/** How often the balance is asked for while a purchase waits for it. */
const SOON_MS = 5_000
/** Somebody must top up the float first. */
const LOW_RETRY_S = 60

export function createUpstreamGuard(settings: GuardSettings): UpstreamGuard {
  const { balanceEveryMs } = settings
  let reach = reachable
  let float: Float = unknownFloat
  let admitted = 0

  function refusal(cost: Kobo, at: number): Extract<Admission, { kind: 'refused' }> | null {
    const waitMs = waitFor(reach, at, settings)
    if (waitMs > 0) return { kind: 'refused', why: 'down', retryAfterS: Math.ceil(waitMs / 1000) }
    if (!isTooLow(float, cost, at, balanceEveryMs * ASKINGS_THAT_COUNT)) return null
    float = wanted(float)
    return { kind: 'refused', why: 'low-float', retryAfterS: LOW_RETRY_S }
  }

  return {
    admit(cost, at) {
      const refused = refusal(cost, at.getTime())
      if (refused !== null) return refused
      admitted += 1
      const purchase = admitted
      reach = sent(reach, purchase)
      float = began(float, cost)
      return {
        kind: 'admitted',
        over(isTaken) {
          reach = over(reach, purchase)
          float = ended(float, cost, isTaken)
        },
      }
    },
    heardOfPay(heard, reference, at) {
      reach = heardFrom(reach, heard, at.getTime(), settings)
      if (outcomeOfPay(heard, reference).alert === 'low-float') float = foundLow(float, at.getTime())
    },
    isBalanceDue(at) {
      const { askedAt, isWanted } = float
      if (balanceEveryMs === 0) return false
      const sinceMs = askedAt === null ? Number.POSITIVE_INFINITY : at.getTime() - askedAt
      return sinceMs < 0 || sinceMs >= (isWanted ? Math.min(SOON_MS, balanceEveryMs) : balanceEveryMs)
    },
    askedForBalance(at) {
      float = asked(float, at.getTime())
    },
    toldBalance(balance) {
      float = told(float, balance)
    },
  }
}
