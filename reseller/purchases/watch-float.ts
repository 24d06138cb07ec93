import { type Kobo, nairaText } from '../pricing/kobo.ts'
import type { Database } from '../storage/database.ts'
import { raiseAlert } from '../storage/telling.ts'
import { readBalance } from '../vtpass/balance.ts'
import type { Vtpass } from '../vtpass/vtpass.ts'
import type { UpstreamGuard } from './upstream-guard.ts'

export interface FloatWatch {
  readonly database: Database
  readonly vtpass: Pick<Vtpass, 'balance'>
  readonly guard: UpstreamGuard
  /** Below it an operator is told; null is never. */
  readonly minimum: Kobo | null
  now(): Date
}

/**
 * A round that asks VTpass for its balance when that is due, and tells the guard. An operator is told once each time that the
 * balance comes to be below the minimum. Gives how often VTpass told it: 1 or 0.
 */
export function createFloatWatch(watched: FloatWatch): () => Promise<number> {
  const { database, vtpass, guard, minimum, now } = watched
  let isBelow = false
  return async () => {
    const at = now()
    if (!guard.isBalanceDue(at)) return 0
    guard.askedForBalance(at)
    const balance = readBalance(await vtpass.balance())
    if (balance === null) return 0
    guard.toldBalance(balance)
    if (minimum !== null && balance < minimum && !isBelow) await tell(database, balance, minimum, at)
    isBelow = minimum !== null && balance < minimum
    return 1
  }
}

function tell(database: Database, balance: Kobo, minimum: Kobo, at: Date): Promise<void> {
  const detail = `the balance at VTpass is ₦${nairaText(balance)}, below ₦${nairaText(minimum)}`
  return raiseAlert(database, { kind: 'low-float', subject: 'vtpass', detail }, at)
}
