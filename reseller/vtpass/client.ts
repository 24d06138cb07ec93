import { Agent, type Dispatcher } from 'undici'
import { exchange } from './exchange.ts'
import type { Heard } from './heard.ts'
import { readable } from './readable.ts'
import type { Vtpass } from './vtpass.ts'

export interface VtpassSettings {
  /** Ends in `/api`. */
  readonly baseUrl: string
  readonly apiKey: string
  readonly publicKey: string
  readonly secretKey: string
  /** From the first byte sent to the last one heard. */
  readonly timeoutMs?: number
  readonly connectTimeoutMs?: number
}

const CONNECT_TIMEOUT_MS = 5_000
const TIMEOUT_MS = 30_000
/** What only reads the catalogue or a name may be asked again: nobody waits half a minute for it. */
const READING_TIMEOUT_MS = 10_000
const LARGEST_ANSWER = 1_048_576
/** Node's servers close after five seconds, nginx after 75: a connection is let go before its other end does it. */
const KEEP_ALIVE_MS = 4_000

/**
 * VTpass over HTTP/1.1, with connections of its own. No key stands in what it returns.
 *
 * @throws {TypeError} where `baseUrl` is no URL.
 */
export function createVtpass(settings: VtpassSettings, dispatcher = agentOf(settings)): Vtpass {
  const { origin, pathname } = new URL(settings.baseUrl)
  const base = pathname.replace(/\/+$/, '')
  const { apiKey, publicKey, secretKey } = settings
  const { connectTimeoutMs = CONNECT_TIMEOUT_MS, timeoutMs = TIMEOUT_MS } = settings
  const patience = { connectTimeoutMs, timeoutMs }
  const readingPatience = { connectTimeoutMs, timeoutMs: Math.min(timeoutMs, READING_TIMEOUT_MS) }
  const keys = [apiKey, publicKey, secretKey]
  let closing: Promise<void> | null = null

  async function post(path: string, fields: object, within = patience): Promise<Heard> {
    // VTpass's page "API Key Authentication": the secret key with POST, the public key with GET.
    const headers = {
      ...plain,
      'api-key': apiKey,
      'secret-key': secretKey,
      'content-type': 'application/json',
    }
    const body = JSON.stringify(fields)
    const request = { origin, path: base + path, method: 'POST', headers, body } as const
    return readable(await exchange(dispatcher, request, within), keys)
  }

  async function get(path: string): Promise<Heard> {
    const headers = { ...plain, 'api-key': apiKey, 'public-key': publicKey }
    const request = { origin, path: base + path, method: 'GET', headers } as const
    return readable(await exchange(dispatcher, request, readingPatience), keys)
  }

  return {
    pay: (fields) => post('/pay', fields),
    requery: (reference) => post('/requery', { request_id: reference }),
    variations: (serviceID) => get(`/service-variations?${new URLSearchParams({ serviceID })}`),
    services: (identifier) => get(`/services?${new URLSearchParams({ identifier })}`),
    verify: (fields) => post('/merchant-verify', fields, readingPatience),
    balance: () => get('/balance'),
    close: () => {
      closing ??= dispatcher.close()
      return closing
    },
  }
}

/** An answer that is compressed all the same is no JSON. */
const plain = { accept: 'application/json', 'accept-encoding': 'identity', 'user-agent': 'vtpass-reseller' }

function agentOf({ connectTimeoutMs = CONNECT_TIMEOUT_MS }: VtpassSettings): Dispatcher {
  return new Agent({
    connect: { timeout: connectTimeoutMs },
    // `exchange` waits, for the whole of an answer; undici's two would wait for each part, half a second coarse.
    headersTimeout: 0,
    bodyTimeout: 0,
    maxResponseSize: LARGEST_ANSWER,
    keepAliveTimeout: KEEP_ALIVE_MS,
    keepAliveMaxTimeout: KEEP_ALIVE_MS,
  })
}
