import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { type ControlledSimulator, connectSimulator } from '../../simulator/index.ts'

const main = fileURLToPath(new URL('../../cli/main.ts', import.meta.url))

/** A simulator in a process of its own, which ends with this one. @throws with its last words where it does not start */
export async function startSimulatorProcess(seed: number): Promise<ControlledSimulator> {
  const child = spawn(process.execPath, [main, 'start', '--port', '0', '--seed', String(seed)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: withoutSettings(process.env),
  })
  process.once('exit', () => child.kill('SIGKILL'))
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const url = await new Promise<string>((resolve, reject) => {
    let said = ''
    const hear = (text: string) => {
      said += text
      const [, address] = /^VTpass simulator at (\S+)$/m.exec(said) ?? []
      if (address !== undefined) resolve(address)
    }
    child.stdout.setEncoding('utf8').on('data', hear)
    child.stderr.setEncoding('utf8').on('data', hear)
    child.once('error', reject)
    ended.then(() => reject(new Error(`the simulator did not start: ${said}`)))
  })
  const simulator = await connectSimulator(url)
  return {
    ...simulator,
    stop: async () => {
      child.kill('SIGTERM')
      await ended
    },
  }
}

/** The caller's own settings of a simulator are for another one. */
function withoutSettings(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(environment).filter(([name]) => !/^(SIMULATOR_.*|PORT|HOST)$/.test(name)),
  )
}
