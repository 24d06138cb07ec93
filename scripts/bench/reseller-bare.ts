import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { BareShot } from './reseller-bare-process.ts'
import type { Loops } from './reseller-loops.ts'
import type { Stand } from './reseller-stand.ts'

/** Holds and settles in SQL, and does nothing else that a reseller does. */
export interface Bare {
  shoot(customers: readonly string[], seconds: number): Promise<Loops>
  stop(): void
}

/** In a process of its own, as the reseller is. */
export function startBare({ databaseUrl }: Stand): Bare {
  const script = fileURLToPath(new URL('reseller-bare-process.ts', import.meta.url))
  const child = fork(script, [databaseUrl])
  return {
    async shoot(customers, seconds) {
      const shot: BareShot = { customers, seconds }
      child.send(shot)
      const [loops] = (await once(child, 'message')) as [Loops]
      return loops
    },
    stop: () => child.disconnect(),
  }
}
