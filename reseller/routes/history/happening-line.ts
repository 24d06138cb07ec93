import { type Kobo, nairaNumber } from '../../pricing/kobo.ts'
import type { Happening } from '../../storage/timeline.ts'

/** All that is known of what happened, for an operator. */
export function operatorLine(happening: Happening): object {
  const line = { ...happening, at: happening.at.toISOString() }
  if (happening.what !== 'transfer') return line
  const { amount, balanceBefore, balanceAfter } = happening
  return {
    ...line,
    amount: nairaNumber(amount),
    balanceBefore: nairaOrNull(balanceBefore),
    balanceAfter: nairaOrNull(balanceAfter),
  }
}

/** Names of persons, and words that VTpass or anybody has for us. */
const hidden: Record<Happening['what'], readonly string[]> = {
  transfer: ['actor'],
  attempt: ['note'],
  webhook: ['body'],
  notice: [],
  delivery: [],
  review: ['actor', 'reason'],
  alert: [],
}

/** What a customer sees of what happened, in its order; alerts are the operator's alone. */
export function customerLines(timeline: readonly Happening[]): readonly object[] {
  return timeline.filter(({ what }) => what !== 'alert').map(customerLine)
}

function customerLine(happening: Happening): object {
  const isShown = ([name]: [string, unknown]) => !hidden[happening.what].includes(name)
  return Object.fromEntries(Object.entries(operatorLine(happening)).filter(isShown))
}

function nairaOrNull(amount: Kobo | null): number | null {
  return amount === null ? null : nairaNumber(amount)
}
