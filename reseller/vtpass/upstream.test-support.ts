import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

/** What arrived, head and body as text. */
interface Received {
  readonly head: string
  readonly body: string
}

/** A server of our own that answers what a test tells it, in bytes, so that it can answer what is no HTTP. */
export interface Upstream {
  readonly baseUrl: string
  /** Every whole request, in order. */
  readonly received: readonly Received[]
  /** How many connections were made. */
  readonly connections: () => number
}

/** Does what it likes with the connection on which the nth request has arrived, from 1. */
export type Answering = (socket: Socket, nth: number, request: Received) => void

/** Listens on a free port of this machine until the test ends. */
export async function upstream(answer: Answering): Promise<Upstream> {
  const received: Received[] = []
  const sockets = new Set<Socket>()
  let connections = 0
  const server = createServer((socket) => {
    connections += 1
    sockets.add(socket)
    socket.on('error', () => {})
    let text = ''
    socket.setEncoding('latin1').on('data', (chunk: string) => {
      text += chunk
      for (let request = firstIn(text); request !== null; request = firstIn(text)) {
        text = text.slice(request.head.length + request.body.length)
        answer(socket, received.push(request), request)
      }
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.close()
    for (const socket of sockets) socket.destroy()
  })
  const { port } = server.address() as AddressInfo
  return { baseUrl: `http://127.0.0.1:${port}/api`, received, connections: () => connections }
}

function firstIn(text: string): Received | null {
  const end = text.indexOf('\r\n\r\n') + 4
  if (end < 4) return null
  const length = Number(/^content-length: (\d+)/im.exec(text.slice(0, end))?.[1] ?? 0)
  return text.length < end + length ? null : { head: text.slice(0, end), body: text.slice(end, end + length) }
}

/** A whole answer; `headers` beside the two that say how long it is and what. */
export function response(body: string | Buffer, status = '200 OK', headers: readonly string[] = []): Buffer {
  const type = headers.some((each) => /^content-type:/i.test(each)) ? [] : ['content-type: application/json']
  const length = `content-length: ${Buffer.byteLength(body)}`
  const head = [`HTTP/1.1 ${status}`, ...type, length, ...headers].join('\r\n')
  return Buffer.concat([Buffer.from(`${head}\r\n\r\n`, 'latin1'), Buffer.from(body)])
}
