import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { setTimeout } from 'node:timers/promises'
import { request } from 'undici'
import { onTestFinished } from 'vitest'
import { expectContract } from './routes/contract.test-support.ts'
import type { Body } from './routes/reseller.test-support.ts'
import { mintToken } from './routes/token.ts'

const JWT_SECRET = 'k3nf8a2qxz7wm1p9k3nf8a2qxz7wm1p9'

/** Where a server of this test listens. */
async function listening(server: Server): Promise<string> {
  await once(server.listen(0, '127.0.0.1'), 'listening')
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

type Says = 'delivered' | 'pending' | 'failed'

/** A VTpass that sells data for ₦100, as slowly as it is told to, and counts what it is asked. */
export interface CountingVtpass {
  readonly baseUrl: string
  pay: Says
  requery: Says
  slowMs: number
  /** By reference. */
  readonly paid: Map<string, number>
  readonly requeried: Map<string, number>
  /** References that were asked about again before the first had its answer. */
  readonly askedTwiceAtOnce: string[]
}

const codes: Record<Says, string> = { delivered: '000', pending: '099', failed: '016' }
const plan = { variation_code: 'mtn-10mb-100', name: '100MB - 24 hrs', variation_amount: '100.00' }

export async function countingVtpass(): Promise<CountingVtpass> {
  const asking = new Set<string>()
  const server = createServer(async (incoming, outgoing) => {
    const say = (body: object) => outgoing.end(JSON.stringify(body))
    if (incoming.method !== 'POST')
      return say({ response_description: '000', content: { serviceID: 'mtn-data', variations: [plan] } })
    const { request_id: reference } = JSON.parse(await text(incoming)) as { request_id: string }
    const isPay = incoming.url?.endsWith('/pay') === true
    const counts = isPay ? vtpass.paid : vtpass.requeried
    counts.set(reference, (counts.get(reference) ?? 0) + 1)
    if (asking.has(reference)) vtpass.askedTwiceAtOnce.push(reference)
    asking.add(reference)
    await setTimeout(vtpass.slowMs)
    asking.delete(reference)
    const status = isPay ? vtpass.pay : vtpass.requery
    const transactions = { status, total_amount: 96, transactionId: '17' }
    return say({
      code: codes[status],
      response_description: status,
      requestId: reference,
      content: { transactions },
    })
  })
  const vtpass: CountingVtpass = {
    baseUrl: `${await listening(server)}/api`,
    pay: 'delivered',
    requery: 'delivered',
    slowMs: 5,
    paid: new Map(),
    requeried: new Map(),
    askedTwiceAtOnce: [],
  }
  return vtpass
}

/** A customer's webhook, and how often each message came to it. */
export async function countingWebhook() {
  const came = new Map<string, number>()
  const server = createServer(async (incoming, outgoing) => {
    const id = String(incoming.headers['webhook-id'])
    came.set(id, (came.get(id) ?? 0) + 1)
    await text(incoming)
    outgoing.writeHead(204).end()
  })
  return { url: `${await listening(server)}/hook`, came }
}

/** What the environment of each process says. Rate limits are off where it is not said. */
export function environmentOf(vtpass: CountingVtpass, details: Record<string, string> = {}) {
  return {
    JWT_SECRET,
    PORT: '0',
    VTPASS_BASE_URL: vtpass.baseUrl,
    RATE_LIMIT_STORE: 'postgres',
    RATE_LIMIT_PER_USER: '0',
    RATE_LIMIT_PER_IP: '0',
    UPSTREAM_DOWN_AFTER: '0',
    BALANCE_EVERY_SECONDS: '0',
    ...details,
  }
}

/** A customer who calls whichever process it likes; each answer is held to the contract. */
export async function callerOf(customer: string) {
  const secret = new TextEncoder().encode(JWT_SECRET)
  const token = await mintToken({ kind: 'customer', id: customer }, secret, Date.now(), 600)
  const call = async (method: 'GET' | 'POST', url: string, path: string, fields?: object) => {
    const answer = await request(`${url}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}` },
      ...(fields === undefined ? {} : { body: JSON.stringify(fields) }),
    })
    const said = await answer.body.text()
    const headers = new Headers()
    for (const name of ['content-type', 'retry-after']) headers.set(name, String(answer.headers[name]))
    expectContract({ method, path, status: answer.statusCode, headers, text: said })
    const body: Body = JSON.parse(said)
    return { status: answer.statusCode, body }
  }
  const order = { serviceID: 'mtn-data', billersCode: '08012345678', variation_code: 'mtn-10mb-100' }
  return {
    /** ₦100 of data. */
    buy: (url: string, requestId: string) =>
      call('POST', url, '/api/v1/vtpass/data/purchase', { ...order, request_id: requestId }),
    wallet: (url: string) => call('GET', url, '/api/v1/wallet'),
  }
}

/** How often each thing there is. */
export function tally(things: readonly unknown[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const thing of things) counts[String(thing)] = (counts[String(thing)] ?? 0) + 1
  return counts
}
