import { findingKinds } from './finding-kinds.ts'
import { plainText } from './plain-text.ts'
import { said } from './said.ts'
import type { FindingName, JournalEntry, Schemas } from './schemas.ts'

/** What a rule has found. */
export interface Found {
  readonly name: FindingName
  /** Where it is not the kind's own. */
  readonly grade?: Schemas['Grade']
  readonly detail: string
  readonly requestIds: readonly string[]
  /** Oldest first. */
  readonly entries: readonly JournalEntry[]
  readonly webhooks?: readonly Schemas['Delivery'][]
}

/** How much evidence of one kind a finding shows; its detail counts the rest. */
const MOST_SHOWN = 50

export function findingOf(found: Found): Schemas['Finding'] {
  const { name, grade, detail, requestIds, entries, webhooks = [] } = found
  const kind = findingKinds[name]
  return {
    name,
    grade: grade ?? kind.grade,
    title: kind.title,
    detail: plainText(detail),
    advice: kind.advice,
    requestIds: [...new Set(requestIds)].slice(0, MOST_SHOWN),
    exchanges: entries
      .slice(0, MOST_SHOWN)
      .map((entry) => ({ id: entry.id, at: entry.at, said: said(entry) })),
    webhooks: webhooks.slice(0, MOST_SHOWN).map(({ id }) => id),
  }
}

/** When what was found began, in UTC milliseconds. */
export function beginningOf({ entries, webhooks = [] }: Found): number {
  return Date.parse(entries[0]?.at ?? webhooks[0]?.createdAt ?? '')
}
