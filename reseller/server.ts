import { randomBytes, randomInt, randomUUID } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { getRequestListener, type HttpBindings } from '@hono/node-server'
import { createApp } from './app.ts'
import { type Config, ConfigError } from './config.ts'
import { type Log, silent } from './log.ts'
import { SECRET_BYTES, secretOf } from './notices/message.ts'
import { createPoster, POST_TIMEOUT_MS } from './notices/post.ts'
import { createSender } from './notices/send-due.ts'
import { createInvariantCheck } from './observe/check-invariants.ts'
import { observeVtpass } from './observe/observe-vtpass.ts'
import { createObserver } from './observe/observer.ts'
import { lookSettings } from './purchases/decide-look.ts'
import { guardedVtpass } from './purchases/guarded-vtpass.ts'
import { lookAtDue } from './purchases/look.ts'
import type { Shop } from './purchases/shop.ts'
import { createUpstreamGuard } from './purchases/upstream-guard.ts'
import { createFloatWatch, type FloatWatch } from './purchases/watch-float.ts'
import { createCustomers } from './routes/customers.ts'
import { createLimit } from './routes/limit.ts'
import { migrate } from './storage/migrate.ts'
import { openDatabase, type PooledDatabase } from './storage/pool.ts'
import { openCounters } from './storage/shared-counters.ts'
import { createCatalogue } from './vtpass/catalogue.ts'
import { createVtpass } from './vtpass/client.ts'
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
export async function startReseller(
  config: ServerConfig,
  report: Report,
  log: Log = silent,
  now: () => Date = () => new Date(),
): Promise<RunningReseller> {
  await migrate(config.databaseUrl, new Date())
  const onIdleError = (error: Error) => report(error, 'an idle connection to the database')
  const database = await openDatabase(config.databaseUrl, { onIdleError })
  const background = await openDatabase(config.databaseUrl, {
    onIdleError,
    connections: BACKGROUND_CONNECTIONS,
  })
  const { perUser, perIp, store } = config.rateLimits
  const counters =
    store === 'memory' ? null : await openCounters(config.databaseUrl, { now: Date.now, report })
  const poster = createPoster({ allowsPrivate: config.allowsPrivateWebhooks })
  const observer = createObserver(log)
  const vtpass = observeVtpass(createVtpass(config.vtpass), observer, now)
  const guard = createUpstreamGuard(config.guard)
  const shop = shopOf(config, { database, vtpass: guardedVtpass(vtpass, guard, now), now })
  let isStopping = false
  const app = createApp(
    {
      shop,
      catalogue: createCatalogue(vtpass, { now: Date.now }),
      customers: createCustomers(database, Date.now),
      vtpass,
      guard,
      settings: { ...config, prices: config },
      webhooks: {
        post: poster.post,
        newSecret: () => secretOf(randomBytes(SECRET_BYTES)),
        allowsPrivate: config.allowsPrivateWebhooks,
      },
      limits: {
        perUser: createLimit(perUser, counters && { name: 'user', counters }),
        perIp: createLimit(perIp, counters && { name: 'ip', counters }),
      },
      isStopping: () => isStopping,
      report,
    },
    observer,
  )
  const server = serverOf((request, remoteAddress) => app.fetch(request, { remoteAddress }))
  const closeAll = () =>
    Promise.all([vtpass.close(), poster.close(), counters?.close(), background.close(), database.close()])
  const url = await listen(server, config).catch(async (error: unknown) => {
    await closeAll()
    throw error
  })
  const floatWatch = floatWatchOf({ database, vtpass, guard, minimum: config.floatMinimum, now })
  const leaseMs = POST_TIMEOUT_MS + LEASE_SLACK_MS
  const sender = createSender({
    database: background,
    post: poster.post,
    now,
    fraction: Math.random,
    leaseMs,
    report,
  })
  const invariants = createInvariantCheck({ database, now }, observer)
  const jobs = [
    looksOf({ ...shop, database: background }),
    floatWatch,
    sender,
    invariants,
    ...(counters === null ? [] : [counters.clearing]),
  ]
  const reportRound: Report = (error, job) => {
    observer.metrics.failedRounds.inc({ job })
    report(error, job)
  }
  const worker = startWorker(jobs, { idleMs: 1_000, failedMs: 2_000, sleep, report: reportRound })
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

/**
 * Whoever buys now does not wait behind what is late already: looks that come back together would take every connection,
 * and a lone customer's purchase took eight times as long while 10,000 in doubt were looked at.
 */
const BACKGROUND_CONNECTIONS = 2

const TIMEOUT_MS = 30_000
/** Beyond the time that VTpass has: to connect, and to write down what came of it. */
const LEASE_SLACK_MS = 30_000

function shopOf(
  { vtpass: settings, notFoundGraceMs }: Config,
  outside: Pick<Shop, 'database' | 'vtpass' | 'now'>,
): Shop {
  return {
    ...outside,
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

const LOOKS_AT_ONCE = 10

function looksOf(shop: Shop): Job {
  return {
    name: 'looking at purchases',
    atOnce: LOOKS_AT_ONCE,
    round: () => lookAtDue(shop, LOOKS_AT_ONCE),
  }
}

/** What is due at VTpass is one balance, if any. */
function floatWatchOf(watched: FloatWatch): Job {
  return { name: 'watching the float', atOnce: 2, round: createFloatWatch(watched) }
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
