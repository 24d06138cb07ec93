import { execFile, execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningSimulator, startSimulator } from '../simulator/index.ts'

/** The README's commands, run as they stand by programs that know nothing of the simulator. */
const run = promisify(execFile)
const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
const script = fileURLToPath(new URL('../docs/examples/buy_data.py', import.meta.url))

let simulator: RunningSimulator
beforeAll(async () => {
  simulator = await startSimulator({ port: 0 })
})
afterAll(() => simulator.stop())

/** The README's block of code that holds this text, for the simulator of this test. */
function blockWith(text: string): string {
  const block = readme.match(/```\n[^`]*```/g)?.find((candidate) => candidate.includes(text))
  if (block === undefined) throw new Error(`the README has no block with ${text}`)
  return block.replaceAll('```', '').replaceAll('http://127.0.0.1:4040', simulator.url)
}

function isMissing(program: string): boolean {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore' })
    return false
  } catch {
    return true
  }
}

// These commands are for a POSIX shell; on Windows, and without curl or Python, there is nothing to run them with.
const noShell = process.platform === 'win32' || isMissing('curl')

describe.skipIf(noShell)('the README’s curl lines', () => {
  it('buy airtime', async () => {
    const { stdout } = await run('sh', ['-c', blockWith('serviceID=mtn -d amount=100')])
    expect(JSON.parse(stdout)).toMatchObject({
      code: '000',
      content: { transactions: { status: 'delivered', unit_price: '100' } },
    })
  })

  it('buy data that stays pending, requery it, and read the balance', async () => {
    const { stdout } = await run('sh', ['-c', blockWith('ID=$(TZ=WAT-1')])
    const [paid, asked, balance] = stdout.split(/(?<=\})(?=\{"(?:response_description|code)")/)
    expect(JSON.parse(paid ?? '')).toMatchObject({ content: { transactions: { status: 'pending' } } })
    expect(JSON.parse(asked ?? '')).toMatchObject({
      content: { transactions: { status: 'pending', amount: 100 } },
    })
    expect(JSON.parse(balance ?? '').contents.balance).toBeLessThan(1_000_000)
  })
})

describe.skipIf(noShell)('the README’s control lines', () => {
  it('arrange a failure, move the clock, and tell what was seen', async () => {
    const { stdout } = await run('sh', ['-c', blockWith('$S/scenarios')])
    const answers = stdout.split(/(?<=\})(?=\{)/)
    expect(JSON.parse(answers[0] ?? '')).toMatchObject({ id: 'rule-1', fate: 'delivered-but-unheard' })
    expect(JSON.parse(answers[1] ?? '')).toMatchObject({
      now: '2026-01-05T22:30:00.000Z',
      lagos: '202601052330',
    })
    expect(stdout).toContain('"dropped":0')
    await simulator.reset()
  })
})

describe.skipIf(isMissing('python3'))('docs/examples/buy_data.py', () => {
  it('buys data, gets a pending purchase, requeries it and reads the balance', async () => {
    const own = await startSimulator({ port: 0 })
    const { baseUrl, account } = own
    const env = {
      ...process.env,
      VTPASS_BASE_URL: baseUrl,
      VTPASS_API_KEY: account.apiKey,
      VTPASS_PUBLIC_KEY: account.publicKey,
      VTPASS_SECRET_KEY: account.secretKey,
    }
    const { stdout } = await run('python3', [script], { env })
    await own.stop()
    expect(stdout.replace(/requery of \w+/, 'requery of …')).toBe(
      [
        '37 plans; the first is N100 100MB - 24 hrs, N100.00',
        'balance before: N1,000,000.00',
        '  08011111111: delivered',
        '  201000000000: unknown',
        '  201000000000: unknown after a requery of …',
        'balance after:  N999,808.00',
        '',
      ].join('\n'),
    )
  })
})
