import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { FaultContext } from '../simulator/faults/fault.ts'
import type { Line } from '../simulator/faults/line.ts'
import type { Struck } from '../simulator/faults/strike.ts'
import { memoryLine, SocketLine } from '../simulator/lines.ts'

/** Calls once, and is answered by whoever takes the line. */
export type Call = (take: (line: Line) => Struck, signal?: AbortSignal | null) => Promise<Response>

/** Every fault is seen by a client of this process and by one over a socket, who must hear the same. */
export const calls: Record<string, Call> = {
  'over a socket': async (take, signal = null) => {
    const server = createServer((incoming, outgoing) => take(new SocketLine(incoming, outgoing)))
    await once(server.listen(0, '127.0.0.1'), 'listening')
    server.unref()
    const { port } = server.address() as AddressInfo
    return fetch(`http://127.0.0.1:${port}/x`, { signal }).finally(() => server.close())
  },
  'in this process': async (take, signal = null) =>
    take(memoryLine(new Request('http://vtpass/x', { signal }))).response,
}

/** What a client makes of an answer. */
export interface Hearing {
  /** The status and the content type; null where no answer came. */
  readonly head: string | null
  /** The content-length, or that the body comes in chunks. */
  readonly length: string | null
  /** `x-simulator-fault` */
  readonly fault: string | null
  /** The bytes, one character each. */
  readonly body: string
  readonly end: string
}

export async function hear(answered: Promise<Response>): Promise<Hearing> {
  const bytes: Uint8Array[] = []
  const body = () => Buffer.concat(bytes).toString('latin1')
  try {
    const { status, headers, body: stream } = await answered
    const head = {
      head: `${status} ${headers.get('content-type')}`,
      length: headers.get('content-length') ?? headers.get('transfer-encoding'),
      fault: headers.get('x-simulator-fault'),
    }
    try {
      for await (const piece of stream ?? []) bytes.push(piece)
      return { ...head, body: body(), end: 'complete' }
    } catch (error) {
      return { ...head, body: body(), end: reasonOf(error) }
    }
  } catch (error) {
    return { head: null, length: null, fault: null, body: '', end: reasonOf(error) }
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof TypeError && error.cause instanceof Error)) return String(error)
  // Node 24 expects RTSP and ICE as well.
  const cause = error.cause.message.replace(/.* protocol /, '').replace(', RTSP/ or ICE/', '')
  return `${error.message}: ${cause}`
}

/** Waits for nothing, and draws the middle of everything. */
export const plainContext: FaultContext = { sleep: () => Promise.resolve(), fraction: () => 0.5 }
