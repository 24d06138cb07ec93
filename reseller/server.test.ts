import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { request } from 'undici'
import { afterAll, beforeAll, expect, it, onTestFinished, vi } from 'vitest'
import { type Command, greetingOf, runOutsideOfTests } from '../test/command.ts'
import { ConfigError, readConfig } from './config.ts'
import { kobo } from './pricing/kobo.ts'
import { expectContract } from './routes/contract.test-support.ts'
import type { Body } from './routes/reseller.test-support.ts'
import { mintToken } from './routes/token.ts'
import { startReseller } from './server.ts'
import { readAlerts } from './storage/operator-reads.ts'
import { balancesOf, customerWith } from './storage/purchases.test-support.ts'
import { findPurchase } from './storage/reads.ts'
import { useDatabase } from './storage/use-database.test-support.ts'

const { database, url } = useDatabase()
const JWT_SECRET = 'k3nf8a2qxz7wm1p9k3nf8a2qxz7wm1p9'
const secret = new TextEncoder().encode(JWT_SECRET)

/** The simulator, in a process of its own: we meet over HTTP. */
let command: Command
let simulator: string

beforeAll(async () => {
  const main = fileURLToPath(new URL('../cli/main.ts', import.meta.url))
  command = runOutsideOfTests(process.execPath, [main, 'start', '--port', '0'])
  simulator = new URL((await greetingOf(command)).baseUrl).origin
})
afterAll(() => command.process.kill('SIGKILL'))

async function control(path: string, method = 'GET', body?: object): Promise<Body> {
  const answer = await fetch(`${simulator}/_simulator${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  return answer.json()
}

/** A reseller that listens, and ends with its test. */
async function running(environment: Record<string, string>) {
  const reported: string[] = []
  let aheadMs = 0
  const now = () => new Date(Date.now() + aheadMs)
  const config = readConfig({ JWT_SECRET, PORT: '0', ...environment })
  const report = (error: unknown, where: string) => void reported.push(`${where}: ${error}`)
  const reseller = await startReseller({ ...config, port: 0, databaseUrl: url() }, report, undefined, now)
  onTestFinished(() => reseller.stop())
  const advance = (seconds: number) => {
    aheadMs += seconds * 1000
  }
  return { ...reseller, reported, advance }
}

/** A customer who calls over a socket; each answer is held to the contract. */
async function caller(reseller: string, naira: number) {
  const id = await customerWith(database(), { main: kobo(naira * 100) })
  const token = await mintToken({ kind: 'customer', id }, secret, Date.now(), 600)
  const post = async (path: string, fields: object): Promise<{ status: number; body: Body }> => {
    const answer = await request(`${reseller}${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(fields),
    })
    const text = await answer.body.text()
    const headers = new Headers({ 'content-type': String(answer.headers['content-type']) })
    expectContract({ method: 'POST', path, status: answer.statusCode, headers, text })
    return { status: answer.statusCode, body: JSON.parse(text) }
  }
  return {
    id,
    buy: (fields: object) => post('/api/v1/vtpass/data/purchase', { ...order, ...fields }),
    query: (requestId: string) => post('/api/v1/vtpass/data/query', { request_id: requestId }),
    stateOf: async (requestId: string) => (await findPurchase(database(), id, requestId))?.state,
  }
}

const order = { serviceID: 'mtn-data', billersCode: '08012345678', variation_code: 'mtn-10mb-100' }

/** What the answer says, and what becomes of it; 083 leaves no order at VTpass. */
const recipients: Record<string, readonly [says: string, becomes: string]> = {
  '08011111111': ['Data purchase successful', 'delivered'],
  '201000000000': ['Transaction is being processed', 'delivered'],
  '500000000000': ['Transaction is being processed', 'failed'],
  '400000000000': ['Transaction is being processed', 'delivered'],
  '300000000000': ['Transaction is being processed', 'delivered'],
  '08012345678': ['Transaction failed with code: 016', 'failed'],
}

it('buys through each of the six recipients, and every kobo agrees with VTpass’s own record', async () => {
  const account = await control('/accounts', 'POST', { settlePendingAfter: '1h' })
  const reseller = await running({
    VTPASS_BASE_URL: `${simulator}/api`,
    VTPASS_API_KEY: account.apiKey,
    VTPASS_PUBLIC_KEY: account.publicKey,
    VTPASS_SECRET_KEY: account.secretKey,
    VTPASS_TIMEOUT_MS: '600',
    NOT_FOUND_GRACE_SECONDS: '1',
  })
  const here = `/accounts/${account.id}`
  await control(here, 'PATCH', { callbackUrl: `${reseller.url}/api/v1/vtpass/webhook` })
  const customer = await caller(reseller.url, 1000)
  const numbers = Object.keys(recipients)
  const answers = await Promise.all(
    numbers.map((billersCode) => customer.buy({ billersCode, request_id: billersCode })),
  )
  expect(answers.map(({ body }) => body.message)).toEqual(Object.values(recipients).map(([says]) => says))
  expect(await balancesOf(database(), customer.id)).toEqual([50_000, 0, 40_000])

  await control(`${here}/clock`, 'POST', { advance: '2h' })
  await vi.waitFor(
    async () => {
      reseller.advance(5)
      await customer.query('500000000000')
      const states = await Promise.all(numbers.map(customer.stateOf))
      expect(states).toEqual(Object.values(recipients).map(([, becomes]) => becomes))
    },
    { timeout: 18_000, interval: 500 },
  )
  expect(await balancesOf(database(), customer.id)).toEqual([60_000, 0, 0])

  const { items } = await control(`${here}/transactions`)
  const ours = await Promise.all(numbers.map((number) => findPurchase(database(), customer.id, number)))
  const theirs = new Map<string | undefined, Body>(items.map((item: Body) => [item.requestId, item]))
  for (const purchase of ours) {
    const record = theirs.get(purchase?.reference)
    expect([record?.status ?? 'failed', record?.charged ?? 0]).toEqual([
      purchase?.state,
      (purchase?.charged ?? 0) / 100,
    ])
  }
  expect(reseller.reported).toEqual([])
}, 40_000)

