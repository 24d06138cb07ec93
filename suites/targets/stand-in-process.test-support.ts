import { fileURLToPath } from 'node:url'
import { Agent, fetch } from 'undici'
import { run } from '../../test/command.ts'
import type { Keys } from './headers.ts'
import type { Time } from './remote-target.ts'
import type { Fetch } from './send.ts'

/** A stand-in that runs, and how it is asked without waiting for its time. */
export interface StandIn {
  readonly url: string
  readonly cert: string
  readonly keys: Keys
  readonly fetch: Fetch
  readonly time: Time
}

const program = fileURLToPath(new URL('./stand-in.test-support.ts', import.meta.url))

/** Starts one within a test. */
export async function startStandIn(...args: readonly string[]): Promise<StandIn> {
  const [line] = await run(process.execPath, [program, ...args]).printed(/\{.*\}\n/)
  const { url, cert, keys } = JSON.parse(line)
  const dispatcher = new Agent({ connect: { ca: cert } })
  let now = Date.now()
  const ask: Fetch = async (address, { method, headers, body, redirect }) => {
    const init = { method, headers, body, redirect, dispatcher } as Parameters<typeof fetch>[1]
    const answer = await fetch(address, init)
    now = Number(answer.headers.get('x-stand-in-now') ?? now)
    return answer as unknown as Response
  }
  const leap = async (ms: number) => {
    await ask(`${new URL(url).origin}/stand-in/leap?ms=${ms}`, { method: 'GET' })
  }
  await leap(0)
  return { url, cert, keys, fetch: ask, time: { now: () => now, sleep: leap } }
}
