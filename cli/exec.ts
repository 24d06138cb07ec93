import type { ChildProcess } from 'node:child_process'
import { constants } from 'node:os'
import spawn from 'cross-spawn'
import { type RunningSimulator, startSimulator } from '../simulator/server.ts'
import { readSettings, UsageError } from './settings.ts'

/** Runs a command against a simulator of its own, and ends as the command ends. */
export async function exec(args: readonly string[]): Promise<void> {
  const end = args.indexOf('--')
  const command = end === -1 ? [] : args.slice(end + 1)
  const [program, ...rest] = command
  if (program === undefined || program === '')
    throw new UsageError('exec needs a command: vtpass-simulator exec -- npm test')
  const { PORT, HOST, ...environment } = process.env
  const { options } = readSettings(args.slice(0, end), environment)
  const simulator = await startSimulator({ port: 0, ...options })
  const ended = run(program, rest, { ...environment, ...variablesOf(simulator) })
  endLike(await ended.finally(() => simulator.stop()))
}

async function run(program: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<End> {
  const child = spawn(program, args, { stdio: 'inherit', env })
  const stopForwarding = forwardSignals(child)
  return endOf(child, program).finally(stopForwarding)
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
      const explain = causes[error.code ?? '']
      if (explain === undefined) reject(error)
      else resolve(explain(program))
    })
    child.once('close', (code, signal) => resolve({ code, signal }))
  })
}

/** 127 and 126 are what a shell ends with. */
const causes: Record<string, (program: string) => End> = {
  ENOENT: (program) => refuse(127, `there is no command "${program}"`),
  EACCES: (program) => refuse(126, `"${program}" is no program, or one that may not be run`),
}

function refuse(code: number, reason: string): End {
  console.error(`vtpass-simulator: ${reason}`)
  return { code, signal: null }
}

/** Not every signal ends this process (Node ignores SIGPIPE): then the exit code tells it, as a shell's does. */
function endLike({ code, signal }: End): void {
  process.exitCode = signal === null ? (code ?? 1) : 128 + constants.signals[signal]
  if (signal !== null) process.kill(process.pid, signal)
}
