import { findingKinds } from '../simulator/audit/finding-kinds.ts'
import { findingsAsText } from '../simulator/audit/findings-text.ts'
import type { FindingName } from '../simulator/client/index.ts'
import { type AccountVerdict, Verdicts } from '../simulator/verdicts.ts'
import type { Demand } from './demand.ts'
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

/** That the auditor finds nothing, in any account, but what is ignored. */
export function noFindings(ignored: readonly FindingName[]): Demand {
  const verdicts = new Verdicts()
  return {
    watcher: verdicts,
    shortfall: () => {
      const report = reportOf(verdicts.all(), ignored)
      return report === null ? null : `what the command did wrong\n\n${report}`
    },
  }
}

/** What was not read may hold anything: that is no success. */
function overflow(account: string): string {
  return `the journal of account ${account} has dropped exchanges, so that not all was looked at; --journal-size N keeps more\n`
}

/** What a person reads of the findings that count, an account at a time; null where there are none. */
function reportOf(verdicts: readonly AccountVerdict[], ignored: readonly FindingName[]): string | null {
  const counted = verdicts
    .map((verdict) => ({ ...verdict, items: verdict.items.filter(({ name }) => !ignored.includes(name)) }))
    .filter(({ items }) => items.length > 0)
  const overflown = verdicts.filter(({ isComplete }) => !isComplete).map(({ account }) => overflow(account))
  const found = counted.map((verdict) => `account ${verdict.account}\n\n${findingsAsText(verdict)}`)
  return found.length + overflown.length === 0 ? null : [...overflown, ...found].join('\n')
}
