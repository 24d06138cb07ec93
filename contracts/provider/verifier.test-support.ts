import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { afterAll } from 'vitest'
import type { Keys } from './target.ts'
import type { Verified } from './verify.ts'

/** What a process of its own is asked to verify. */
export interface Task {
  readonly pact: string
  readonly target: { readonly simulator: string } | RemoteTask
  /** Names of states to add, which all throw. */
  readonly throwing?: readonly string[]
  /** Names of states to add, which no target can arrange. */
  readonly impossible?: readonly string[]
}

interface RemoteTask {
  readonly baseUrl: string
  readonly keys: Keys
  readonly spacingMs?: number
}

export type Done = { readonly results: readonly Verified[] } | { readonly error: string }

let child: ChildProcess | null = null
afterAll(() => child?.kill('SIGKILL'))

/**
 * Verifies in another process, whose output nobody sees: Pact prints each failure that a test has planted. One at a time.
 */
export async function verifyAside(task: Task): Promise<readonly Verified[]> {
  const path = fileURLToPath(new URL('verify-aside.test-support.ts', import.meta.url))
  child ??= fork(path, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'], execArgv: [] })
  child.send(task)
  const [done] = (await once(child, 'message')) as [Done]
  if ('error' in done) throw new Error(done.error)
  return done.results
}

/** What became of each interaction that does not hold. */
export function troublesIn(results: readonly Verified[]): Record<string, readonly string[]> {
  const others = results.filter(({ outcome }) => outcome !== 'holds')
  return Object.fromEntries(
    others.map(({ description, outcome, reasons }) => [description, [outcome, ...reasons]]),
  )
}
