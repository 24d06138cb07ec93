import type { IncomingMessage, ServerResponse } from 'node:http'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import type { Line } from './faults/line.ts'
import { type Answer, headerText } from './wire/answer.ts'

/** The connection to a caller over a socket. It is written to directly, since not every fault is a valid answer. */
export function socketLine(incoming: IncomingMessage, outgoing: ServerResponse): Line {
  return {
    callerIp: (incoming.socket.remoteAddress ?? '').replace(/^::ffff:/, ''),
    send: (answer) => {
      if (outgoing.destroyed) return RESPONSE_ALREADY_SENT
      outgoing.writeHead(answer.status, headersOf(answer))
      outgoing.end(answer.body)
      return RESPONSE_ALREADY_SENT
    },
    drop: () => {
      outgoing.destroy()
      return RESPONSE_ALREADY_SENT
    },
  }
}

/** The connection to a caller in this process. */
export const memoryLine: Line = {
  callerIp: '127.0.0.1',
  send: (answer) => new Response(answer.body, { status: answer.status, headers: headersOf(answer) }),
  drop: () => {
    throw new ConnectionClosed()
  },
}

/** What a caller in this process gets where one over a socket would see the connection close. */
export class ConnectionClosed extends TypeError {
  override readonly cause = Object.assign(new Error('other side closed'), { code: 'UND_ERR_SOCKET' })

  constructor() {
    super('fetch failed')
  }
}

const jsonHeaders = {
  'content-type': 'application/json',
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'x-simulator-reason, x-simulator-warning',
}

/** Every answer may be read by a page of any origin: browsers call VTpass too. */
function headersOf({ contentType, reason, warnings, headers }: Answer): Record<string, string> {
  if (contentType === 'application/json' && reason === undefined && warnings === undefined) return jsonHeaders
  return {
    ...jsonHeaders,
    'content-type': contentType,
    ...(reason !== undefined && { 'x-simulator-reason': headerText(reason) }),
    ...(warnings !== undefined && { 'x-simulator-warning': warnings.map(headerText).join('; ') }),
    ...headers,
  }
}