/** A VTpass that answers a purchase when it is told to. */
async function slowVtpass() {
  let release = () => {}
  let arrived = () => {}
  const isAsked = new Promise<void>((resolve) => {
    arrived = resolve
  })
  const server = createServer((incoming, outgoing) => {
    const say = (body: object) => outgoing.end(JSON.stringify(body))
    if (incoming.method === 'POST') {
      release = () => say({ code: '016', response_description: 'TRANSACTION FAILED', content: {} })
      arrived()
      return
    }
    const plan = { variation_code: 'mtn-10mb-100', name: '100MB - 24 hrs', variation_amount: '100.00' }
    say({ response_description: '000', content: { serviceID: 'mtn-data', variations: [plan] } })
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  const { port } = server.address() as AddressInfo
  return { baseUrl: `http://127.0.0.1:${port}/api`, isAsked, release: () => release() }
}

it('stops without cutting a request: what was asked is answered, and nobody is let in', async () => {
  const vtpass = await slowVtpass()
  const reseller = await running({ VTPASS_BASE_URL: vtpass.baseUrl })
  const customer = await caller(reseller.url, 1000)
  const bought = customer.buy({ request_id: 'order-1' })
  await vtpass.isAsked
  const stopped = reseller.stop()
  await expect(request(`${reseller.url}/health`)).rejects.toThrow('ECONNREFUSED')
  vtpass.release()
  expect((await bought).body.message).toBe('Transaction failed with code: 016')
  await stopped
  expect(await balancesOf(database(), customer.id)).toEqual([100_000, 0, 0])
  expect(reseller.reported).toEqual([])
})

it('does not start on a port that is taken, and says so in one line', async () => {
  const first = await running({})
  const config = readConfig({ JWT_SECRET, PORT: new URL(first.url).port })
  const second = startReseller({ ...config, databaseUrl: url() }, () => {})
  await expect(second).rejects.toThrow(ConfigError)
  await expect(second).rejects.toThrow(/somebody listens there already$/)
})

it('does not start without its database', async () => {
  const config = readConfig({ JWT_SECRET, PORT: '0' })
  const nowhere = startReseller({ ...config, databaseUrl: 'postgres://ada:hunter2@127.0.0.1:1/x' }, () => {})
  await expect(nowhere).rejects.toThrow(
    /^The database at 127.0.0.1:1\/x cannot be used: nothing listens there/,
  )
})

it('refuses a body of 2 MiB over a socket', async () => {
  const reseller = await running({})
  const customer = await caller(reseller.url, 1000)
  expect((await customer.buy({ more: 'x'.repeat(2_097_152) })).status).toBe(413)
})

it('sells nothing once VTpass is known to be down, or to have too little of our money, and tells an operator of that', async () => {
  const account = await control('/accounts', 'POST', { wallet: 150 })
  const reseller = await running({
    VTPASS_BASE_URL: `${simulator}/api`,
    VTPASS_API_KEY: account.apiKey,
    VTPASS_PUBLIC_KEY: account.publicKey,
    VTPASS_SECRET_KEY: account.secretKey,
    UPSTREAM_DOWN_AFTER: '1',
    UPSTREAM_DOWN_SECONDS: '3',
    BALANCE_EVERY_SECONDS: '60',
    FLOAT_MINIMUM: '200',
  })
  const customer = await caller(reseller.url, 1000)
  await vi.waitFor(
    async () => {
      const alerts = await readAlerts(database(), 200)
      expect(alerts.map(({ detail }) => detail)).toContain('the balance at VTpass is ₦150.00, below ₦200.00')
    },
    { timeout: 10_000, interval: 100 },
  )
  const weekly = { variation_code: 'mtn-50mb-200' }
  expect((await customer.buy(weekly)).body.message).toBe(
    'The money at VTpass is too low for this. Nothing was charged',
  )
  expect((await customer.buy({ billersCode: '500000000000' })).body.message).toBe(
    'Transaction is being processed',
  )
  expect((await customer.buy({})).body.message).toBe('VTpass cannot be reached. Nothing was charged')
  expect(await balancesOf(database(), customer.id)).toEqual([90_000, 0, 10_000])
  reseller.advance(3)
  await vi.waitFor(async () => expect((await customer.buy({})).status).not.toBe(503), {
    timeout: 10_000,
    interval: 200,
  })
}, 30_000)
