import type { RequestOptions } from 'node:http'
import { isLocalAddress } from './address.ts'
import { checkLiteral, guardedLookup, type IsAllowed, type LookUp } from './destination.ts'
import { exchange } from './exchange.ts'
import { describeFailure } from './failure.ts'
import type { Post } from './post.ts'

export interface PostOptions {
  /** Whether callbacks may leave this machine and its private networks. */
  readonly allowPublic: boolean
  /** In the place of the system's own. */
  readonly lookUp?: LookUp
}

/** Posts over the network. No redirect is followed, and no connection is kept. */
export function createPost({ allowPublic, lookUp = systemLookUp }: PostOptions): Post {
  const isAllowed: IsAllowed = allowPublic ? () => true : isLocalAddress
  return async (callbackUrl, body, timeoutMs, signal) => {
    const url = URL.parse(callbackUrl)
    const load = url === null ? undefined : schemes[url.protocol]
    if (url === null || load === undefined) return { error: `"${callbackUrl}" is no http or https URL` }
    try {
      checkLiteral(url, isAllowed)
      const { request } = await load()
      const options = { ...optionsFor(body), signal, lookup: guardedLookup(lookUp, isAllowed) }
      return await exchange(request(url, options), body, timeoutMs)
    } catch (failure) {
      return { error: describeFailure(failure) }
    }
  }
}

const systemLookUp: LookUp = async (hostname) => {
  const { lookup } = await import('node:dns/promises')
  return lookup(hostname, { all: true })
}

/** What a callback URL may begin with. TLS is loaded when somebody wants it. */
const schemes: Readonly<Record<string, () => Promise<Pick<typeof import('node:http'), 'request'>>>> = {
  'http:': () => import('node:http'),
  'https:': () => import('node:https'),
}

function optionsFor(body: string): RequestOptions {
  return {
    method: 'POST',
    agent: false,
    headers: {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      'user-agent': 'VTpass-simulator',
    },
  }
}
