import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { simulatorInMemory } from '../targets/simulator-target.ts'
import { targetWithAnswers } from './changed-answers.test-support.ts'
import { checkVtpass } from './check.ts'
import { fieldRows } from './fidelity-rows.ts'

/** The cells of every row of the page, without marks. */
const rows = readFileSync(new URL('../../docs/fidelity.md', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .map((line) =>
    line
      .slice(1, -1)
      .split(' | ')
      .map((cell) => cell.trim()),
  )

const plain = (text: string) => text.replaceAll('`', '').replaceAll('’', "'")

function isOnThePage(row: string): boolean {
  const [head = '', text = ''] = plain(row).split(' · ')
  return rows.some((cells) => {
    const [first = '', ...others] = cells.map(plain)
    return first === head && others.some((cell) => cell === text || others.join(', ').startsWith(text))
  })
}

it('every row that a difference refutes or confirms is a row of docs/fidelity.md', async () => {
  const named = new Set(fieldRows.map(({ row }) => row))
  for (const text of ['{}', '{"code":"000","content":{"Renewal_Amount":1}}', '{"code":"019"}']) {
    const target = targetWithAnswers(simulatorInMemory(), (answer) => ({ ...answer, text }))
    const { cases } = await checkVtpass(target)
    for (const { fidelity } of cases.flatMap(({ problems }) => problems)) {
      if (fidelity !== null) named.add(fidelity.row)
    }
  }
  expect(named.size).toBeGreaterThan(50)
  expect([...named].filter((row) => !isOnThePage(row))).toEqual([])
})
