import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { request } from 'undici'
import { expect, it, onTestFinished } from 'vitest'
import { run } from '../test/command.ts'

const main = fileURLToPath(new URL('./main.ts', import.meta.url))
const mintToken = fileURLToPath(new URL('./mint-token.ts', import.meta.url))
const none = { DATABASE_URL: '', JWT_SECRET: '' }
const SECRET = 'k3nf8a2qxz7wm1p9k3nf8a2qxz7wm1p9'

/** An empty folder, which PostgreSQL's own user may enter. */
async function freshFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'reseller-main-'))
  await chmod(folder, 0o755)
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

it('on a fresh machine sells at once: a database, money, a token and a curl line', async () => {
  const cwd = await freshFolder()
  const start = () =>
    run(process.execPath, [main], {
      cwd,
      env: { ...none, PORT: '0', VTPASS_BASE_URL: 'http://127.0.0.1:1/api' },
    })
  const first = start()
  const [text] = await first.printed(/^.*Ctrl\+C[^\n]*\n/s)
  expect(text).toContain('Nothing answers there. In another terminal: npm start -- --port 1')
  const [, url = ''] = /^reseller at +(\S+)$/m.exec(text) ?? []
  const [, token = ''] = /Bearer (\S+)'/.exec(text) ?? []
  expect(text).toContain(`curl -X POST ${url}/api/v1/vtpass/data/purchase`)
  expect(await walletOf(url, token)).toMatchObject({ main: 50_000, held: 0 })

  const minted = run(process.execPath, [mintToken, '--customer', 'chidi'], { cwd, env: none })
  expect(await walletOf(url, (await minted.ended).stdout.trim())).toMatchObject({ main: 50_000 })

  first.process.kill('SIGTERM')
  const { code, stderr } = await first.ended
  expect(code).toBe(0)
  expect(stderr).not.toContain(token)
  const lines = stderr.split('\n').filter((line) => line.includes('/api/v1/wallet'))
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { level: 'info', route: '/api/v1/wallet', status: 200 },
    { level: 'info', route: '/api/v1/wallet', status: 200, customer: 'chidi' },
  ])

  const second = start()
  const [again] = await second.printed(/^.*Ctrl\+C[^\n]*\n/s)
  const [, later = ''] = /^reseller at +(\S+)$/m.exec(again) ?? []
  expect(await walletOf(later, token)).toMatchObject({ main: 50_000 })
  second.process.kill('SIGINT')
  expect((await second.ended).code).toBe(0)
}, 60_000)

async function walletOf(url: string, token: string): Promise<unknown> {
  const answer = await request(`${url}/api/v1/wallet`, { headers: { authorization: `Bearer ${token}` } })
  const { data } = (await answer.body.json()) as { data: unknown }
  return data
}

it.each([
  [{ JWT_SECRET: 'short' }, /^JWT_SECRET is weak: .*\n$/],
  [{ DATABASE_URL: 'postgres://ada:hunter2@127.0.0.1:1/x' }, /^JWT_SECRET is missing: .*\n$/],
  [
    { DATABASE_URL: 'postgres://ada:hunter2@127.0.0.1:1/x', JWT_SECRET: SECRET },
    /^The database at 127.0.0.1:1\/x cannot be used: nothing listens there\. DATABASE_URL names it\.\n$/,
  ],
  [
    { JWT_SECRET: SECRET, VTPASS_BASE_URL: 'https://sandbox.vtpass.com/api' },
    /^VTPASS_API_KEY is missing: VTpass at sandbox.vtpass.com wants three keys\n$/,
  ],
])('is stopped by one clear line with %j', async (env, line) => {
  const { code, stdout, stderr } = await run(process.execPath, [main], { env: { ...none, ...env } }).ended
  expect([code, stdout]).toEqual([1, ''])
  expect(stderr).toMatch(line)
})

it.each([[[]], [['--customer', 'ada', '--operator', 'eve']], [['--name', 'ada']]])(
  'mints no token for %j, and says what it takes',
  async (args) => {
    const cwd = await freshFolder()
    const { code, stderr } = await run(process.execPath, [mintToken, ...args], { cwd, env: none }).ended
    expect([code, stderr]).toEqual([
      1,
      'reseller:token takes --customer ID or --operator NAME, and --days N (1)\n',
    ])
  },
)

it('mints an operator’s token under the secret of the environment', async () => {
  const env = { ...none, JWT_SECRET: SECRET }
  const { stdout } = await run(process.execPath, [mintToken, '--operator', 'eve', '--days', '30'], { env })
    .ended
  const [, payload = ''] = stdout.split('.')
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString())
  expect(claims).toMatchObject({ sub: 'eve', aud: 'vtpass-reseller/operator', iss: 'vtpass-reseller' })
  expect(claims.exp - claims.iat).toBe(30 * 86_400)
})
