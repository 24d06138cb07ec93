import { headersOf } from './faults/head.ts'
import type { Line, Sending } from './faults/line.ts'
import type { Answer } from './wire/answer.ts'

/** The connection to a caller in this process, who hears what `fetch` hears over a socket. */
export function memoryLine(request: Request): Line {
  let sending: MemorySending | null = null
  let isCut = false
  const cut = (cause: Error) => {
    isCut = true
    return Promise.reject(new ConnectionClosed(cause))
  }
  return {
    callerIp: '127.0.0.1',
    get isGone() {
      return isCut || request.signal.aborted || (sending?.isGone ?? false)
    },
    header: (name) => request.headers.get(name),
    headers: () => [...request.headers].flat(),
    read: async (longest) => {
      const body = new Uint8Array(await request.arrayBuffer())
      return body.byteLength > longest ? null : body
    },
    send: (answer) => {
      const { status, body, bytes } = answer
      const length = bytes?.byteLength ?? Buffer.byteLength(body)
      const sent = bytes === undefined ? body : new Uint8Array(bytes)
      if (status === 204) return new Response(null, { status })
      return new Response(sent, { status, headers: headersOf(answer, length) })
    },
    open: (answer, length) => {
      sending = new MemorySending(answer, length, request.signal)
      return sending
    },
    close: () => cut(closed()),
    reset: () => cut(reset()),
    garbage: () => cut(unparsed('HPE_INVALID_CONSTANT', 'Expected HTTP/')),
  }
}

/** What a caller in this process gets where one over a socket would see the connection end without an answer. */
export class ConnectionClosed extends TypeError {
  constructor(cause: Error) {
    super('fetch failed', { cause })
  }
}

/** An answer whose body reaches a caller in this process in pieces. */
class MemorySending implements Sending {
  readonly response: Response
  #state: 'open' | 'ended' | 'gone' = 'open'
  #body: ReadableStreamDefaultController<Uint8Array> | null = null
  /** The bytes of the promised length that have not been written. */
  #missing: number
  /** What ends the body when the caller has read what was written. */
  #failure: TypeError | null = null
  /** The clock's sleepers keep no process alive; whoever waits for a body over a socket does. */
  readonly #alive = setInterval(() => {}, 1_000_000_000)

  constructor(head: Answer, length: number | 'chunked', signal: AbortSignal) {
    this.#missing = length === 'chunked' ? Number.POSITIVE_INFINITY : length
    const body = new ReadableStream(this.#source(), { highWaterMark: 0 })
    this.response = new Response(body, { status: head.status, headers: headersOf(head, length) })
    signal.addEventListener('abort', () => {
      this.#body?.error(signal.reason)
      this.#finish('gone')
    })
  }

  get isGone(): boolean {
    return this.#state === 'gone'
  }

  write(bytes: Uint8Array): void {
    if (this.#state !== 'open' || bytes.byteLength === 0) return
    this.#missing -= bytes.byteLength
    // A copy, since the caller may write to what it reads.
    this.#body?.enqueue(new Uint8Array(bytes))
  }

  raw(): void {
    this.#fail(unparsed('HPE_INVALID_CHUNK_SIZE', 'Invalid character in chunk size'))
  }

  end(): void {
    if (this.#state !== 'open') return
    this.#body?.close()
    this.#finish('ended')
  }

  close(): void {
    if (this.#missing === 0) this.end()
    else this.#fail(closed())
  }

  reset(): void {
    if (this.#missing === 0) this.end()
    else this.#fail(reset())
  }

  #source(): UnderlyingDefaultSource<Uint8Array> {
    return {
      start: (controller) => {
        this.#body = controller
      },
      pull: (controller) => {
        if (this.#failure !== null) controller.error(this.#failure)
      },
      cancel: () => this.#finish('gone'),
    }
  }

  #fail(cause: Error): void {
    if (this.#state !== 'open') return
    this.#failure = new TypeError('terminated', { cause })
    // An error at once would take back what the caller has not read yet.
    if (this.#body?.desiredSize === 0) this.#body.error(this.#failure)
    this.#finish('gone')
  }

  #finish(state: 'ended' | 'gone'): void {
    this.#state = state
    clearInterval(this.#alive)
  }
}

function closed(): Error {
  return errorOf('SocketError', 'UND_ERR_SOCKET', 'other side closed')
}

function reset(): Error {
  return errorOf('Error', 'ECONNRESET', 'read ECONNRESET')
}

function unparsed(code: string, why: string): Error {
  return errorOf('HTTPParserError', code, `Response does not match the HTTP/1.1 protocol (${why})`)
}

function errorOf(name: string, code: string, message: string): Error {
  return Object.assign(new Error(message), { name, code })
}
