import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { chown, mkdir, open, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { promisify } from 'node:util'
import { freePort } from './free-port.ts'
import { findPostgres, type PostgresBinaries } from './postgres-binaries.ts'
import { postgresUser, type RunAs } from './postgres-user.ts'
import { stopWithUs, type Watch } from './stop-with-us.ts'

export interface EmbeddedOptions {
  /** Of the data; made where there is none. Everybody must be able to enter the folders above it. */
  readonly folder: string
  /** `lost-on-crash` calls no fsync: for tests that crash nothing. */
  readonly durability: 'durable' | 'lost-on-crash'
  /** Default: 100. */
  readonly connections?: number
  /** Default: `kept`. `removed` takes the folder away when the server stops, and when this process is gone. */
  readonly after?: 'kept' | 'removed'
}

/** A PostgreSQL that runs beside us, as a process of its own. It stops when this process ends, however that is. */
export interface EmbeddedServer {
  /** Of its database `postgres`, with its user and password. */
  readonly url: string
  readonly folder: string
  /** Ends it at once. Transactions that are under way are rolled back. */
  stop(): Promise<void>
  /** Kills it as `kill -9` does. */
  crash(): Promise<void>
  /** Starts it again on its folder and port, after a crash. */
  restart(): Promise<void>
}

interface Place {
  readonly options: EmbeddedOptions
  readonly port: number
  readonly binaries: PostgresBinaries
  readonly user: RunAs
}

interface Running {
  readonly server: ChildProcess
  readonly watch: Watch
}

const USER = 'reseller'
/** No secret: it listens on the loopback address alone. */
const PASSWORD = 'reseller'

/** Starts a PostgreSQL on a free port. @throws with what it said, where it does not start. */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const { folder, after } = options
  const [port, binaries, user] = await Promise.all([freePort(), findPostgres(), postgresUser()])
  const place: Place = { options, port, binaries, user }
  await initialize(place)
  let running = await start(place)
  return {
    url: `postgres://${USER}:${PASSWORD}@127.0.0.1:${port}/postgres`,
    folder,
    stop: async () => {
      await end(running, 'SIGINT')
      if (after === 'removed') await rm(folder, { recursive: true, force: true })
    },
    crash: () => end(running, 'SIGKILL'),
    restart: async () => {
      running = await startPatiently(place)
    },
  }
}

async function initialize({ options: { folder }, binaries, user }: Place): Promise<void> {
  if (await exists(join(folder, 'PG_VERSION'))) return
  await mkdir(folder, { recursive: true })
  if (user.uid !== undefined && user.gid !== undefined) await chown(folder, user.uid, user.gid)
  const passwordFile = join(tmpdir(), `reseller-${randomUUID()}`)
  await writeFile(passwordFile, PASSWORD)
  try {
    const options = ['--encoding=UTF8', '--locale=C', '--auth=password', `--username=${USER}`]
    const files = [`--pgdata=${folder}`, `--pwfile=${passwordFile}`]
    await promisify(execFile)(binaries.initdb, [...options, ...files], user)
  } finally {
    await rm(passwordFile)
  }
}

function settingsOf({ options: { durability, connections = 100 }, port }: Place): string[] {
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    // A socket would lie in a folder that others can write to.
    unix_socket_directories: '',
    max_connections: connections,
    ...(durability === 'durable' ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  }
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

async function start(place: Place): Promise<Running> {
  const { folder, after = 'kept' } = place.options
  const log = join(folder, 'server.log')
  const output = await open(log, 'a')
  const server = spawn(place.binaries.postgres, ['-D', folder, ...settingsOf(place)], {
    ...place.user,
    // Ctrl-C in a terminal is for us; it stops when we are through.
    detached: true,
    stdio: ['ignore', output.fd, output.fd],
  })
  server.unref()
  const watch = stopWithUs({ server, folder, after })
  try {
    await ready(server, folder, log)
    return { server, watch }
  } catch (error) {
    watch.end()
    throw error
  } finally {
    await output.close()
  }
}

/** PostgreSQL says so in a line of its own file. */
async function ready(server: ChildProcess, folder: string, log: string): Promise<void> {
  const ended = new AbortController()
  server.once('error', (error) => ended.abort(error))
  for (;;) {
    ended.signal.throwIfAborted()
    const lines = await readFile(join(folder, 'postmaster.pid'), 'utf8').catch(() => '')
    const [pid, , , , , , , state] = lines.split('\n')
    if (Number(pid) === server.pid && state?.trim() === 'ready') return
    if (server.exitCode !== null) throw new Error(`PostgreSQL did not start:\n${await lastLines(log)}`)
    await setTimeout(10)
  }
}

async function lastLines(file: string): Promise<string> {
  return (await readFile(file, 'utf8')).split('\n').slice(-10).join('\n')
}

const STARTS = 100

/** After a crash the memory is shared until the last connection has noticed it, and nothing starts until then. */
async function startPatiently(place: Place): Promise<Running> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await start(place)
    } catch (error) {
      if (attempt === STARTS) throw error
      await setTimeout(100)
    }
  }
}

async function end({ server, watch }: Running, signal: 'SIGINT' | 'SIGKILL'): Promise<void> {
  watch.end()
  if (server.exitCode !== null || server.signalCode !== null) return
  server.ref()
  const exit = once(server, 'exit')
  server.kill(signal)
  await exit
}

function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  )
}
