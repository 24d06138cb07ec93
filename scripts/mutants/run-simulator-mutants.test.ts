import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it, vi } from 'vitest'
import { listVtpassCases } from '../../suites/index.ts'
import { runSimulatorMutants, tryMutant } from './run-simulator-mutants.ts'
import type { SimulatorMutant } from './simulator/mutant.ts'
import { readSource, replacedOnce, repositoryFile } from './simulator/replace-on-load.ts'
import { simulatorMutants } from './simulator-mutants.ts'

// Every check is a process, and may have to run the whole suite.
vi.setConfig({ testTimeout: 60_000 })

const cache = mkdtempSync(join(tmpdir(), 'simulator-mutants-test-'))
afterAll(() => rmSync(cache, { recursive: true, force: true }))

const balanceIsText: SimulatorMutant = {
  name: 'balance-is-a-text',
  mistake: 'beyond the list',
  title: 'the balance is a text',
  file: 'simulator/wire/balance.ts',
  text: 'balance: toNaira(balance)',
  becomes: 'balance: String(toNaira(balance))',
  expected: ['opens-with-a-million-naira'],
}

it('no two mutants have one name, or make one mistake', () => {
  expect(new Set(simulatorMutants.map(({ name }) => name)).size).toBe(simulatorMutants.length)
  const made = simulatorMutants.map(({ file, text, becomes }) => JSON.stringify([file, text, becomes]))
  expect(new Set(made).size).toBe(simulatorMutants.length)
})

it('no mutant is stale', () => {
  const stale = simulatorMutants.filter(
    (mutant) => replacedOnce(readSource(repositoryFile(mutant.file)), mutant) === null,
  )
  expect(stale.map(({ name }) => name)).toEqual([])
})

it('every mutant changes something, and names cases that there are', () => {
  const known = new Set(listVtpassCases().map(({ name }) => name))
  for (const { name, text, becomes, expected } of simulatorMutants) {
    expect(becomes, name).not.toBe(text)
    expect(expected.length, name).toBeGreaterThan(0)
    expect(
      expected.filter((each) => !known.has(each)),
      name,
    ).toEqual([])
  }
})

it('a sale of every product catches a mutant', () => {
  const expected = new Set(simulatorMutants.flatMap((mutant) => mutant.expected))
  const sales = listVtpassCases().filter(({ name }) => /^sells-.*-1$/.test(name))
  const services = sales.map(({ name }) => name.replace(/-1$/, ''))
  const uncaught = services.filter(
    (name) => ![...expected].some((each) => /-\d$/.test(each) && each.startsWith(name)),
  )
  expect(uncaught).toEqual([])
})

it('a mutant is caught by the case that names it, in the sources and in the catalogue', async () => {
  const results = await runSimulatorMutants([
    'code-of-the-balance-is-a-text',
    'commission-of-another-product',
  ])
  expect(results).toMatchObject([
    { outcome: 'caught', caughtBy: ['opens-with-a-million-naira'] },
    { outcome: 'caught', caughtBy: ['sells-mtn-data-1'] },
  ])
})

it('a mutant that another case catches is caught elsewhere', async () => {
  const result = await tryMutant({ ...balanceIsText, expected: ['lists-categories'] }, cache)
  expect(result.outcome).toBe('caught elsewhere')
  expect(result.caughtBy).toContain('opens-with-a-million-naira')
})

it('a change that changes nothing survives', async () => {
  const same = { ...balanceIsText, becomes: 'balance: toNaira(balance) + 0' }
  expect(await tryMutant(same, cache)).toMatchObject({ outcome: 'survived', caughtBy: [] })
})

it.each(['balance: toNaira(wallet)', 'balance'])(
  'a mutant is stale where its text is not there once: %s',
  async (text) => {
    expect(await tryMutant({ ...balanceIsText, text }, cache)).toMatchObject({ outcome: 'stale' })
  },
)

it('a mutant that does not run is no catch', async () => {
  await expect(tryMutant({ ...balanceIsText, becomes: 'balance: (' }, cache)).rejects.toThrow()
})

it('a mutant of a file that is never loaded is no catch', async () => {
  const elsewhere = { file: 'scripts/text-table.ts', text: 'export function renderTextTable(', becomes: '(' }
  await expect(tryMutant({ ...balanceIsText, ...elsewhere }, cache)).rejects.toThrow('never loaded')
})

it('there must be a mutant of a name', async () => {
  await expect(runSimulatorMutants(['balance-is-nothing'])).rejects.toThrow('no mutant "balance-is-nothing"')
})
