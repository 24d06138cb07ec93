import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { headersOf } from './faults/head.ts'
import type { Line, Sending } from './faults/line.ts'
import type { Answer } from './wire/answer.ts'

export { ConnectionClosed, memoryLine } from './memory-line.ts'

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

  get isGone(): boolean {
    return this.#incoming.socket.destroyed
  }

  header(name: string): string | null {
    const value = this.#incoming.headers[name]
    return typeof value === 'string' ? value : null
  }

  headers(): readonly string[] {
    return this.#incoming.rawHeaders
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

  open(answer: Answer, length: number | 'chunked'): Sending {
    this.#outgoing.writeHead(answer.status, headersOf(answer, length))
    this.#outgoing.flushHeaders()
    return new SocketSending(this.#outgoing)
  }

  close(): Response {
    inTurn(this.#outgoing, (socket) => socket.destroy())
    return RESPONSE_ALREADY_SENT
  }

  reset(): Response {
    inTurn(this.#outgoing, resetNow)
    return RESPONSE_ALREADY_SENT
  }

  garbage(bytes: Uint8Array): Response {
    inTurn(this.#outgoing, (socket) => {
      socket.write(bytes)
      socket.destroySoon()
    })
    return RESPONSE_ALREADY_SENT
  }
}

/** An answer that goes out over a socket in pieces. */
class SocketSending implements Sending {
  readonly response = RESPONSE_ALREADY_SENT
  readonly #outgoing: ServerResponse

  constructor(outgoing: ServerResponse) {
    this.#outgoing = outgoing
  }

  write(bytes: Uint8Array): void {
    this.#outgoing.write(bytes)
  }

  raw(bytes: Uint8Array): void {
    inTurn(this.#outgoing, (socket) => socket.write(bytes))
  }

  end(): void {
    this.#outgoing.end()
  }

  close(): void {
    inTurn(this.#outgoing, (socket) => socket.destroySoon())
  }

  reset(): void {
    inTurn(this.#outgoing, (socket) => socket.write('', () => setTimeout(resetNow, BEFORE_RESET_MS, socket)))
  }
}

/**
 * A reset throws away what has not gone out yet, and with some callers what they have not read yet: libuv before 1.52
 * takes the two together for an orderly end.
 */
const BEFORE_RESET_MS = 10

function resetNow(socket: Socket): void {
  socket.resetAndDestroy()
}

/**
 * Takes the socket when it is this answer's turn. A caller may send its next request before the last one is answered:
 * the answer then waits for the socket, and what was written of it goes out when it gets it.
 */
function inTurn(outgoing: ServerResponse, use: (socket: Socket) => void): void {
  if (outgoing.socket !== null) use(outgoing.socket)
  else outgoing.once('socket', (socket: Socket) => process.nextTick(use, socket))
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
