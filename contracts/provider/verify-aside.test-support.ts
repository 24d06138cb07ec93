import { states } from './states.ts'
import { remoteTarget, simulatorTarget } from './target.ts'
import type { Done, Task } from './verifier.test-support.ts'
import { type Verified, verifyPact } from './verify.ts'
import { CannotArrange } from './world.ts'

/** The other process of `verifyAside`. */
process.on('message', (task: Task) => {
  verify(task).then(
    (results) => tell({ results }),
    (error: Error) => tell({ error: error.message }),
  )
})

async function verify({ pact, target, throwing = [], impossible = [] }: Task): Promise<readonly Verified[]> {
  const added = [
    ...throwing.map((name) => [name, () => Promise.reject(new Error('thrown on purpose'))]),
    ...impossible.map((name) => [name, () => Promise.reject(new CannotArrange('not here'))]),
  ]
  const to =
    'simulator' in target
      ? await simulatorTarget(target.simulator)
      : remoteTarget(target.baseUrl, target.keys, target.spacingMs)
  return verifyPact(pact, to, { states: { ...states, ...Object.fromEntries(added) } })
}

function tell(done: Done): void {
  process.send?.(done)
}
