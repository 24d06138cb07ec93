import { type ControlOptions, type Fetch, plainFetch, rootOf } from './access.ts'
import { controlOf, type SimulatorControl } from './control.ts'
import { type Credentials, credentialsOf } from './credentials.ts'
import type { Health } from './types.ts'

/** A simulator that answers at an address, and what it can be told and asked. */
export interface ControlledSimulator extends SimulatorControl {
  /** `http://127.0.0.1:4040` */
  readonly url: string
  /** What a client takes for VTpass's address; it ends in /api. */
  readonly baseUrl: string
  /** The default account's. */
  readonly account: Credentials
  /** Takes what the global `fetch` takes, and asks the simulator, whatever host the address names. */
  fetch(input: Request | URL | string, init?: RequestInit): Promise<Response>
  /** Ends a simulator that this program started, and lets go of one that it connected to. */
  stop(): Promise<void>
}

/** There is no simulator at an address. The message says what is there, and how to start one. */
export class NoSimulatorError extends Error {
  override readonly name = 'NoSimulatorError'
}

const HEALTH_TIMEOUT_MS = 5_000

/**
 * Takes control of a simulator that runs elsewhere. The address may be its own or its API's: `http://127.0.0.1:4040`,
 * `http://127.0.0.1:4040/api`. `stop()` does not end that simulator: others may use it.
 *
 * @throws NoSimulatorError where nobody answers, or something else does, which is not sent the token.
 * @throws ControlError where the token is not the simulator's.
 */
export async function connectSimulator(
  url: string,
  options: ControlOptions = {},
): Promise<ControlledSimulator> {
  const { fetch = plainFetch } = options
  const root = rootOf(url)
  await checkHealth(root, fetch)
  const control = controlOf(root, options)
  return {
    ...control,
    url: root,
    baseUrl: `${root}/api`,
    account: credentialsOf(await control.accounts.get('default')),
    fetch: fetchTo(root, fetch),
    stop: async () => {},
  }
}

async function checkHealth(root: string, fetch: Fetch): Promise<void> {
  if (!/^https?:\/\//.test(root)) throw noSimulator(`"${root}" is no address: http://127.0.0.1:4040 is one`)
  const answer = await fetch(`${root}/_simulator/health`, {
    signal: AbortSignal.timeout(HEALTH_TIMEOUT_MS),
  }).catch((cause: unknown) => {
    throw noSimulator(`nobody answers at ${root}`, cause)
  })
  if (isHealth(await answer.json().catch(() => null))) return
  throw noSimulator(`what answers at ${root} is no simulator: /_simulator/health gave HTTP ${answer.status}`)
}

function noSimulator(reason: string, cause?: unknown): NoSimulatorError {
  return new NoSimulatorError(`${reason}; npx vtpass-simulator starts one`, { cause })
}

function isHealth(body: unknown): body is Health {
  return (
    typeof body === 'object' && body !== null && 'status' in body && body.status === 'ok' && 'version' in body
  )
}

function fetchTo(root: string, fetch: Fetch): ControlledSimulator['fetch'] {
  return (input, init) => {
    const request = typeof input === 'object' && 'url' in input ? input : null
    const { href, pathname, search } = new URL(request?.url ?? String(input))
    const url = href.startsWith(`${root}/`) ? href : `${root}${pathname}${search}`
    return fetch(request === null ? url : new Request(url, request), init)
  }
}
