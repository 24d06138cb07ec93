import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type pg from 'pg'
import { kobo } from '../../reseller/pricing/kobo.ts'
import { mintToken } from '../../reseller/routes/token.ts'
import { startEmbedded } from '../../reseller/storage/embedded-postgres.ts'
import { createCustomer, fundWallet } from '../../reseller/storage/funding.ts'
import { connect, openDatabase, type PooledDatabase } from '../../reseller/storage/pool.ts'
import { type RunningSimulator, startSimulator } from '../../simulator/index.ts'

/** Who buys. */
export interface Customer {
  readonly id: string
  readonly token: string
}

/** A reseller to measure, and all that stands around it. */
export interface Stand {
  /** Of the reseller, which is a process of its own. */
  readonly url: string
  readonly pid: number
  readonly databaseUrl: string
  readonly database: PooledDatabase
  /** With the rights of the database's owner, which no reseller has. */
  readonly owner: pg.Client
  /** In this process, on a port. */
  readonly simulator: RunningSimulator
  readonly customers: readonly Customer[]
  stop(): Promise<void>
}

/** The data plan that is bought, over and over: ₦100, for a number that is always delivered. */
export const plan = { serviceID: 'mtn-data', variation_code: 'mtn-10mb-100', billersCode: '08011111111' }

/** As `npm run reseller` starts it: a PostgreSQL that calls fsync, the real server, and rate limits that count and refuse nobody. */
export async function startStand(customerCount: number): Promise<Stand> {
  const folder = join(tmpdir(), `reseller-bench-${randomUUID()}`)
  const server = await startEmbedded({ folder, durability: 'durable', after: 'removed' })
  const simulator = await startSimulator({ port: 0, account: { wallet: 9_000_000_000, duplicateWindow: 0 } })
  const secret = randomBytes(48).toString('base64')
  const reseller = await startReseller({
    DATABASE_URL: server.url,
    JWT_SECRET: secret,
    VTPASS_BASE_URL: simulator.baseUrl,
  })
  const [database, owner] = await Promise.all([openDatabase(server.url), connect(server.url)])
  const customers = await Promise.all(
    Array.from({ length: customerCount }, (_, index) => createRich(database, `customer-${index}`, secret)),
  )
  return {
    url: reseller.url,
    pid: reseller.pid,
    databaseUrl: server.url,
    database,
    owner,
    simulator,
    customers,
    async stop() {
      await Promise.all([reseller.stop(), database.close(), owner.end()])
      await Promise.all([simulator.stop(), server.stop()])
    },
  }
}

const HOUR_S = 3_600
const MOST = '1000000'
const MORE_THAN_IS_SPENT = kobo(1_000_000_000_000)

async function createRich(database: PooledDatabase, id: string, secret: string): Promise<Customer> {
  const at = new Date()
  await createCustomer(database, { id, kind: 'regular', phone: '08012345678', at })
  await fundWallet(database, {
    customer: id,
    amount: MORE_THAN_IS_SPENT,
    reference: id,
    actor: 'bench',
    at,
  })
  const key = new TextEncoder().encode(secret)
  return { id, token: await mintToken({ kind: 'customer', id }, key, at.getTime(), HOUR_S) }
}

/** The command itself, in a process of its own. Its log is thrown away as fast as it is written. */
async function startReseller(
  settings: Readonly<Record<string, string>>,
): Promise<{ url: string; pid: number; stop(): Promise<void> }> {
  const main = fileURLToPath(new URL('../../reseller/main.ts', import.meta.url))
  const env = {
    ...process.env,
    ...settings,
    PORT: '0',
    RATE_LIMIT_STORE: 'memory',
    RATE_LIMIT_PER_USER: MOST,
    RATE_LIMIT_PER_IP: MOST,
  }
  const child = spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'ignore'] })
  process.once('exit', () => child.kill('SIGKILL'))
  const stop = async () => {
    const ended = once(child, 'exit')
    child.kill()
    await ended
  }
  return { url: await greetedUrl(child), pid: child.pid ?? 0, stop }
}

async function greetedUrl(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('the reseller has no stdout')
  for await (const line of createInterface(child.stdout)) {
    const [, url] = /^reseller at +(\S+)$/.exec(line) ?? []
    if (url === undefined) continue
    child.stdout.resume()
    return url
  }
  throw new Error('the reseller ended before it listened')
}
