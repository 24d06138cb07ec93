import type { Dispatcher } from 'undici'
import type { Heard } from './heard.ts'
import { describeFailure } from './network-failure.ts'

export interface Request {
  readonly origin: string
  readonly path: string
  readonly method: 'GET' | 'POST'
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

/** How long is waited, in milliseconds. */
export interface Patience {
  /** From the request to its first byte. */
  readonly connectTimeoutMs: number
  /** From its first byte to the last one of the answer, so that an answer in drops ends as well. */
  readonly timeoutMs: number
}

/** Sends a request at most once, and never rejects. The body of an answer is its text. */
export function exchange(
  dispatcher: Pick<Dispatcher, 'dispatch'>,
  request: Request,
  patience: Patience,
): Promise<Heard> {
  return new Promise((resolve) => {
    dispatcher.dispatch(request, new Listener(resolve, patience))
  })
}

/**
 * Hears what becomes of one request. undici says `onRequestStart` before it writes the first byte: without it nothing was
 * sent, and after it anything may have been.
 */
class Listener implements Dispatcher.DispatchHandler {
  readonly #tell: (heard: Heard) => void
  readonly #timeoutMs: number
  readonly #chunks: Uint8Array[] = []
  #timer: NodeJS.Timeout
  #sending: Dispatcher.DispatchController | null = null
  #isOver = false
  #httpStatus = 0
  #contentType = ''

  constructor(tell: (heard: Heard) => void, { connectTimeoutMs, timeoutMs }: Patience) {
    this.#tell = tell
    this.#timeoutMs = timeoutMs
    this.#timer = setTimeout(() => this.#end('no connection in time'), connectTimeoutMs)
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    // undici may start a request a second time, on another connection; what was given up may still be waiting for one.
    if (this.#sending !== null || this.#isOver) {
      controller.abort(new Error('sent once, or given up'))
      return
    }
    this.#sending = controller
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#end('no whole answer in time'), this.#timeoutMs)
  }

  onResponseStart(
    _: unknown,
    httpStatus: number,
    headers: Record<string, string | string[] | undefined>,
  ): void {
    this.#httpStatus = httpStatus
    this.#contentType = String(headers['content-type'] ?? '')
  }

  onResponseData(_: unknown, chunk: Uint8Array): void {
    this.#chunks.push(chunk)
  }

  onResponseEnd(): void {
    const body = new TextDecoder().decode(Buffer.concat(this.#chunks))
    this.#finish({ kind: 'answer', httpStatus: this.#httpStatus, contentType: this.#contentType, body })
  }

  onResponseError(_: unknown, error: Error): void {
    this.#end(describeFailure(error))
  }

  #end(why: string): void {
    this.#finish({ kind: this.#sending === null ? 'not-sent' : 'lost', why })
    this.#sending?.abort(new Error(why))
  }

  #finish(heard: Heard): void {
    this.#isOver = true
    clearTimeout(this.#timer)
    this.#tell(heard)
  }
}
