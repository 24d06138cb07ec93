import { bodyOf, headersOf, type Keys } from './headers.ts'
import type { VtpassAnswer, VtpassRequest } from './target.ts'

export type Fetch = (url: string, init: RequestInit) => Promise<Response>

export interface Line {
  /** Ends in /api. */
  readonly baseUrl: string
  readonly keys: Keys
  readonly fetch: Fetch
  now(): number
  /** After this an answer has not come; null waits for ever. */
  readonly patienceMs: number | null
}

/** Sends a request once, and reads its answer to the end. Redirects are not followed: keys go nowhere else. */
export async function send(request: VtpassRequest, line: Line): Promise<VtpassAnswer> {
  const began = line.now()
  const body = bodyOf(request)
  const init: RequestInit = {
    method: request.method,
    headers: headersOf(request, line.keys),
    redirect: 'manual',
    ...(body !== null && { body }),
    ...(line.patienceMs !== null && { signal: AbortSignal.timeout(line.patienceMs) }),
  }
  try {
    const answer = await line.fetch(`${line.baseUrl}${request.path}`, init)
    const text = await answer.text()
    const { status, headers } = answer
    const contentType = headers.get('content-type') ?? ''
    const allow = headers.get('allow')
    return { status, contentType, allow, text, silence: null, ms: line.now() - began }
  } catch (error) {
    if (!isSilence(error)) throw error
    const nothing = { status: null, contentType: '', allow: null, text: '' }
    return { ...nothing, silence: reasonOf(error), ms: line.now() - began }
  }
}

/** fetch throws a TypeError where a connection breaks, and a TimeoutError where patience ends. */
function isSilence(error: unknown): error is Error {
  return error instanceof TypeError || (error instanceof Error && error.name === 'TimeoutError')
}

function reasonOf({ message, cause }: Error): string {
  if (!(cause instanceof Error)) return message
  return 'code' in cause ? `${message}: ${cause.code}` : `${message}: ${cause.message}`
}
