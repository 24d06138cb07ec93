import type { IncomingHttpHeaders } from 'node:http'
import { at } from './json.ts'
import type { Scene, Stage } from './stage.ts'
import type { Values } from './states.ts'
import type { Vtpass } from './vtpass.ts'

/** A request of the verifier's, as Pact's proxy hands it to a filter. */
export interface Asked {
  readonly method: string
  /** With its query. */
  readonly url: string
  readonly headers: IncomingHttpHeaders
  /** JSON and forms as an object, anything else in bytes. */
  readonly body?: unknown
}

export interface Answering {
  status(code: number): Answering
  type(contentType: string): Answering
  send(text: string): unknown
}

/**
 * Carries requests to the target: keys and the values of the states put in. Pact's own proxy would turn a form into JSON,
 * and end the process where a connection is closed without an answer.
 */
export function carrier(stage: Stage, vtpass: Vtpass) {
  return async (asked: Asked, answering: Answering, next: () => void): Promise<void> => {
    // The verifier's own: where it sends the states to.
    if (asked.url.startsWith('/_')) return next()
    const scene = await stage.takeScene()
    if (scene === null) return void refuse(answering, 'a state could not be arranged, so nothing was asked')
    try {
      const { status, contentType, text } = await ask(scene, asked, vtpass)
      answering
        .status(status)
        .type(contentType)
        .send(inWordsOfThePact(text, asked, scene))
    } catch (error) {
      refuse(answering, `no answer came: ${reasonOf(error as Error)}`)
    }
  }
}

async function ask({ world, values }: Scene, asked: Asked, vtpass: Vtpass) {
  const body = bodyOf(asked, values)
  const recipient = /\/pay$/.test(asked.url) ? recipientIn(asked.body) : null
  if (recipient !== null) await vtpass.space(recipient, world.isHurried)
  return vtpass.send({
    method: asked.method,
    // A pact may have VTpass's paths whole, or behind a base URL that ends in /api.
    path: asked.url.replace(/^\/api(?=\/)/, ''),
    headers: { ...plain(asked.headers), ...world.keysFor(asked.method) },
    ...(body === null ? {} : { body }),
  })
}

function bodyOf({ method, headers, body }: Asked, values: Values): string | null {
  if (method === 'GET' || body === undefined) return null
  if (body instanceof Uint8Array) return Buffer.from(body).toString()
  const filled = fill(body as object, values)
  const isForm = headers['content-type']?.startsWith('application/x-www-form-urlencoded') === true
  return isForm ? String(new URLSearchParams(filled as Record<string, string>)) : JSON.stringify(filled)
}

/** What a state gives is sent in place of what the pact has, with `fromProviderState` or without. */
function fill(body: object, { requestId, amount }: Values): object {
  return {
    ...body,
    ...(requestId !== undefined && 'request_id' in body ? { request_id: requestId } : {}),
    ...(amount !== undefined && 'amount' in body ? { amount } : {}),
  }
}

/** The answer with the request id of the pact again, so that an echo is held to the very id that was asked for. */
function inWordsOfThePact(text: string, { body }: Asked, { values }: Scene): string {
  const own = at(body, 'request_id')
  return values.requestId === undefined || typeof own !== 'string'
    ? text
    : text.replaceAll(values.requestId, own)
}

function recipientIn(body: unknown): string {
  return String(at(body, 'billersCode') ?? at(body, 'phone') ?? '')
}

const OF_ONE_CONNECTION = new Set(['connection', 'content-length', 'host', 'keep-alive', 'transfer-encoding'])

function plain(headers: IncomingHttpHeaders): Record<string, string> {
  const kept = Object.entries(headers).filter(([name]) => !OF_ONE_CONNECTION.has(name))
  return Object.fromEntries(kept.map(([name, value]) => [name, String(value)]))
}

function refuse(answering: Answering, why: string): void {
  answering.status(599).type('text/plain').send(why)
}

function reasonOf({ message, cause }: Error): string {
  return cause instanceof Error && cause.message !== '' ? cause.message : message
}
