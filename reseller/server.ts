import { randomInt, randomUUID } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { getRequestListener, type HttpBindings } from '@hono/node-server'
import { createApp } from './app.ts'
import { type Config, ConfigError } from './config.ts'
import { lookSettings } from './purchases/decide-look.ts'
import { lookAtDue } from './purchases/look.ts'
import type { Shop } from './purchases/shop.ts'
import { createLimit } from './routes/limit.ts'
import { migrate } from './storage/migrate.ts'
import { openDatabase, type PooledDatabase } from './storage/pool.ts'
import { createCatalogue } from './vtpass/catalogue.ts'
import { createVtpass } from './vtpass/client.ts'
import type { Vtpass } from './vtpass/vtpass.ts'
import { type Job, startWorker } from './worker.ts'

/** A configuration that knows its database. */
export type ServerConfig = Config & { readonly databaseUrl: string }

export interface RunningReseller {
  /** Where it listens. */
  readonly url: string
  readonly database: PooledDatabase
  /**
   * Takes no more requests, answers those that it has, lets the worker end its round, and closes the database. What is in
   * doubt stays due.
   */
  stop(): Promise<void>
}

export type Report = (error: unknown, where: string) => void

/**
 * Starts the reseller: the database brought up to date, the worker at work, the address open.
 *
 * @throws {ConfigError} where the address cannot be listened on. @throws {DatabaseUnreachable} @throws {MigrationError}
 */
export async function startReseller(config: ServerConfig, report: Report): Promise<RunningReseller> {
  await migrate(config.databaseUrl, new Date())
  const database = await openDatabase(config.databaseUrl, {
    onIdleError: (error) => report(error, 'an idle connection to the database'),
  })
  const vtpass = createVtpass(config.vtpass)
  const shop = shopOf(config, database, vtpass)
  let isStopping = false
  const app = createApp({
    shop,
    catalogue: createCatalogue(vtpass, { now: Date.now }),
    settings: { ...config, prices: config },
    limits: { perUser: createLimit(config.rateLimits.perUser), perIp: createLimit(config.rateLimits.perIp) },
    isStopping: () => isStopping,
    report,
  })
  const server = serverOf((request, remoteAddress) => app.fetch(request, { remoteAddress }))
  const closeAll = () => Promise.all([vtpass.close(), database.close()])
  const url = await listen(server, config).catch(async (error: unknown) => {
    await closeAll()
    throw error
  })
  const worker = startWorker([looksOf(shop)], { idleMs: 1_000, failedMs: 2_000, sleep, report })
  const stopAll = async () => {
    isStopping = true
    await Promise.all([close(server), worker.stop()])
    await closeAll()
  }
  let stopped: Promise<void> | null = null
  const stop = () => {
    stopped ??= stopAll()
    return stopped
  }
  return { url, database, stop }
}

const TIMEOUT_MS = 30_000
/** Beyond the time that VTpass has: to connect, and to write down what came of it. */
const LEASE_SLACK_MS = 30_000

function shopOf(
  { vtpass: settings, notFoundGraceMs }: Config,
  database: PooledDatabase,
  vtpass: Vtpass,
): Shop {
  return {
    database,
    vtpass,
    now: () => new Date(),
    fraction: Math.random,
    randomBelow: (limit) => randomInt(limit),
    newId: () => randomUUID(),
    settings: {
      ...lookSettings,
      graceMs: notFoundGraceMs,
      leaseMs: (settings.timeoutMs ?? TIMEOUT_MS) + LEASE_SLACK_MS,
    },
  }
}

const LOOKS_AT_ONCE = 20

function looksOf(shop: Shop): Job {
  return {
    name: 'looking at purchases',
    atOnce: LOOKS_AT_ONCE,
    round: () => lookAtDue(shop, LOOKS_AT_ONCE),
  }
}

async function sleep(ms: number, signal: AbortSignal): Promise<void> {
  await setTimeout(ms, undefined, { signal }).catch(() => {})
}

function serverOf(
  answer: (request: Request, remoteAddress: string | undefined) => Response | Promise<Response>,
) {
  const listener = getRequestListener(
    (request, env) => answer(request, (env as HttpBindings).incoming.socket.remoteAddress),
    { overrideGlobalObjects: false },
  )
  const server = createServer((incoming, outgoing) => {
    // A connection that stays open behind its answer would hold up the end of the server.
    outgoing.once('close', () => {
      if (!server.listening) server.closeIdleConnections()
    })
    return listener(incoming, outgoing)
  })
  return server
}

function listen(server: Server, { port, host }: Config): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const place = `HOST ${host} and PORT ${port} cannot be listened on`
      reject(new ConfigError(`${place}: ${reasons[error.code ?? ''] ?? error.message}`))
    })
    server.listen(port, host, () => {
      const name = host.includes(':') ? `[${host}]` : host
      resolve(`http://${name}:${(server.address() as AddressInfo).port}`)
    })
  })
}

const reasons: Readonly<Record<string, string>> = {
  EADDRINUSE: 'somebody listens there already',
  EACCES: 'a port below 1024 needs rights that this process has not',
  EADDRNOTAVAIL: 'it is no address of this machine',
  ENOTFOUND: 'there is no such host',
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeIdleConnections()
  })
}
