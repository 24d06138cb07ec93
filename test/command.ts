import type { ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import spawn from 'cross-spawn'
import { onTestFinished } from 'vitest'

/** A command in a process of its own, which ends with its test at the latest. */
export interface Command {
  readonly process: ChildProcess
  /** The first match in what it prints; rejects where it ends without one. */
  printed(pattern: RegExp): Promise<RegExpExecArray>
  readonly ended: Promise<Ended>
}

/** How a command ended, and all that it printed. */
export interface Ended {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
}

export interface Surroundings {
  /** Added to the environment of the tests, less what would set the simulator. */
  readonly env?: NodeJS.ProcessEnv
  readonly cwd?: string
  /** What it reads; without one its input is open until the test writes or ends it. */
  readonly input?: string
}

/** Starts a command within a test. */
export function run(program: string, args: readonly string[], surroundings: Surroundings = {}): Command {
  const command = runOutsideOfTests(program, args, surroundings)
  onTestFinished(() => {
    command.process.kill('SIGKILL')
    command.process.stdin?.destroy()
  })
  return command
}

/** Starts a command that nobody ends but itself. */
export function runOutsideOfTests(
  program: string,
  args: readonly string[],
  { env, cwd, input }: Surroundings = {},
): Command {
  const child = spawn(program, args, { cwd, env: { ...inherited, ...env }, stdio: 'pipe' })
  child.stdin?.on('error', () => {})
  if (input !== undefined) child.stdin?.end(input)
  const texts = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const) {
    child[name]?.setEncoding('utf8').on('data', (text: string) => {
      texts[name] += text
    })
  }
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => resolve({ code, signal, ...texts }))
  })
  return { process: child, ended, printed: (pattern) => printed(child, ended, () => texts.stdout, pattern) }
}

function printed(
  child: ChildProcess,
  ended: Promise<Ended>,
  text: () => string,
  pattern: RegExp,
): Promise<RegExpExecArray> {
  return new Promise((resolve, reject) => {
    const look = () => {
      const match = pattern.exec(text())
      if (match !== null) resolve(match)
    }
    look()
    child.stdout?.on('data', look)
    ended.then((end) => reject(new Error(`ended without ${pattern}: ${JSON.stringify(end)}`)), reject)
  })
}

/** What would set the simulator, Node or npm in our place. */
const OURS = /^(PORT|HOST|SIMULATOR_.*|VTPASS_.*|NODE_OPTIONS|VITEST.*|npm_config_(local_)?prefix)$/i

const inherited: NodeJS.ProcessEnv = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !OURS.test(name))),
  // Half the time of a start from the sources is their compilation.
  NODE_COMPILE_CACHE: fileURLToPath(new URL('../node_modules/.cache/node-compile', import.meta.url)),
}

const sources = fileURLToPath(new URL('../cli/main.ts', import.meta.url))

/** The command as a user of the sources runs it. */
export function vtpassSimulator(args: readonly string[], surroundings: Surroundings = {}): Command {
  return run(process.execPath, [sources, ...args], surroundings)
}

/** Where a simulator listens and whom it lets in, as it printed it. */
export interface Greeting {
  readonly text: string
  readonly url: string
  readonly baseUrl: string
  readonly account: {
    readonly apiKey: string
    readonly publicKey: string
    readonly secretKey: string
    readonly email: string
    readonly password: string
  }
  readonly fetch: typeof fetch
}

/** What a simulator prints when it can be called. */
export async function greetingOf(command: Command): Promise<Greeting> {
  const [text] = await command.printed(/^.*Ctrl\+C[^\n]*\n/s)
  const after = (label: string) => new RegExp(`^ *${label} +(\\S.*)$`, 'm').exec(text)?.[1] ?? ''
  const [email = '', password = ''] = after('or Basic').split(' : ')
  return {
    text,
    url: after('VTpass simulator at'),
    baseUrl: after('base URL'),
    account: {
      apiKey: after('api-key'),
      publicKey: after('public-key'),
      secretKey: after('secret-key'),
      email,
      password,
    },
    fetch: (input, init) => fetch(input, init),
  }
}

/** The minute in Lagos: a request id that begins with it is proper at the clock on the wall. */
const thisMinute = new Date(Date.now() + 3_600_000).toISOString().replace(/\D/g, '').slice(0, 12)

/** A request id that a simulator with the clock on the wall takes. */
export function requestIdOfToday(name: string): string {
  return `${thisMinute}${name}`
}

/** Fields that buy ₦100 of MTN airtime today. */
export function airtimeOfToday(name: string, phone = '08011111111'): Record<string, string | number> {
  return { request_id: requestIdOfToday(name), serviceID: 'mtn', amount: 100, phone }
}
