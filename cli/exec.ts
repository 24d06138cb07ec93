import type { ChildProcess } from 'node:child_process'
import spawn from 'cross-spawn'
import { type RunningSimulator, startSimulator } from '../simulator/server.ts'
import { readSettings, UsageError } from './settings.ts'

/** Runs a command against a simulator of its own, and ends as the command ends. */
export async function exec(args: readonly string[]): Promise<void> {
  const end = args.indexOf('--')
  const command = end === -1 ? [] : args.slice(end + 1)
  const [program, ...rest] = command
  if (program === undefined) throw new UsageError('exec needs a command: vtpass-simulator exec -- npm test')
  const { PORT, HOST, ...environment } = process.env
  const { options } = readSettings(args.slice(0, end), environment)
  const simulator = await startSimulator({ port: 0, ...options })
  const child = spawn(program, rest, { stdio: 'inherit', env: { ...environment, ...variablesOf(simulator) } })
  const stopForwarding = forwardSignals(child)
  const ended = await endOf(child, program)
  stopForwarding()
  await simulator.stop()
  endLike(ended)
}

function variablesOf({ baseUrl, account }: RunningSimulator): NodeJS.ProcessEnv {
  return {
    VTPASS_BASE_URL: baseUrl,
    VTPASS_API_KEY: account.apiKey,
    VTPASS_PUBLIC_KEY: account.publicKey,
    VTPASS_SECRET_KEY: account.secretKey,
  }
}

const SIGNALS: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP']

/** A terminal sends Ctrl+C to the command as well, so there it is not sent a second time. */
function forwardSignals(child: ChildProcess): () => void {
  const forward = (signal: NodeJS.Signals) => {
    if (signal !== 'SIGINT' || process.stdin.isTTY !== true) child.kill(signal)
  }
  for (const signal of SIGNALS) process.on(signal, forward)
  return () => {
    for (const signal of SIGNALS) process.off(signal, forward)
  }
}

interface End {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
}

function endOf(child: ChildProcess, program: string): Promise<End> {
  return new Promise((resolve, reject) => {
    child.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') resolve(notFound(program))
      else reject(error)
    })
    child.once('close', (code, signal) => resolve({ code, signal }))
  })
}

/** 127 is what a shell ends with. */
function notFound(program: string): End {
  console.error(`vtpass-simulator: there is no command "${program}"`)
  return { code: 127, signal: null }
}

function endLike({ code, signal }: End): void {
  if (signal !== null) process.kill(process.pid, signal)
  else process.exitCode = code ?? 1
}
