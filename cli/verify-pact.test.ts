import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, it } from 'vitest'
import { startSimulator } from '../simulator/index.ts'
import { vtpassSimulator } from '../test/command.ts'

/** A team's own folder, with its own pact. */
const folder = mkdtempSync(join(tmpdir(), 'verify-pact-'))
afterAll(() => rmSync(folder, { recursive: true }))

const purchase = {
  description: 'airtime for a friend',
  providerState: 'a request id that was never used',
  request: {
    method: 'POST',
    path: '/pay',
    headers: { 'content-type': 'application/json', 'api-key': 'key', 'secret-key': 'SK_key' },
    body: { request_id: '2025010100001', serviceID: 'mtn', amount: 100, phone: '08011111111' },
  },
  response: { status: 200, body: { code: '000', content: { transactions: { status: 'delivered' } } } },
}

function write(name: string, ...interactions: readonly object[]): void {
  const pact = { consumer: { name: 'shop' }, provider: { name: 'vtpass' }, interactions }
  writeFileSync(
    join(folder, name),
    JSON.stringify({ ...pact, metadata: { pactSpecification: { version: '2.0.0' } } }),
  )
}

write('shop-vtpass.json', purchase)
write('broken.json', { ...purchase, response: { status: 200, body: { code: '099' } } })
write('stateless.json', { ...purchase, providerState: 'a customer with money' })

async function verify(args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const { code, stdout, stderr } = await vtpassSimulator(['verify-pact', ...args], { cwd: folder, env }).ended
  return { code, last: stdout.trimEnd().split('\n').at(-1), stdout, stderr }
}

it('a pact is verified in one command, from whatever folder, and nothing is left there', async () => {
  const files = readdirSync(folder)
  const ours = fileURLToPath(new URL('../contracts/pacts/vtpass-reseller-vtpass.json', import.meta.url))
  const { code, last } = await verify(['shop-vtpass.json', ours])

  expect(last).toMatch(/^(\d{2,}) of \1 interactions hold$/)
  expect(code).toBe(0)
  expect(readdirSync(folder)).toEqual(files)
})

it('a pact that does not hold ends with 1, and says what was expected', async () => {
  const { code, stdout } = await verify(['shop-vtpass.json', 'broken.json'])

  expect(code).toBe(1)
  expect(stdout).toMatch(
    /broken: airtime for a friend\n {2}\$\.code: Expected '000' \(String\) to be equal to '099' \(String\)\n1 of 2 interactions hold\n$/,
  )
})

it('what Pact leaves out by a filter of its own has not been verified', async () => {
  const { code, stdout } = await verify(['shop-vtpass.json'], { PACT_DESCRIPTION: 'something else' })

  expect(code).toBe(1)
  expect(stdout).toContain(
    'broken: airtime for a friend\n  Pact has not verified it\n0 of 1 interactions hold\n',
  )
})

it('another VTpass is named with --url, its keys by the environment', async () => {
  const simulator = await startSimulator({ port: 0 })
  const { apiKey, publicKey, secretKey, transactions } = await simulator.accounts.create()
  const keys = { VTPASS_API_KEY: apiKey, VTPASS_PUBLIC_KEY: publicKey, VTPASS_SECRET_KEY: secretKey }
  const { code, stdout } = await verify(['shop-vtpass.json', '--url', simulator.baseUrl], keys)
  const bought = await transactions.list()
  await simulator.stop()

  expect({ code, bought: bought.length }).toEqual({ code: 0, bought: 1 })
  expect(stdout).not.toContain(secretKey)
})

it.each([
  [['stateless.json'], /names states that nobody defines:\n {2}a customer with money\nThere are:\n/],
  [['none.json'], /^vtpass-simulator: none\.json cannot be read: ENOENT\n$/],
  [
    [],
    /^vtpass-simulator: verify-pact needs a pact: vtpass-simulator verify-pact pacts\/shop-vtpass\.json\n$/,
  ],
  [['shop-vtpass.json', '--strict'], /Unknown option '--strict'/],
  [['shop-vtpass.json', '--url', 'https://vtpass.com/api'], /vtpass\.com is live: /],
  [['shop-vtpass.json', '--url', 'https://sandbox.vtpass.com/api'], /apiKey is missing\n$/],
])('%j is told in a line, and ends with 2', async (args, told) => {
  const { code, stderr, stdout } = await verify(args)

  expect(stderr).toMatch(told)
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
})
