import { expect, it, onTestFinished } from 'vitest'
import { checkInvariants } from '../../reseller/storage/invariants.ts'
import { useDatabase } from '../../reseller/storage/use-database.test-support.ts'
import { startSimulator } from '../../simulator/index.ts'
import { checkReseller } from '../../suites/index.ts'
import { renderText } from '../../suites/report/index.ts'
import { startReference } from './start-reference.ts'

const { database, url } = useDatabase()

it('holds in every case, and skips none', { timeout: 120_000 }, async () => {
  const simulator = await startSimulator({ port: 0 })
  onTestFinished(() => simulator.stop())
  const reference = await startReference({ databaseUrl: url(), simulator })
  onTestFinished(() => reference.stop())
  const report = await checkReseller(reference.driver, simulator)
  const odd = report.cases.filter(({ outcome }) => outcome !== 'passed')
  expect(odd.length === 0 ? '' : renderText({ ...report, cases: odd })).toBe('')
  expect(report.cases.length).toBeGreaterThan(170)
  expect(await checkInvariants(database())).toEqual([])
})

it('sells nothing below VTpass’s price, where rounding down eats the markup', async () => {
  const simulator = await startSimulator({ port: 0 })
  onTestFinished(() => simulator.stop())
  const reference = await startReference({ databaseUrl: url(), simulator, markup: 0.1 })
  onTestFinished(() => reference.stop())
  const report = await checkReseller(reference.driver, simulator, { only: ['price-*'] })
  expect(report.cases.map(({ name, outcome }) => `${name} ${outcome}`)).toEqual([
    'price-edges passed',
    'price-shown-is-charged passed',
    'price-change-is-followed passed',
  ])
})

it('takes the usual markup from friendlies where they have none of their own', async () => {
  const simulator = await startSimulator({ port: 0 })
  onTestFinished(() => simulator.stop())
  const reference = await startReference({ databaseUrl: url(), simulator, friendlyMarkup: null })
  onTestFinished(() => reference.stop())
  const report = await checkReseller(reference.driver, simulator, { only: ['friendlies-*'] })
  expect(report.cases.map(({ outcome }) => outcome)).toEqual(['passed'])
})
