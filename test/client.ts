import type { Credentials } from '../simulator/index.ts'

/** What a test reads of an answer: VTpass's bodies are of too many shapes to type each. */
// biome-ignore lint/suspicious/noExplicitAny: a test reads paths that it then asserts on
export type Body = any

export interface Heard {
  readonly status: number
  readonly body: Body
  readonly text: string
  readonly headers: Headers
}

interface Callable {
  readonly account: Credentials
  fetch(input: string, init?: RequestInit): Promise<Response>
}

/** Calls a simulator as a merchant with API keys does. */
export function clientOf(simulator: Callable, base = 'http://vtpass/api') {
  const { apiKey, publicKey, secretKey } = simulator.account
  const send = async (path: string, init: RequestInit): Promise<Heard> => {
    const answer = await simulator.fetch(`${base}/${path}`, init)
    const text = await answer.text()
    return { status: answer.status, text, body: readJson(text), headers: answer.headers }
  }
  const get = (path: string, headers: Record<string, string> = {}) =>
    send(path, { headers: { 'api-key': apiKey, 'public-key': publicKey, ...headers } })
  const post = (path: string, body: object, headers: Record<string, string> = {}) =>
    send(path, {
      method: 'POST',
      headers: {
        'api-key': apiKey,
        'secret-key': secretKey,
        'content-type': 'application/json',
        ...headers,
      },
      body: JSON.stringify(body),
    })
  return {
    send,
    get,
    post,
    pay: (body: object, headers?: Record<string, string>) => post('pay', body, headers),
    requery: (requestId: string, headers?: Record<string, string>) =>
      post('requery', { request_id: requestId }, headers),
    verify: (body: object) => post('merchant-verify', body),
    balance: async () => (await get('balance')).body.contents.balance as number,
  }
}

function readJson(text: string): Body {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** A moment at which request ids that begin with 202503101014 are proper. */
export const MARCH_10 = '2025-03-10T09:14:16Z'

/** A request id that is proper at MARCH_10. */
export function requestIdOf(name: string): string {
  return `202503101014${name}`
}

/** Fields that buy ₦100 of MTN airtime. */
export function airtime(name: string, phone = '08011111111'): Record<string, string | number> {
  return { request_id: requestIdOf(name), serviceID: 'mtn', amount: 100, phone }
}
