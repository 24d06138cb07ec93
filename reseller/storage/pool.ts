import pg from 'pg'
import type { Database, Queries } from './database.ts'
import { retrying } from './retry.ts'
import { unreachable } from './unreachable.ts'

export interface PoolOptions {
  /** Default: 16. */
  readonly connections?: number
  /** How long a statement may take, the wait for a lock included. Default: ten seconds. */
  readonly statementTimeoutMs?: number
  /** How long the server may take to let us in. Default: five seconds. */
  readonly connectTimeoutMs?: number
  /** Told of a connection that broke while nobody used it; the pool opens another. Default: nobody is told. */
  readonly onIdleError?: (error: Error) => void
}

/** A database over a pool of connections; `pool` is for libraries that want pg's own. */
export interface PooledDatabase extends Database {
  readonly pool: pg.Pool
}

const CONNECT_TIMEOUT_MS = 5_000
const STATEMENT_TIMEOUT_MS = 10_000
const CONNECTIONS = 16

/**
 * Opens the database that the URL names, once it has answered. Kobo come as numbers.
 *
 * @throws {DatabaseUnreachable} where it does not answer, with one line that says why.
 */
export async function openDatabase(url: string, options: PoolOptions = {}): Promise<PooledDatabase> {
  const settings = connectionSettings(url, options)
  const role = await roleAt(url, settings)
  const pool = new pg.Pool({
    ...settings,
    max: options.connections ?? CONNECTIONS,
    ...(role === null ? {} : { options: `-c role=${role}` }),
  })
  pool.on('error', options.onIdleError ?? (() => {}))
  pool.on('connect', outlive)
  return {
    pool,
    query: (text, values = []) => retrying(() => rowsOf(pool, text, values)),
    transaction: (work) => retrying(() => inTransaction(pool, 'begin isolation level read committed', work)),
    snapshot: (work) =>
      retrying(() => inTransaction(pool, 'begin isolation level repeatable read read only', work)),
    close: () => {
      // Its connections end after it says that they have: one that the server ends first is no news.
      pool.removeAllListeners('error').on('error', () => {})
      return pool.end()
    },
  }
}

/** A connection of its own, for the one who is to have nothing but that. The same errors as `openDatabase`. */
export async function connect(url: string): Promise<pg.Client> {
  return connectWith(url, connectionSettings(url, {}))
}

function connectionSettings(url: string, options: PoolOptions) {
  const { statementTimeoutMs = STATEMENT_TIMEOUT_MS, connectTimeoutMs = CONNECT_TIMEOUT_MS } = options
  return {
    connectionString: url,
    connectionTimeoutMillis: connectTimeoutMs,
    statement_timeout: statementTimeoutMs,
    idle_in_transaction_session_timeout: statementTimeoutMs,
    application_name: 'reseller',
    types: { getTypeParser },
  } satisfies pg.ClientConfig
}

async function connectWith(url: string, settings: pg.ClientConfig): Promise<pg.Client> {
  try {
    const client = new pg.Client(settings)
    outlive(client)
    await client.connect()
    return client
  } catch (error) {
    throw unreachable(url, error)
  }
}

/** A connection that breaks between two statements would end the process. The next statement on it fails all the same. */
function outlive(client: pg.ClientBase): void {
  client.on('error', () => {})
}

/** The role that a migration made for us, which may write nothing but through functions; null where there is none. */
async function roleAt(url: string, settings: pg.ClientConfig): Promise<string | null> {
  const client = await connectWith(url, settings)
  try {
    const { rows } = await client.query<{ rolname: string }>(
      `select rolname from pg_roles where rolname = 'reseller_app' and pg_has_role(current_user, oid,
         case when current_setting('server_version_num')::int >= 160000 then 'set' else 'member' end)`,
    )
    return rows[0]?.rolname ?? null
  } finally {
    await client.end()
  }
}

async function rowsOf<Row>(
  connection: pg.Pool | pg.PoolClient,
  text: string,
  values: readonly unknown[],
): Promise<readonly Row[]> {
  const { rows } = await connection.query(text, [...values])
  return rows
}

async function inTransaction<Result>(
  pool: pg.Pool,
  begin: string,
  work: (queries: Queries) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect()
  try {
    await client.query(begin)
    const result = await work({ query: (text, values = []) => rowsOf(client, text, values) })
    await client.query('commit')
    client.release()
    return result
  } catch (error) {
    await giveBack(client)
    throw error
  }
}

/** A connection that cannot even roll back is thrown away, and its transaction with it. */
async function giveBack(client: pg.PoolClient): Promise<void> {
  try {
    await client.query('rollback')
    client.release()
  } catch (error) {
    client.release(error instanceof Error ? error : true)
  }
}

const INT8: number = pg.types.builtins.INT8

function getTypeParser(oid: number, format?: 'text' | 'binary') {
  return oid === INT8 ? exactNumber : pg.types.getTypeParser(oid, format)
}

/** pg leaves 64 bits as a text. @throws {RangeError} where a number could not hold them exactly. */
function exactNumber(digits: string): number {
  const number = Number(digits)
  if (!Number.isSafeInteger(number))
    throw new RangeError(`the database holds ${digits}, which is no exact number`)
  return number
}
