/** What goes wrong between two machines, by the code that Node or undici gives it, or else by the error's name. */
const words: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'connection refused',
  ECONNRESET: 'connection reset',
  EPIPE: 'connection reset',
  EHOSTUNREACH: 'host unreachable',
  ENETUNREACH: 'network unreachable',
  ENOTFOUND: 'host name not found',
  EAI_AGAIN: 'host name not found',
  ETIMEDOUT: 'connection timed out',
  UND_ERR_CONNECT_TIMEOUT: 'no connection in time',
  HTTPParserError: 'answer is no HTTP',
  UND_ERR_SOCKET: 'connection closed',
  UND_ERR_HEADERS_OVERFLOW: 'answer too large',
  UND_ERR_RES_EXCEEDED_MAX_SIZE: 'answer too large',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'answer cut short',
}

/** `connection refused (ECONNREFUSED)`: words and code. An error's message is left out: it may hold what was sent. */
export function describeFailure(error: Error): string {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name
  return `${words[code] ?? 'the network failed'} (${code})`
}
