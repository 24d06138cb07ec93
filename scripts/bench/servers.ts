import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer, get } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onCore } from './cores.ts'
import { FRESH, isGood, type Load, requestId, variations } from './loads.ts'

/** The answer that the plain server sends, taken from the simulator. */
export interface PlainAnswer {
  readonly status: number
  readonly contentType: string
  readonly body: string
}

/** A server in a process of its own. */
export interface Server {
  readonly url: string
  readonly pid: number
  /** From the process's start to the first 200. */
  readonly startedInMs: number
  stop(): Promise<void>
}

const plain = fileURLToPath(new URL('plain-server.mjs', import.meta.url))

/**
 * The simulator of a published directory, able to sell millions of times to one number. Its journal is on, as it always is,
 * and it has a rule that every purchase is held against.
 */
export async function startSimulator(published: string): Promise<Server> {
  const server = await start((port) => [
    ...[join(published, 'cli/main.js'), 'start', '--quiet', '--port', port],
    ...['--duplicate-window', '0', '--wallet', '9000000000'],
  ])
  await addRule(server)
  return server
}

async function addRule({ url }: Server): Promise<void> {
  const rule = { match: { recipient: '08099999999' }, fate: 'delivered-but-unheard' }
  const body = JSON.stringify(rule)
  const { status } = await fetch(`${url}/_simulator/scenarios`, { method: 'POST', body })
  if (status !== 201) throw new Error(`the rule was answered ${status}`)
}

export function startPlain(answer: PlainAnswer): Promise<Server> {
  return start((port) => [plain, port], { PLAIN_ANSWER: JSON.stringify(answer) })
}

/** Sends a load's request once. @throws where the answer is not the right one. */
export async function askOnce({ url }: Server, load: Load): Promise<PlainAnswer> {
  const { path, method, headers } = load
  const body = load.body.replace(FRESH, requestId('once'))
  const response = await fetch(url + path, { method, headers, ...(body !== '' && { body }) })
  const { status } = response
  const text = await response.text()
  if (status !== 200 || !isGood(text)) throw new Error(`${path} answers ${status}: ${text}`)
  return { status, contentType: response.headers.get('content-type') ?? '', body: text }
}

async function start(
  argsFor: (port: string) => readonly string[],
  environment: NodeJS.ProcessEnv = {},
): Promise<Server> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const [program = '', ...args] = onCore('server', [process.execPath, ...argsFor(String(port))])
  const env = { ...withoutSettings(process.env), ...environment }
  const begin = performance.now()
  const child = spawn(program, args, { stdio: ['ignore', 'inherit', 'inherit'], env })
  running.add(child)
  await firstAnswer(url, child)
  const startedInMs = performance.now() - begin
  return { url, pid: child.pid ?? 0, startedInMs, stop: () => stop(child) }
}

/** No server outlives a benchmark that fails. */
const running = new Set<ChildProcess>()
process.once('exit', () => {
  for (const child of running) child.kill()
})

/** The caller's own settings of the simulator would change what is measured. */
function withoutSettings(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !name.startsWith('SIMULATOR_')))
}

/** A refused connection is tried again at once: a pause would be as long as what is measured is exact. */
async function firstAnswer(url: string, child: ChildProcess): Promise<void> {
  while ((await statusOf(url)) !== 200) {
    if (child.exitCode !== null) throw new Error(`the server ended with exit code ${child.exitCode}`)
  }
}

/** The status of a list of variations, which both servers answer; null where nobody listens yet. */
function statusOf(url: string): Promise<number | null> {
  return new Promise((resolve) => {
    get(url + variations.path, { headers: { ...variations.headers }, agent: false }, (response) => {
      response.resume().once('end', () => resolve(response.statusCode ?? null))
    }).once('error', () => resolve(null))
  })
}

async function stop(child: ChildProcess): Promise<void> {
  running.delete(child)
  const ended = once(child, 'exit')
  child.kill()
  await ended
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
