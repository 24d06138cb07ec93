import type { ClientRequest, IncomingMessage } from 'node:http'
import type { Millis } from '../engine/time.ts'
import { describeFailure } from './failure.ts'
import type { Heard } from './post.ts'

const MOST_BYTES = 65_536

/** A timer that is set for longer fires at once. */
const LONGEST_TIMER_MS = 2_147_483_647

/**
 * Sends a request's body and reads what comes back, at most 64 KiB of it. Never rejects. When it has ended, and at the
 * latest after `timeoutMs` by the clock on the wall, the connection is gone.
 */
export function exchange(request: ClientRequest, body: string, timeoutMs: Millis): Promise<Heard> {
  return new Promise((resolve) => {
    let reading: Reading | undefined
    const end = (heard: Heard) => {
      clearTimeout(timer)
      resolve(heard)
      request.destroy()
    }
    const fail = (error: string) => end({ error, ...reading?.soFar() })
    const tooLate = () => fail(`no ${reading ? 'whole ' : ''}answer within ${inWords(timeoutMs)}`)
    const timer = setTimeout(tooLate, Math.min(timeoutMs, LONGEST_TIMER_MS))
    request.on('error', (failure) => fail(describeFailure(failure)))
    request.on('upgrade', () => fail('it answers in another protocol (HTTP 101)'))
    request.on('response', (answer) => {
      reading = new Reading(answer, end, fail)
    })
    request.end(body)
  })
}

/** An answer as far as it has come. */
class Reading {
  readonly #answer: IncomingMessage
  readonly #chunks: Buffer[] = []
  #length = 0

  constructor(answer: IncomingMessage, end: (heard: Heard) => void, fail: (error: string) => void) {
    this.#answer = answer
    answer.on('data', (chunk: Buffer) => {
      this.#chunks.push(chunk)
      this.#length += chunk.length
      if (this.#length > MOST_BYTES) fail('the answer is longer than 64 KiB')
    })
    answer.on('error', (failure) => fail(describeFailure(failure)))
    answer.on('end', () => end(this.#whole()))
  }

  soFar() {
    const bytes = Buffer.concat(this.#chunks).subarray(0, MOST_BYTES)
    return { status: this.#answer.statusCode ?? 0, body: bytes.toString() }
  }

  #whole(): Heard {
    const { location } = this.#answer.headers
    return location === undefined ? this.soFar() : { ...this.soFar(), location }
  }
}

function inWords(ms: Millis): string {
  return ms % 1000 === 0 ? `${ms / 1000} s` : `${ms} ms`
}
