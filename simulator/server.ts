import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener, type HttpBindings } from '@hono/node-server'
import { OptionError } from './account-options.ts'
import type { ControlledSimulator } from './client/connect.ts'
import { SocketLine } from './lines.ts'
import type { Watcher } from './live-world.ts'
import type { SimulatorOptions } from './options.ts'
import { createServed, type Simulator } from './simulator.ts'

export interface ServerOptions extends SimulatorOptions {
  /** 0 takes a free one. Default: 4040. */
  readonly port?: number
  /** Default: 127.0.0.1, which nobody else can reach. */
  readonly host?: string
}

/** A simulator that listens on a port. */
export interface RunningSimulator extends ControlledSimulator, Simulator {
  /** Ends at once: answers that are being held are cut off. */
  stop(): Promise<void>
}

const DEFAULT_PORT = 4040
const DEFAULT_HOST = '127.0.0.1'

/** Starts a simulator on a port. @throws OptionError where the port or an option cannot be used. */
export function startSimulator(options: ServerOptions = {}): Promise<RunningSimulator> {
  return startWatched(options)
}

/** The same, and somebody sees every world that there is. */
export async function startWatched(options: ServerOptions, watcher?: Watcher): Promise<RunningSimulator> {
  const { port = DEFAULT_PORT, host = DEFAULT_HOST } = options
  checkAddress(port, host)
  const { app, simulation, ...simulator } = createServed(options, watcher)
  const listener = getRequestListener(
    (request, env) => {
      const { incoming, outgoing } = env as HttpBindings
      return app.fetch(request, new SocketLine(incoming, outgoing))
    },
    { overrideGlobalObjects: false },
  )
  const server = createServer((incoming, outgoing) => {
    const line = new SocketLine(incoming, outgoing)
    if (app.direct(incoming.method ?? '', incoming.url ?? '', line) === null) listener(incoming, outgoing)
  })
  await listen(server, port, host)
  const url = `http://${hostInUrl(host)}:${(server.address() as AddressInfo).port}`
  const stopAll = () => {
    // An attempt at a webhook that is under way would hold its connection until its receiver answers.
    for (const live of simulation.accounts.all()) {
      live.deliveries.reset()
      live.journal.close()
    }
    return stop(server)
  }
  return { ...simulator, url, baseUrl: `${url}/api`, stop: stopAll }
}

/** Node would take no host for every address of the machine. */
function checkAddress(port: number, host: string): void {
  if (host === '') throw new OptionError('the host is empty; --host 127.0.0.1 is what nobody else can reach')
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return
  throw new OptionError(`port is ${port}; it must be a whole number from 0 to 65535`)
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explain(error, port, host)))
    server.listen(port, host, resolve)
  })
}

type Cause = (port: number, host: string) => string

const noAddress: Cause = (_port, host) => `${host} is no address of this machine; --host 127.0.0.1 always is`
const noHost: Cause = (_port, host) => `the host "${host}" is not known; --host 127.0.0.1 always is`

const causes: Record<string, Cause> = {
  EADDRINUSE: (port) =>
    `port ${port} is in use; stop what runs there, or take another: --port 0 picks a free one`,
  EACCES: (port) => `port ${port} needs rights that this process has not; take one above 1023`,
  EADDRNOTAVAIL: noAddress,
  EAFNOSUPPORT: noAddress,
  EINVAL: noAddress,
  ENOTFOUND: noHost,
  EAI_AGAIN: noHost,
}

function explain(error: NodeJS.ErrnoException, port: number, host: string): Error {
  const cause = causes[error.code ?? '']
  return cause === undefined ? error : new OptionError(cause(port, host))
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}

/** An address to be called at: 0.0.0.0 and :: mean every one, of which the loopback is the nearest. */
function hostInUrl(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1'
  if (host === '::') return '[::1]'
  return host.includes(':') ? `[${host}]` : host
}
