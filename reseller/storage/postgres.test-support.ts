import { randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { type EmbeddedOptions, type EmbeddedServer, startEmbedded } from './embedded-postgres.ts'
import { migrate } from './migrate.ts'
import { openDatabase, type PooledDatabase } from './pool.ts'

/** A server for tests. */
export interface TestServer {
  readonly url: string
  stop(): Promise<void>
}

/**
 * The server that DATABASE_URL names, or the one of this run (`postgres-once.test-support.ts`), or else a PostgreSQL of our
 * own, which is gone without a trace after `stop`.
 */
export async function startTestServer(
  durability: EmbeddedOptions['durability'] = 'lost-on-crash',
): Promise<TestServer> {
  const given = process.env.DATABASE_URL ?? process.env.TEST_POSTGRES_URL
  if (given !== undefined) return { url: given, stop: async () => {} }
  return startOwnServer(durability)
}

/** A PostgreSQL of our own, whatever DATABASE_URL says. */
export function startOwnServer(durability: EmbeddedOptions['durability']): Promise<EmbeddedServer> {
  const folder = join(tmpdir(), `reseller-postgres-${randomUUID()}`)
  return startEmbedded({ folder, durability, connections: 300, after: 'removed' })
}

/** A migrated database that nobody else has. */
export interface TestDatabase {
  readonly url: string
  readonly database: PooledDatabase
  /** Drops it, and ends its server where that is its own. */
  stop(): Promise<void>
}

export interface TestDatabaseOptions {
  /** Default: one of its own, where DATABASE_URL names none. */
  readonly server?: TestServer
  /** Of the pool. Default: 16. */
  readonly connections?: number
}

export async function startTestDatabase(options: TestDatabaseOptions = {}): Promise<TestDatabase> {
  const server = options.server ?? (await startTestServer())
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const stopServer = options.server === undefined ? server.stop : async () => {}
  try {
    await administer(server.url, `create database ${name}`)
    const url = Object.assign(new URL(server.url), { pathname: `/${name}` }).href
    await migrate(url, new Date('2026-01-01T00:00:00Z'))
    const database = await openDatabase(url, { connections: options.connections ?? 16 })
    const stop = async () => {
      await database.close()
      await administer(server.url, `drop database ${name} with (force)`)
      await stopServer()
    }
    return { url, database, stop }
  } catch (error) {
    await stopServer()
    throw error
  }
}

async function administer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
