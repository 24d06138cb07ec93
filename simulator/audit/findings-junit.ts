import { findingKinds, findingNames } from './finding-kinds.ts'
import type { Findings } from './findings-text.ts'
import type { FindingName, Schemas } from './schemas.ts'

/** JUnit's XML: a test case for each finding that there can be, failed where there is one. */
export function findingsAsJunit({ items, isComplete }: Findings, suiteName: string): string {
  const byName = Map.groupBy(items, ({ name }) => name)
  const counts = `tests="${findingNames.length}" failures="${byName.size}" errors="0" skipped="0" time="0"`
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="${escaped(suiteName)}" ${counts}>`,
    `  <testsuite name="${escaped(suiteName)}" ${counts}>`,
    `    <properties><property name="isComplete" value="${isComplete}"/></properties>`,
    ...findingNames.map((name) => testcase(name, byName.get(name) ?? [], suiteName)),
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n')
}

function testcase(name: FindingName, findings: Findings['items'], suiteName: string): string {
  const { title } = findingKinds[name]
  const named = `    <testcase classname="${escaped(suiteName)}" name="${name}" time="0"`
  const [first] = findings
  if (first === undefined) return `${named}/>`
  const times = findings.length === 1 ? '' : ` (${findings.length} times)`
  return [
    `${named}>`,
    // Readers of JUnit's XML agree on one failure a test case, not on several.
    `      <failure type="${first.grade}" message="${escaped(`${title}${times}`)}">${escaped(findings.map(inWords).join('\n\n'))}</failure>`,
    '    </testcase>',
  ].join('\n')
}

function inWords({ detail, exchanges, advice }: Schemas['Finding']): string {
  return [detail, ...exchanges.map(({ id, at, said }) => `${at} #${id} ${said}`), advice].join('\n')
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** XML 1.0 forbids most control characters and halves of surrogate pairs, escaped or not: they are left out. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"]/g, (character) => entities[character] ?? '')
}
