import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { onCore } from './cores.ts'
import type { Hit, Shot } from './load-process.ts'

export interface LoadGenerator {
  /** Sends a load. @throws where one answer was not right: then there is nothing to measure. */
  shoot(shot: Shot): Promise<Hit>
  stop(): void
}

/** Starts the process that sends the load. It lives as long as the benchmark, so that it is warm. */
export function startLoadGenerator(): LoadGenerator {
  const script = fileURLToPath(new URL('load-process.ts', import.meta.url))
  const [program = '', ...args] = onCore('load', [process.execPath, script])
  const child = spawn(program, args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  const shoot = (shot: Shot) =>
    new Promise<Hit>((resolve, reject) => {
      const onExit = () => reject(new Error('the process that sends the load has ended'))
      child.once('exit', onExit)
      child.once('message', (hit: Hit) => {
        child.off('exit', onExit)
        if (hit.trouble === null) resolve(hit)
        else reject(new Error(`${shot.load.name} at ${shot.url}: ${hit.trouble}`))
      })
      child.send(shot)
    })
  return { shoot, stop: () => child.disconnect() }
}
