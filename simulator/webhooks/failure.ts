import { ForbiddenDestination } from './destination.ts'
import { excerpt } from './excerpt.ts'

const CLOSED = 'the connection closed before there was a whole answer'
const UNREACHABLE = 'the host cannot be reached'

const texts: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'connection refused',
  ECONNRESET: CLOSED,
  EPIPE: CLOSED,
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'the host name could not be looked up',
  EHOSTUNREACH: UNREACHABLE,
  ENETUNREACH: UNREACHABLE,
  EADDRNOTAVAIL: UNREACHABLE,
  ETIMEDOUT: UNREACHABLE,
  EPROTO: 'it speaks no TLS; does the callback URL begin with http://?',
}

/** What went wrong on the network, in words. */
export function describeFailure(failure: unknown): string {
  if (!(failure instanceof Error)) return String(failure)
  if (failure instanceof ForbiddenDestination) return failure.message
  const code = 'code' in failure ? String(failure.code) : ''
  if (code.startsWith('HPE_')) return `the answer is no proper HTTP (${excerpt(failure.message)})`
  return texts[code] ?? `the connection failed: ${excerpt(failure.message || code)}`
}
