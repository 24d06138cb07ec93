import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect, it, onTestFinished, vi } from 'vitest'
import { startTestDatabase } from '../reseller/storage/postgres.test-support.ts'
import { startReference } from '../scripts/reference/start-reference.ts'
import { startSimulator } from '../simulator/index.ts'
import type { SuiteReport } from '../suites/report/index.ts'
import { checkResellerCommand } from './check-reseller.ts'

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url))
const EXAMPLES = fileURLToPath(new URL('../docs/examples/', import.meta.url))

interface Ended {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

function run(args: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<Ended> {
  return new Promise((resolve) => {
    const options = { env: { ...process.env, ...environment }, maxBuffer: 50_000_000 }
    execFile(process.execPath, [MAIN, 'check', 'reseller', ...args], options, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr }),
    )
  })
}

/** The address that the Python reseller prints. */
async function startNaive(environment: NodeJS.ProcessEnv): Promise<string> {
  const child = spawn('python3', [join(EXAMPLES, 'naive_reseller.py'), '0'], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(async () => {
    child.kill()
    await once(child, 'exit')
  })
  for await (const line of createInterface({ input: child.stdout })) return line
  throw new Error('naive_reseller.py has not started')
}

it.each([
  [[], 'check reseller needs --url with how to get a token, or --driver FILE'],
  [['--url', 'http://127.0.0.1:1'], '--url needs --token-command and --operator-token-command'],
  [
    ['--url', 'http://127.0.0.1:1', '--token-command', 'x', '--operator-token-command', 'y'],
    '--token-command needs {customer}, where the customer’s name goes',
  ],
  [['--url', 'nowhere'], '--url is "nowhere"; it must be an address like http://127.0.0.1:4050'],
  [['--url', 'http://a', '--driver', 'b'], '--url and --driver exclude each other'],
  [['--driver', 'x', '--patience', 'long'], '--patience is "long"; it must be like 30s or 2m'],
  [['--driver', 'x', '--markup', 'much'], '--markup is "much"; it must be a percentage like 2.5'],
  [['--driver', 'x', '--format', 'pdf'], '--format is "pdf"; it must be text, json, junit or html'],
  [['--nonsense'], "Unknown option '--nonsense'; --help shows the options"],
])('says of %j what to change', async (args, message) => {
  await expect(checkResellerCommand(args, {})).rejects.toThrow(message)
})

it('lists its cases, and needs no reseller for it', async () => {
  const lines: string[] = []
  const log = vi.spyOn(console, 'log').mockImplementation((line) => void lines.push(line))
  onTestFinished(() => log.mockRestore())
  expect(await checkResellerCommand(['--list'], {})).toBe(0)
  expect(lines).toContain('delivered  What VTpass delivers is charged once, at the price that was shown')
})

it('ends with 2 where the driver is none', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'check-reseller-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const file = join(folder, 'driver.mjs')
  await writeFile(file, 'export const driver = { name: "half", fund() {} }')
  const { code, stderr } = await run(['--driver', file, '--port', '0'])
  expect([code, stderr]).toEqual([
    2,
    expect.stringContaining('must export "driver" with balance, buy, status, transactions'),
  ])
})

it('holds a reseller at an address to all that its tokens let it see', { timeout: 60_000 }, async () => {
  const simulator = await startSimulator({ port: 0 })
  const database = await startTestDatabase()
  const reference = await startReference({ databaseUrl: database.url, simulator })
  onTestFinished(async () => {
    await reference.stop()
    await simulator.stop()
    await database.stop()
  })
  const node = `'${process.execPath}'`
  const script = fileURLToPath(new URL('../scripts/reference/customer-token.ts', import.meta.url))
  const minter = fileURLToPath(new URL('../reseller/mint-token.ts', import.meta.url))
  const folder = await mkdtemp(join(tmpdir(), 'check-reseller-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const { code, stdout, stderr } = await run(
    [
      ...['--url', reference.driver.name, '--simulator', simulator.url],
      ...['--token-command', `${node} '${script}' {customer}`],
      ...['--operator-token-command', `${node} '${minter}' --operator suite`],
      ...['--only', 'delivered,failed,webhook-is-heard,crash-while-pending', '--patience', '15s'],
      ...['--output', join(folder, 'review.html'), '--output', join(folder, 'junit.xml')],
    ],
    { DATABASE_URL: database.url, JWT_SECRET: reference.jwtSecret },
  )
  expect(stderr).toContain('3 passed, 1 skipped of 4')
  expect(code).toBe(0)
  expect(stdout).toContain('skipped: the driver cannot stop and start the reseller')
  expect(await readFile(join(folder, 'review.html'), 'utf8')).toContain('webhook-is-heard')
  expect(await readFile(join(folder, 'junit.xml'), 'utf8')).toContain('<testsuites')
})

/** What docs/checking-a-reseller.md says of it. */
it('finds what the naive reseller in Python loses', { timeout: 60_000 }, async () => {
  const simulator = await startSimulator({ port: 0 })
  onTestFinished(() => simulator.stop())
  const url = await startNaive({ VTPASS_BASE_URL: simulator.baseUrl })
  const cases = [
    'delivered',
    'failed',
    'delivered-but-unheard',
    'pending-is-no-delivery',
    'pay-code-099',
    'webhook-forged-reversal',
    'double-submit-later',
  ]
  const { code, stdout } = await run(
    [
      ...['--driver', join(EXAMPLES, 'naive-reseller-driver.ts'), '--simulator', simulator.url],
      ...['--only', cases.join(','), '--patience', '2s', '--format', 'json'],
    ],
    { RESELLER_URL: url },
  )
  const report = JSON.parse(stdout) as SuiteReport
  const outcomes = Object.fromEntries(report.cases.map(({ name, outcome }) => [name, outcome]))
  expect(code).toBe(1)
  expect(outcomes).toEqual({
    delivered: 'passed',
    failed: 'passed',
    'double-submit-later': 'passed',
    'delivered-but-unheard': 'failed',
    'pending-is-no-delivery': 'failed',
    'pay-code-099': 'failed',
    'webhook-forged-reversal': 'failed',
  })
})
