import { type ResellerCase, sources } from '../case.ts'
import type { Told } from '../driver.ts'
import type { Stage } from '../stage.ts'

type Details = Omit<ResellerCase, 'group' | 'source' | 'runs'>

export function submitCase(details: Details): ResellerCase {
  return { group: 'sent twice', source: sources.idempotency, runs: 'together', ...details }
}

export async function someone(stage: Stage, fate: 'delivered' | 'failed' | 'pending') {
  const customer = await stage.customer()
  const recipient = stage.recipient()
  await stage.arrange(recipient, { fate })
  return { customer, recipient }
}

export function checkWord(stage: Stage, told: Told, fits: readonly Told['word'][], cost: string): void {
  if (fits.includes(told.word)) return
  stage.problem({
    field: 'told the second time',
    expected: fits.join(' or '),
    actual: `${told.word}: ${told.status ?? 'no answer'} ${told.said}`,
    cost,
  })
}
