import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { request } from 'undici'
import { expect, it, onTestFinished, vi } from 'vitest'
import { readConfig } from './config.ts'
import { createLog, createReport, secretsIn } from './log.ts'
import { kobo } from './pricing/kobo.ts'
import { mintToken } from './routes/token.ts'
import { startReseller } from './server.ts'
import { connect } from './storage/pool.ts'
import { startTestDatabase } from './storage/postgres.test-support.ts'
import { customerWith } from './storage/purchases.test-support.ts'

const keys = {
  JWT_SECRET: 'k3nf8a2qxz7wm1p9k3nf8a2qxz7wm1p9',
  VTPASS_API_KEY: 'a1b2c3d4e5f6a7b8',
  VTPASS_PUBLIC_KEY: 'PK_1f2e3d4c5b6a',
  VTPASS_SECRET_KEY: 'SK_6a5b4c3d2e1f',
}
const secret = new TextEncoder().encode(keys.JWT_SECRET)

/** A VTpass that delivers, and shouts back every header that it was sent. */
async function indiscreetVtpass(): Promise<string> {
  const server = createServer((incoming, outgoing) => {
    const heard = JSON.stringify(incoming.headers)
    const plan = { variation_code: 'mtn-10mb-100', name: '100MB - 24 hrs', variation_amount: '100.00' }
    const answers: Record<string, object> = {
      '/api/balance': { code: 1, contents: { balance: 5000.5 } },
      '/api/pay': {
        code: '000',
        response_description: heard,
        content: { transactions: { status: 'delivered' } },
      },
    }
    const catalogue = { response_description: '000', content: { serviceID: 'mtn-data', variations: [plan] } }
    outgoing.end(JSON.stringify(answers[incoming.url ?? ''] ?? catalogue))
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`
}

/** The whole process, but for the process. */
async function running(prepare = async (_: string) => {}) {
  const { url: databaseUrl, database, stop } = await startTestDatabase()
  onTestFinished(stop)
  await prepare(databaseUrl)
  const config = readConfig({ ...keys, VTPASS_BASE_URL: await indiscreetVtpass(), PORT: '0' })
  const settings = { ...config, databaseUrl }
  const lines: string[] = []
  const log = createLog(
    { level: 'debug', secrets: secretsIn(settings) },
    { write: (line) => void lines.push(line) },
  )
  const reseller = await startReseller(settings, createReport(log), log)
  onTestFinished(() => reseller.stop())
  const operator = await mintToken({ kind: 'operator', name: 'prometheus' }, secret, Date.now(), 60)
  return {
    lines,
    database,
    databaseUrl,
    url: reseller.url,
    metrics: async () => {
      const headers = { authorization: `Bearer ${operator}` }
      return (await request(`${reseller.url}/metrics`, { headers })).body.text()
    },
  }
}

it('writes what a purchase went through, and no secret of anybody', async () => {
  const { url, database, databaseUrl, lines, metrics } = await running()
  const id = await customerWith(database, { main: kobo(100_000) })
  const token = await mintToken({ kind: 'customer', id }, secret, Date.now(), 60)
  const answer = await request(`${url}/api/v1/vtpass/data/purchase`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'x-request-id': 'shop-1',
      'content-type': 'application/json',
    },
    body: JSON.stringify({
      serviceID: 'mtn-data',
      billersCode: '08012345678',
      variation_code: 'mtn-10mb-100',
      request_id: 'order-1',
    }),
  })
  expect([answer.statusCode, answer.headers['x-request-id']]).toEqual([200, 'shop-1'])
  await answer.body.dump()
  const ofRequest = lines.map((line) => JSON.parse(line)).filter((line) => line.request === 'shop-1')
  expect(ofRequest.map(({ call, route }) => call ?? route)).toEqual([
    'variations',
    'pay',
    '/api/v1/vtpass/data/purchase',
  ])
  expect(ofRequest[1]).toMatchObject({ reference: ofRequest[2].reference, purchase: ofRequest[2].purchase })

  const read = await metrics()
  expect(read).toContain(
    'reseller_http_request_duration_seconds_count{method="POST",route="/api/v1/vtpass/data/purchase",status="200"} 1',
  )
  expect(read).toContain('reseller_vtpass_call_duration_seconds_count{call="pay",outcome="delivered"} 1')
  expect(read).toContain('reseller_purchases{kind="data",state="delivered"} 1')
  const written = lines.join('') + read
  for (const each of [...Object.values(keys), token, databaseUrl]) expect(written).not.toContain(each)
})

it('counts the rounds of the worker that fail, and writes down why', async () => {
  const { metrics, lines } = await running(async (databaseUrl) => {
    const client = await connect(databaseUrl)
    await client.query('alter function claim_due(timestamptz, timestamptz, integer) rename to claim_due_gone')
    await client.end()
  })
  const failures = /reseller_worker_rounds_failed_total\{job="looking at purchases"\} [1-9]/
  await vi.waitFor(async () => expect(await metrics()).toMatch(failures))
  expect(lines.map((line) => JSON.parse(line))).toContainEqual(
    expect.objectContaining({ level: 'error', where: 'looking at purchases' }),
  )
})
