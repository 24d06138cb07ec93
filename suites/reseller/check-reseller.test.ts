import { describe, expect, it, type OnTestFinishedHandler, onTestFinished, vi } from 'vitest'
import { startSimulator } from '../../simulator/index.ts'
import { NoSuchCase } from '../no-such-case.ts'
import { renderHtml, renderJunit, renderText, type SuiteReport } from '../report/index.ts'
import { checkReseller, listResellerCases, NoReseller } from './check-reseller.ts'
import { type Mistakes, startSmallReseller } from './small-reseller.test-support.ts'

const only = [
  'delivered',
  'failed',
  'pending-is-no-delivery',
  'pending-then-*',
  'delivered-but-unheard',
  'timeout-after-commit',
  'never-arrived',
  'pay-code-016',
  'pay-code-099',
  'delivered-then-reversed',
  'webhook*',
  'double-submit-*',
  'one-wallet-at-once',
  'requery-015-is-no-proof',
  'cashback-is-split',
  'no-bought-again-*',
]

async function checked(
  mistakes: Mistakes,
  cases: readonly string[] = only,
  finish: (handler: OnTestFinishedHandler) => void = onTestFinished,
): Promise<SuiteReport> {
  const simulator = await startSimulator({ port: 0 })
  const { driver, stop } = await startSmallReseller(simulator, mistakes)
  finish(async () => {
    stop()
    await simulator.stop()
  })
  return checkReseller(driver, simulator, { only: cases })
}

function failuresOf({ cases }: SuiteReport): readonly string[] {
  return cases.filter(({ outcome }) => outcome === 'failed').map(({ name }) => name)
}

function problemIn({ cases }: SuiteReport, name: string) {
  const found = cases.find((one) => one.name === name)
  return { text: JSON.stringify(found?.problems), exchanges: found?.exchanges ?? [] }
}

// They wait for a reseller that hears nothing: side by side they wait once.
vi.setConfig({ maxConcurrency: 4 })
describe.concurrent('a reseller', () => {
  it('lets a reseller pass that does right, and skips what it has not', async ({
    onTestFinished: finish,
  }) => {
    const report = await checked({}, only, finish)
    expect(failuresOf(report)).toEqual([])
    const skipped = report.cases.filter(({ outcome }) => outcome === 'skipped')
    expect(skipped.map(({ name, reason }) => [name, reason])).toEqual([
      ['cashback-is-split', 'the reseller gives no cashback for data'],
    ])
  })

  it('finds a timeout that is taken for a failure, and says what was given away', async ({
    onTestFinished: finish,
  }) => {
    const report = await checked({ silenceIsFailure: true }, only, finish)
    expect(failuresOf(report)).toEqual(
      expect.arrayContaining(['delivered-but-unheard', 'timeout-after-commit', 'never-arrived']),
    )
    expect(failuresOf(report)).not.toContain('pending-then-failed')
    const { text, exchanges } = problemIn(report, 'delivered-but-unheard')
    expect(text).toContain('no failure: at VTpass it is delivered')
    expect(text).toContain('₦1,000.00 was given back, or never taken, for what VTpass delivered')
    expect(exchanges.map(({ between }) => between)).toEqual(
      expect.arrayContaining(['customer and reseller', 'reseller and VTpass']),
    )
    expect(exchanges.find(({ path }) => path === '/api/pay')).toMatchObject({
      status: null,
      note: expect.stringContaining('delivered-but-unheard'),
    })
  })

  it('finds a webhook that is believed, and shows the forged one', async ({ onTestFinished: finish }) => {
    const report = await checked({ webhookIsBelieved: true }, only, finish)
    expect(failuresOf(report)).toEqual(
      expect.arrayContaining([
        'webhook-forged-delivery',
        'webhook-forged-failure',
        'webhook-forged-reversal',
      ]),
    )
    const { text, exchanges } = problemIn(report, 'webhook-forged-reversal')
    expect(text).toContain('Anybody who knows the address gets ₦1,000.00 back')
    expect(exchanges.some(({ note }) => note === 'forged: VTpass has not sent it')).toBe(true)
  })

  it('finds 099 that is taken for a success', async ({ onTestFinished: finish }) => {
    const report = await checked({ processingIsSuccess: true }, only, finish)
    expect(failuresOf(report)).toEqual(['pay-code-099'])
    expect(problemIn(report, 'pay-code-099').text).toContain('no delivery: at VTpass it is pending')
  })

  it('finds a purchase that is sent again under a new name', async ({ onTestFinished: finish }) => {
    const failures = failuresOf(await checked({ retriesUnderNewName: true }, only, finish))
    expect(failures).toEqual(
      expect.arrayContaining(['delivered-but-unheard', 'no-bought-again-while-in-doubt']),
    )
  })

  it('finds a webhook that refunds each time it comes', async ({ onTestFinished: finish }) => {
    const report = await checked({ webhookIsBelieved: true, refundsEveryTime: true }, only, finish)
    expect(failuresOf(report)).toContain('webhook-five-times')
    expect(problemIn(report, 'webhook-five-times').text).toContain('too much stands in the customer’s wallet')
  })

  it('finds a balance that is read before somebody else spends it', async ({ onTestFinished: finish }) => {
    const report = await checked({ readsBalanceBeforePaying: true }, only, finish)
    expect(failuresOf(report)).toContain('one-wallet-at-once')
    expect(problemIn(report, 'one-wallet-at-once').text).toContain('is spent that the customer does not have')
  })
})

it('takes away what it has arranged, and puts VTpass’s settings back', async () => {
  const simulator = await startSimulator({ port: 0, account: { wallet: 5000 } })
  const { driver, stop } = await startSmallReseller(simulator)
  onTestFinished(async () => {
    stop()
    await simulator.stop()
  })
  await checkReseller(driver, simulator, { only: ['delivered', 'pay-code-011'] })
  const account = await (await simulator.accounts.get('default')).read()
  expect(await simulator.scenarios.list()).toEqual([])
  expect(account).toMatchObject({ wallet: 5000, duplicateWindow: '30s', callbackUrl: null })
})

it('renders what it found for people and for CI', async () => {
  const report = await checked({ processingIsSuccess: true }, ['pay-code-099'])
  expect(renderText(report)).toContain('✗ pay-code-099')
  expect(renderJunit(report)).toContain('<failure')
  expect(await renderHtml(report)).toContain('pay-code-099')
})

it('says which case there is not, and that nobody answers', async () => {
  await expect(checked({}, ['delivered', 'nothing-such'])).rejects.toThrow(
    new NoSuchCase('there is no case "nothing-such"; --list shows them'),
  )
  const simulator = await startSimulator({ port: 0 })
  const { driver, stop } = await startSmallReseller(simulator)
  onTestFinished(async () => {
    stop()
    await simulator.stop()
  })
  const silent = {
    ...driver,
    fund: async () => {
      throw new Error('connection refused')
    },
  }
  await expect(checkReseller(silent, simulator, { patienceMs: 10 })).rejects.toThrow(NoReseller)
})

it('has names that are its own, and a title for each', () => {
  const cases = listResellerCases()
  const names = cases.map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
  expect(names.filter((name) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name))).toEqual([])
  expect(names.length).toBeGreaterThan(150)
})
