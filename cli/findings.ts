import { findingKinds } from '../simulator/audit/finding-kinds.ts'
import { findingsAsText } from '../simulator/audit/findings-text.ts'
import type { FindingName } from '../simulator/client/index.ts'
import type { AccountVerdict } from '../simulator/verdicts.ts'
import { UsageError } from './settings.ts'

const names = Object.keys(findingKinds) as readonly FindingName[]

/** The findings that are not to count. @throws UsageError where one of these names is none */
export function readIgnored(given: unknown): readonly FindingName[] {
  const asked: readonly unknown[] = Array.isArray(given) ? given : []
  return asked.map((name) => {
    const known = names.find((each) => each === name)
    if (known !== undefined) return known
    throw new UsageError(`--ignore-finding is "${name}"; it must be one of ${names.join(', ')}`)
  })
}

/** What a person reads of the findings that count, an account at a time; null where there are none. */
export function reportOf(
  verdicts: readonly AccountVerdict[],
  ignored: readonly FindingName[],
): string | null {
  const counted = verdicts
    .map((verdict) => ({ ...verdict, items: verdict.items.filter(({ name }) => !ignored.includes(name)) }))
    .filter(({ items }) => items.length > 0)
  if (counted.length === 0) return null
  return counted.map((verdict) => `account ${verdict.account}\n\n${findingsAsText(verdict)}`).join('\n')
}
