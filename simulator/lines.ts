import type { IncomingMessage, ServerResponse } from 'node:http'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import type { Line } from './faults/line.ts'
import { type Answer, headerText } from './wire/answer.ts'

const IPV4_IN_IPV6 = '::ffff:'

/** The connection to a caller over a socket. It is written to directly, since not every fault is a valid answer. */
export class SocketLine implements Line {
  readonly #incoming: IncomingMessage
  readonly #outgoing: ServerResponse

  constructor(incoming: IncomingMessage, outgoing: ServerResponse) {
    this.#incoming = incoming
    this.#outgoing = outgoing
  }

  get callerIp(): string {
    const address = this.#incoming.socket.remoteAddress ?? ''
    return address.startsWith(IPV4_IN_IPV6) ? address.slice(IPV4_IN_IPV6.length) : address
  }

  header(name: string): string | null {
    const value = this.#incoming.headers[name]
    return typeof value === 'string' ? value : null
  }

  read(longest: number): Promise<Uint8Array | null> {
    return readSocket(this.#incoming, longest)
  }

  send(answer: Answer): Response {
    if (this.#outgoing.destroyed) return RESPONSE_ALREADY_SENT
    const { body, bytes } = answer
    const length = bytes?.byteLength ?? Buffer.byteLength(body)
    this.#outgoing.writeHead(answer.status, headersOf(answer, length))
    if (bytes !== undefined) this.#outgoing.end(bytes)
    else this.#outgoing.end(body, length === body.length ? 'latin1' : 'utf8')
    return RESPONSE_ALREADY_SENT
  }

  drop(): Response {
    this.#outgoing.destroy()
    return RESPONSE_ALREADY_SENT
  }
}

function readSocket(incoming: IncomingMessage, longest: number): Promise<Uint8Array | null> {
  if (Number(incoming.headers['content-length'] ?? 0) > longest) return Promise.resolve(null)
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let length = 0
    incoming.on('data', (chunk: Buffer) => {
      length += chunk.length
      if (length > longest) resolve(null)
      else chunks.push(chunk)
    })
    incoming.on('end', () => resolve(joined(chunks)))
    incoming.on('error', reject)
  })
}

function joined(chunks: readonly Buffer[]): Buffer {
  const [first] = chunks
  return first !== undefined && chunks.length === 1 ? first : Buffer.concat(chunks)
}

/** The connection to a caller in this process. */
export function memoryLine(request: Request): Line {
  return {
    callerIp: '127.0.0.1',
    header: (name) => request.headers.get(name),
    read: async (longest) => {
      const body = new Uint8Array(await request.arrayBuffer())
      return body.byteLength > longest ? null : body
    },
    send: (answer) => new Response(answer.body, { status: answer.status, headers: headersOf(answer) }),
    drop: () => {
      throw new ConnectionClosed()
    },
  }
}

/** What a caller in this process gets where one over a socket would see the connection close. */
export class ConnectionClosed extends TypeError {
  override readonly cause = Object.assign(new Error('other side closed'), { code: 'UND_ERR_SOCKET' })

  constructor() {
    super('fetch failed')
  }
}

/** Every answer may be read by a page of any origin: browsers call VTpass too. */
function headersOf(answer: Answer, length?: number): Record<string, string> {
  const { contentType, reason, warnings } = answer
  const headers: Record<string, string> = {
    'content-type': contentType,
    'access-control-allow-origin': '*',
  }
  if (length !== undefined) headers['content-length'] = String(length)
  if (reason === undefined && warnings === undefined && answer.headers === undefined) return headers
  headers['access-control-expose-headers'] = 'x-simulator-reason, x-simulator-warning'
  if (reason !== undefined) headers['x-simulator-reason'] = headerText(reason)
  if (warnings !== undefined) headers['x-simulator-warning'] = warnings.map(headerText).join('; ')
  return answer.headers === undefined ? headers : { ...headers, ...answer.headers }
}
