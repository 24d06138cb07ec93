import { controlErrorOf } from './control-error.ts'

/** Sends a request: the global `fetch`, or a simulator's own. */
export type Fetch = (input: Request | string, init?: RequestInit) => Promise<Response>

export interface ControlOptions {
  /** What the simulator was given as `--control-token`. */
  readonly token?: string
  /** Default: the global `fetch`. */
  readonly fetch?: Fetch
}

/** How the control API of a simulator, or of one of its accounts, is reached. */
export interface Access {
  /** `http://127.0.0.1:4040/_simulator`, or `http://127.0.0.1:4040/_simulator/accounts/ID` */
  readonly base: string
  readonly token: string | null
  readonly fetch: Fetch
}

export function accessTo(url: string, { token, fetch = plainFetch }: ControlOptions): Access {
  return { base: `${rootOf(url)}/_simulator`, token: token ?? null, fetch }
}

/** The global `fetch`, as it is when it is called. */
export function plainFetch(input: Request | string, init?: RequestInit): Promise<Response> {
  return globalThis.fetch(input, init)
}

/** The simulator's address, of one with a slash at its end, or of the address of its API. */
export function rootOf(url: string): string {
  return url.replace(/\/+$/, '').replace(/\/api$/, '')
}

/** The same for one account. */
export function accessToAccount(access: Access, id: string): Access {
  return { ...access, base: `${access.base}/accounts/${segment(id)}` }
}

/**
 * A name as it stands in a path.
 *
 * @throws RangeError where it would lead to another path: what is asked of one must not be done to all.
 */
export function segment(name: string): string {
  if (['', '.', '..'].includes(name)) throw new RangeError(`"${name}" names nothing`)
  return encodeURIComponent(name)
}

/** Asks, and gives the answer where it is a success. @throws ControlError where it is none. */
export async function ask(access: Access, path: string, init: RequestInit): Promise<Response> {
  const url = `${access.base}${path}`
  const headers = new Headers(init.headers)
  if (access.token !== null) headers.set('authorization', `Bearer ${access.token}`)
  const answer = await access.fetch(url, { ...init, headers })
  if (answer.ok) return answer
  throw await controlErrorOf(`${init.method} ${url}`, answer)
}
