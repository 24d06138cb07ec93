import type { ChildProcess } from 'node:child_process'
import { constants } from 'node:os'
import spawn from 'cross-spawn'
import type { Watcher } from '../simulator/live-world.ts'
import { type RunningSimulator, type ServerOptions, startWatched } from '../simulator/server.ts'
import { enoughCoverage, readThreshold } from './coverage.ts'
import type { Demand } from './demand.ts'
import { noFindings, readIgnored } from './findings.ts'
import { type Flags, readSettingsAnd, UsageError } from './settings.ts'

/** Runs a command against a simulator of its own, and ends as the command ends. */
export async function exec(args: readonly string[]): Promise<void> {
  const end = args.indexOf('--')
  const command = end === -1 ? [] : args.slice(end + 1)
  const [program, ...rest] = command
  if (program === undefined || program === '')
    throw new UsageError('exec needs a command: vtpass-simulator exec -- npm test')
  const { PORT, HOST, ...environment } = process.env
  const { options, own } = readSettingsAnd(ownFlags, args.slice(0, end), environment)
  const demands = demandsIn(own)
  const simulator = await startWatched({ port: 0, ...options }, watcherFor(demands))
  const variables = { ...variablesOf(simulator), ...variableOfToken(options) }
  const outcome = await judge(run(program, rest, { ...environment, ...variables }), demands).finally(() =>
    simulator.stop(),
  )
  endLike(outcome)
}

/** What is asked of the command beside its exit code. @throws UsageError */
function demandsIn(own: Flags): Demand[] {
  const ignored = readIgnored(own['ignore-finding'])
  const threshold = readThreshold(own['coverage-threshold'])
  return [
    ...(own['fail-on-findings'] === true ? [noFindings(ignored)] : []),
    ...(threshold === null ? [] : [enoughCoverage(threshold)]),
  ]
}

function watcherFor(demands: readonly Demand[]): Watcher {
  const watchers = demands.map(({ watcher }) => watcher)
  return {
    opened: (live) => {
      for (const watcher of watchers) watcher.opened(live)
    },
    forgetting: (live) => {
      for (const watcher of watchers) watcher.forgetting(live)
    },
  }
}

/** How the command ended, or how it should have: what it falls short of is told, and is no success. */
async function judge(running: Promise<End>, demands: readonly Demand[]): Promise<End> {
  const ended = await running
  const reports = demands.map(({ shortfall }) => shortfall()).filter((report) => report !== null)
  for (const report of reports) console.error(`\nvtpass-simulator: ${report}`)
  return reports.length > 0 && ended.code === 0 ? failed : ended
}

const ownFlags = {
  'fail-on-findings': { type: 'boolean' },
  'ignore-finding': { type: 'string', multiple: true },
  'coverage-threshold': { type: 'string' },
} as const

/** How a command ends that did all it was to do, but not what was demanded of it. */
const failed: End = { code: 1, signal: null }

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

/** What the command's own calls of the control API have to send. */
function variableOfToken({ controlToken }: ServerOptions): NodeJS.ProcessEnv {
  return controlToken === undefined ? {} : { SIMULATOR_CONTROL_TOKEN: controlToken }
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
