import { Agent, request } from 'undici'
import { describeFailure } from '../vtpass/network-failure.ts'
import { isPrivateHost, PRIVATE, publicLookup } from './public-address.ts'

/** What came of one POST. */
export interface Posted {
  /** Null where no answer came. */
  readonly httpStatus: number | null
  /** What went wrong, or null; no text of the other side. */
  readonly note: string | null
}

export interface PostRequest {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** Posts once, follows no redirect, and never rejects. */
export type Post = (message: PostRequest) => Promise<Posted>

export interface PosterSettings {
  /** Whether machines that only we can reach may be called. */
  readonly allowsPrivate: boolean
  /** For the whole of it. Default: fifteen seconds, the least that Standard Webhooks asks for. */
  readonly timeoutMs?: number
}

export const POST_TIMEOUT_MS = 15_000
const CONNECT_TIMEOUT_MS = 5_000
/** Nothing is done with an answer's body: this much is read so that the connection can be used again. */
const READ_OF_AN_ANSWER = 16_384
const KEEP_ALIVE_MS = 4_000

export interface Poster {
  readonly post: Post
  close(): Promise<void>
}

/** Posts over HTTP/1.1, with connections of its own. */
export function createPoster({ allowsPrivate, timeoutMs = POST_TIMEOUT_MS }: PosterSettings): Poster {
  const agent = new Agent({
    connect: { timeout: CONNECT_TIMEOUT_MS, ...(allowsPrivate ? {} : { lookup: publicLookup() }) },
    keepAliveTimeout: KEEP_ALIVE_MS,
    keepAliveMaxTimeout: KEEP_ALIVE_MS,
  })
  const post: Post = async ({ url, headers, body }) => {
    // A host that is an address already is never looked up.
    if (!allowsPrivate && isPrivateHost(new URL(url).hostname)) return refused
    const signal = AbortSignal.timeout(timeoutMs)
    try {
      const answer = await request(url, { method: 'POST', headers, body, signal, dispatcher: agent })
      await answer.body.dump({ limit: READ_OF_AN_ANSWER, signal }).catch(() => {})
      return { httpStatus: answer.statusCode, note: noteOf(answer.statusCode) }
    } catch (error) {
      return { httpStatus: null, note: why(error) }
    }
  }
  return { post, close: () => agent.close() }
}

const refused: Posted = { httpStatus: null, note: PRIVATE }

function noteOf(httpStatus: number): string | null {
  return httpStatus >= 300 && httpStatus < 400 ? 'redirects are not followed' : null
}

function why(error: unknown): string {
  if (!(error instanceof Error)) return 'the network failed'
  if (error.name === 'TimeoutError') return 'no answer in time'
  return error.message === PRIVATE ? error.message : describeFailure(error)
}
