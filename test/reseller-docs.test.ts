import { execFile, execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readConfig } from '../reseller/config.ts'
import { fundDemoCustomers } from '../reseller/demo-customers.ts'
import { type RunningReseller, startReseller } from '../reseller/server.ts'
import { checkInvariants } from '../reseller/storage/invariants.ts'
import { startTestDatabase, type TestDatabase } from '../reseller/storage/postgres.test-support.ts'
import { type RunningSimulator, startSimulator } from '../simulator/index.ts'

const run = promisify(execFile)
const root = fileURLToPath(new URL('..', import.meta.url))
const page = (name: string) => readFileSync(new URL(`../docs/${name}`, import.meta.url), 'utf8')
const JWT_SECRET = 'k3nf8a2qxz7wm1p9k3nf8a2qxz7wm1p9'

describe('the table of settings in docs/running-the-reseller.md', () => {
  const rows = [...page('running-the-reseller.md').matchAll(/^\| `([A-Z_]+)` \| (?:`([^`]*)`)? *\|/gm)]
  const asked = new Set<string>()
  const listening = new Proxy<Record<string, string>>(
    { JWT_SECRET },
    {
      get(target, name) {
        asked.add(String(name))
        return target[String(name)]
      },
    },
  )
  const usual = readConfig(listening)

  it('has every variable that is read, and no other', () => {
    expect(rows.map(([, name]) => name).toSorted()).toEqual([...asked].toSorted())
  })

  it.each(
    rows.filter(([, , value]) => value !== undefined).map(([, name = '', value = '']) => [name, value]),
  )('%s is %s unless somebody says otherwise', (name, value) => {
    expect(readConfig({ JWT_SECRET, [name]: value })).toEqual(usual)
  })
})

function isMissing(program: string): boolean {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore' })
    return false
  } catch {
    return true
  }
}

// These commands are for a POSIX shell.
const noShell = process.platform === 'win32' || isMissing('curl')

describe.skipIf(noShell)('the tour of docs/reseller.md', () => {
  let simulator: RunningSimulator
  let database: TestDatabase
  let reseller: RunningReseller
  let passedMs = 0
  beforeAll(async () => {
    simulator = await startSimulator({ port: 0 })
    database = await startTestDatabase()
    const config = readConfig({ PORT: '0', JWT_SECRET, VTPASS_BASE_URL: simulator.baseUrl })
    const now = () => new Date(Date.now() + passedMs)
    const report = () => {}
    reseller = await startReseller({ ...config, databaseUrl: database.url }, report, undefined, now)
    await fundDemoCustomers(reseller.database, now())
  })
  afterAll(async () => {
    expect(await checkInvariants(database.database)).toEqual([])
    await reseller.stop()
    await database.stop()
    await simulator.stop()
  })

  const blocks = page('reseller.md').match(/```\n[^`]*```/g) ?? []

  /** The page's block of code that holds this text, for the servers of this test. */
  function blockWith(text: string): string {
    const block = blocks.find((candidate) => candidate.includes(text))
    if (block === undefined) throw new Error(`the page has no block with ${text}`)
    return block
      .replaceAll('```', '')
      .replaceAll('http://127.0.0.1:4040', simulator.url)
      .replaceAll('http://127.0.0.1:4050', reseller.url)
  }

  /** What the commands print, as the objects that it holds. */
  async function answersOf(commands: string): Promise<unknown[]> {
    const script = `${blockWith('EVE=')}\n${commands}`
    const env = { ...process.env, JWT_SECRET }
    const { stdout } = await run('sh', ['-c', script], { cwd: root, env })
    return stdout.split(/(?<=\})(?=\{"(?:success|requestId)")/).map((text) => JSON.parse(text))
  }

  it('lists what is for sale', async () => {
    const [plans] = await answersOf(blockWith('variation-codes'))
    expect(plans).toMatchObject({ success: true, data: { serviceID: 'mtn-data' } })
  })

  it('buys, and the same again buys nothing more', async () => {
    const buying = blockWith('"tour-1"')
    const [first, again] = await answersOf(buying + buying)
    expect(first).toMatchObject({ success: true, data: { requestId: 'tour-1', amount: 100 } })
    expect(again).toEqual(first)
  })

  it('holds the price of what is pending, until VTpass has delivered it', async () => {
    const [bought, wallet] = await answersOf(blockWith('"mtn-100mb-1000"'))
    expect(bought).toMatchObject({ data: { status: 'processing' } })
    expect(wallet).toMatchObject({ data: { main: 48_900, held: 1000 } })

    const [settling = '', asking = ''] = blockWith('/settle').split('sleep 6\n')
    expect(await answersOf(settling)).toMatchObject([{ status: 'delivered' }])
    passedMs += 6_000
    const [asked] = await answersOf(asking)
    expect(asked).toMatchObject({ data: { content: { transactions: { status: 'delivered' } } } })
  })

  it('shows every line, and pays money in', async () => {
    const [entries, paid] = await answersOf(blockWith('bank-transfer-17'))
    const kinds = (entries as { data: { items: { kind: string }[] } }).data.items.map(({ kind }) => kind)
    expect(kinds).toEqual(['hold', 'hold', 'fund'])
    expect(paid).toMatchObject({ data: { result: 'funded', main: 51_400 } })
  })

  it('shows an operator what there is to see', async () => {
    const answers = await answersOf(blockWith('/operator/alerts'))
    expect(answers).toMatchObject([
      { success: true, data: { items: [] } },
      { success: true },
      { success: true },
    ])
  })
})
