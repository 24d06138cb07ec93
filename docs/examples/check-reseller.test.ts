// npx vitest, beside a running simulator and the reseller that uses it
import { expect, test } from 'vitest'
import { connectSimulator } from 'vtpass-simulator'
import { checkReseller, hasPassed, renderText } from 'vtpass-simulator/suites'
import { driver } from './naive-reseller-driver.ts'

const simulatorUrl = process.env.VTPASS_SIMULATOR_URL ?? 'http://127.0.0.1:4040'

test('a good day costs nobody money', { timeout: 60_000 }, async () => {
  const simulator = await connectSimulator(simulatorUrl)
  const report = await checkReseller(driver, simulator, { only: ['delivered', 'failed'] })

  expect(hasPassed(report), renderText(report)).toBe(true)
})
