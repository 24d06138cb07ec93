import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import type pg from 'pg'
import { connect } from './pool.ts'

/** The files and the database do not belong together. The message is one line, and says what to do. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError'
}

export interface Migration {
  /** The file's name, which begins with its number. */
  readonly name: string
  readonly sql: string
}

/** Of the reseller, in their order. */
export async function readMigrations(): Promise<readonly Migration[]> {
  const folder = new URL('./migrations/', import.meta.url)
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  return Promise.all(names.map(async (name) => ({ name, sql: await readSql(new URL(name, folder)) })))
}

/** A checkout on Windows may have changed the ends of the lines, which is no change. */
async function readSql(file: URL): Promise<string> {
  return (await readFile(file, 'utf8')).replaceAll('\r\n', '\n')
}

/**
 * Brings a database up to date, each migration in a transaction of its own. Several processes may do it at once; one
 * works, and the others find it done. `at` is noted as the time. Returns the names of what was applied.
 *
 * @throws {MigrationError} where an applied migration was changed, is missing, or would now come after another.
 * @throws {DatabaseUnreachable}
 */
export async function migrate(
  url: string,
  at: Date,
  migrations?: readonly Migration[],
): Promise<readonly string[]> {
  const known = migrations ?? (await readMigrations())
  const client = await connect(url)
  try {
    const applied: string[] = []
    for (const migration of known) {
      if (await applyOnce(client, migration, known, at)) applied.push(migration.name)
    }
    return applied
  } finally {
    await client.end()
  }
}

/** Any number will do that nobody else locks. */
const LOCK = 4_050_004

async function applyOnce(
  client: pg.Client,
  { name, sql }: Migration,
  known: readonly Migration[],
  at: Date,
): Promise<boolean> {
  await client.query('begin')
  try {
    await client.query('select pg_advisory_xact_lock($1)', [LOCK])
    const applied = await readApplied(client)
    check(known, applied)
    if (!applied.has(name)) {
      await client.query(sql)
      await client.query('insert into migration (name, checksum, applied_at) values ($1, $2, $3)', [
        name,
        checksumOf(sql),
        at,
      ])
    }
    await client.query('commit')
    return !applied.has(name)
  } catch (error) {
    await client.query('rollback')
    throw error instanceof MigrationError ? error : failureOf(name, error)
  }
}

/** Checksums by name. */
async function readApplied(client: pg.Client): Promise<ReadonlyMap<string, string>> {
  await client.query(
    'create table if not exists migration (name text primary key, checksum text not null, applied_at timestamptz not null)',
  )
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from migration',
  )
  return new Map(rows.map(({ name, checksum }) => [name, checksum]))
}

function check(known: readonly Migration[], applied: ReadonlyMap<string, string>): void {
  const names = new Set(known.map(({ name }) => name))
  for (const name of applied.keys()) {
    if (!names.has(name)) {
      throw new MigrationError(`The database has ${name}, which this program has not: it needs a newer one.`)
    }
  }
  for (const { name, sql } of known) {
    const checksum = applied.get(name)
    if (checksum !== undefined && checksum !== checksumOf(sql)) {
      throw new MigrationError(
        `${name} was changed after this database had it: restore it, and add a new migration.`,
      )
    }
    const later = [...applied.keys()].find((other) => other > name)
    if (checksum === undefined && later !== undefined) {
      throw new MigrationError(
        `${name} comes too late: the database already has ${later}. Give it a higher number.`,
      )
    }
  }
}

function failureOf(name: string, error: unknown): MigrationError {
  const why = error instanceof Error ? error.message : String(error)
  return new MigrationError(`${name} failed, and nothing of it was kept: ${why}`, { cause: error })
}

function checksumOf(sql: string): string {
  return createHash('sha256').update(sql).digest('hex')
}
