import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { startStandIn } from '../suites/targets/stand-in-process.test-support.ts'
import { vtpassSimulator } from '../test/command.ts'

const folder = mkdtempSync(join(tmpdir(), 'vtpass-check-'))
afterAll(() => rmSync(folder, { recursive: true }))

const check = (args: readonly string[], env: NodeJS.ProcessEnv = {}) =>
  vtpassSimulator(['check', 'vtpass', ...args], { env }).ended

it('holds the simulator to the whole suite, and ends with 0', async () => {
  const { code, stdout, stderr } = await check([])
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(stdout).toContain('sells-mtn-1')
})

it('ends with 1 where something does not hold', async () => {
  const { code, stdout } = await check([
    '--only',
    'lists-categories',
    '--exempt',
    'lists-categories=it is said to fail',
  ])
  expect(code).toBe(1)
  expect(stdout).toContain('take the exemption away')
})

it('lists the cases, and runs none', async () => {
  const { code, stdout } = await check(['--list'])
  expect(code).toBe(0)
  expect(stdout).toMatch(/^lists-categories {2}\S.*$/m)
})

it('writes the report in every form that is asked for, and prints another', async () => {
  const files = ['report.txt', 'report.json', 'deep/report.xml', 'report.html'].map((name) =>
    join(folder, name),
  )
  const outputs = files.flatMap((file) => ['--output', file])
  const { code, stdout } = await check(['--socket', '--only', 'sells-mtn-1', '--format', 'json', ...outputs])
  expect(code).toBe(0)
  expect(JSON.parse(stdout)).toMatchObject({ suite: 'vtpass', target: 'simulator over a socket' })
  const [text = '', json = '', xml = '', html = ''] = files.map((file) => readFileSync(file, 'utf8'))
  expect(text).toContain('sells-mtn-1')
  expect(JSON.parse(json)).toEqual(JSON.parse(stdout))
  expect(xml).toMatch(/^<\?xml/)
  expect(html).toMatch(/^<!doctype html>/i)
})

it('records, and holds the simulator to what was recorded', async () => {
  const directory = join(folder, 'recordings')
  await check(['--only', 'sells-gotv-1', '--record', directory])
  expect((await check(['--recordings', directory])).code).toBe(0)

  const file = join(directory, 'sells-gotv-1.json')
  writeFileSync(file, readFileSync(file, 'utf8').replace('"Gotv Payment"', '"GOtv Payment"'))
  const { code, stdout } = await check(['--recordings', directory])
  expect(code).toBe(1)
  expect(stdout).toContain('content.transactions.product_name')
})

it('asks a VTpass behind HTTPS with the keys of the environment, and shows none of them', async () => {
  const { url, cert, keys } = await startStandIn()
  const authority = join(folder, 'stand-in.pem')
  writeFileSync(authority, cert)
  const env = {
    NODE_EXTRA_CA_CERTS: authority,
    VTPASS_API_KEY: keys.apiKey,
    VTPASS_PUBLIC_KEY: keys.publicKey,
    VTPASS_SECRET_KEY: keys.secretKey,
  }
  const cases = [
    'lists-categories',
    'sells-mtn-1',
    'refuses-a-locked-account',
    'takes-balance-with-basic',
    'refuses-a-product-in-capitals',
  ]
  const only = cases.flatMap((name) => ['--only', name])
  const { code, stdout, stderr } = await check(['--url', url, '--format', 'json', ...only], env)
  const report: { cases: { name: string; outcome: string }[] } = JSON.parse(stdout)

  expect(code).toBe(1)
  expect(report.cases.map(({ outcome }) => outcome)).toEqual([
    'passed',
    'passed',
    'skipped',
    'skipped',
    'failed',
  ])
  expect(stderr).toContain('failed refuses-a-product-in-capitals')
  for (const key of [keys.apiKey, keys.publicKey, keys.secretKey]) expect(stdout + stderr).not.toContain(key)
})

it.each([
  [[], 'check needs what to check'],
  [['everything'], 'check needs what to check'],
  [['vtpass', '--nothing'], "Unknown option '--nothing'"],
  [['vtpass', '--only', 'nothing'], 'there is no case "nothing"'],
  [['vtpass', '--exempt', 'nothing'], 'CASE=REASON'],
  [['vtpass', '--seed', 'x'], '--seed is "x"'],
  [['vtpass', '--max-calls', '-1'], 'max-calls'],
  [['vtpass', '--slow-after', 'soon'], '--slow-after is "soon"'],
  [['vtpass', '--format', 'pdf'], '--format is "pdf"'],
  [['vtpass', '--output', 'report.pdf'], '--output is "report.pdf"'],
  [['vtpass', '--socket', '--url', 'https://sandbox.vtpass.com'], 'exclude each other'],
  [['vtpass', '--recordings', '/nowhere'], '/nowhere is no directory'],
  [['vtpass', '--record', 'a', '--recordings', 'b'], 'one of them'],
  [
    ['vtpass', '--url', 'https://sandbox.vtpass.com'],
    '--url needs VTPASS_API_KEY, VTPASS_PUBLIC_KEY, VTPASS_SECRET_KEY',
  ],
])('check %j ends with 2 and says %j', async (args, text) => {
  const { code, stderr } = await vtpassSimulator(['check', ...args]).ended
  expect(code).toBe(2)
  expect(stderr).toContain(text)
})

const someKeys = {
  VTPASS_API_KEY: 'key-of-ada',
  VTPASS_PUBLIC_KEY: 'PK_of_ada',
  VTPASS_SECRET_KEY: 'SK_of_ada',
}

it.each([[], ['--allow-live'], ['--spend-real-money']])(
  'a host that looks live is refused with %s',
  async (...flags) => {
    const { code, stderr } = await check(['--url', 'https://vtpass.com/api', ...flags], someKeys)
    expect(code).toBe(2)
    expect(stderr).toContain('looks live')
    expect(stderr).not.toContain('of_ada')
  },
)

it('where nobody answers it ends with 2, and says where', async () => {
  const { code, stderr } = await check(['--url', 'http://127.0.0.1:9/api'], someKeys)
  expect(code).toBe(2)
  expect(stderr).toContain('nobody answers at http://127.0.0.1:9/api')
})

it.each([['--help'], ['vtpass', '--help']])(
  'check %s prints its options, with their defaults',
  async (...args) => {
    const { code, stdout } = await vtpassSimulator(['check', ...args]).ended
    expect(code).toBe(0)
    for (const text of ['--url URL', 'VTPASS_API_KEY', '(1500)', '(60000)', '(10s)', '--spend-real-money']) {
      expect(stdout).toContain(text)
    }
  },
)
