import type { Finding, FindingName } from '../client/index.ts'
import type { Verdict } from './verdict.ts'

/** Whether the auditor found nothing but what is ignored. */
export function withoutFindings(findings: readonly Finding[], ignore: readonly FindingName[]): Verdict {
  const left = findings.filter(({ name }) => !ignore.includes(name))
  if (left.length === 0) return { pass: true, but: 'it has none', shown: [] }
  return {
    pass: false,
    but: `it has ${left.length}`,
    shown: left.map(textOf),
  }
}

function textOf({ name, grade, detail, advice, exchanges }: Finding): string {
  const shown = exchanges.map(({ at, said }) => `  ${at} ${said}`)
  return [`${grade}: ${name}`, `  ${detail}`, ...shown, `  ${advice}`].join('\n')
}
