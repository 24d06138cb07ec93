import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { kobo } from '../pricing/kobo.ts'
import { type Migration, migrate, readMigrations } from './migrate.ts'
import { connect, openDatabase } from './pool.ts'
import { startTestServer, type TestServer } from './postgres.test-support.ts'
import { balancesOf, customerWith, newPurchase, opened } from './purchases.test-support.ts'

const now = new Date('2026-01-27T00:00:00Z')
const one: Migration = { name: '0001_one.sql', sql: 'create table one (id int)' }
const two: Migration = { name: '0002_two.sql', sql: 'create table two (id int)' }
let server: TestServer
let count = 0
let url = ''

beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

beforeEach(async () => {
  const client = await connect(server.url)
  count += 1
  const name = `migrate_${process.pid}_${count}`
  await client.query(`create database ${name}`)
  await client.end()
  url = Object.assign(new URL(server.url), { pathname: name }).href
})

async function tables(): Promise<readonly string[]> {
  const client = await connect(url)
  const { rows } = await client.query(
    "select tablename from pg_tables where schemaname = 'public' order by 1",
  )
  await client.end()
  return rows.map(({ tablename }) => tablename)
}

it('applies what is new, in order, and nothing twice', async () => {
  expect(await migrate(url, now, [one])).toEqual(['0001_one.sql'])
  expect(await migrate(url, now, [one, two])).toEqual(['0002_two.sql'])
  expect(await migrate(url, now, [one, two])).toEqual([])
  expect(await tables()).toEqual(['migration', 'one', 'two'])
})

it('applies each once where several processes start at once', async () => {
  const applied = await Promise.all([1, 2, 3, 4].map(() => migrate(url, now)))
  const names = (await readMigrations()).map(({ name }) => name)
  expect(applied.flat().toSorted()).toEqual(names)
})

it('keeps nothing of a migration that fails, and says which one it was', async () => {
  const broken = { name: '0002_two.sql', sql: 'create table two (id int); select no_such_function()' }
  await expect(migrate(url, now, [one, broken])).rejects.toThrow(
    '0002_two.sql failed, and nothing of it was kept: function no_such_function() does not exist',
  )
  expect(await tables()).toEqual(['migration', 'one'])
})

it('refuses a file that was changed after it was applied', async () => {
  await migrate(url, now, [one])
  await expect(migrate(url, now, [{ ...one, sql: 'create table uno (id int)' }])).rejects.toThrow(
    '0001_one.sql was changed after this database had it: restore it, and add a new migration.',
  )
})

it('refuses a database that is newer than the program', async () => {
  await migrate(url, now, [one, two])
  await expect(migrate(url, now, [one])).rejects.toThrow(
    'The database has 0002_two.sql, which this program has not: it needs a newer one.',
  )
})

it('refuses a migration that comes before one that was applied', async () => {
  await migrate(url, now, [two])
  await expect(migrate(url, now, [one, two])).rejects.toThrow(
    '0001_one.sql comes too late: the database already has 0002_two.sql. Give it a higher number.',
  )
})

it('reads numbered files, in order', async () => {
  const names = (await readMigrations()).map(({ name }) => name)
  expect(names).toEqual(names.toSorted())
  expect(names.map((name) => Number(name.slice(0, 4)))).toEqual(names.map((_, index) => index + 1))
})

it.each(['nocreaterole', 'createrole'])('serves a user of a managed server, with %s', async (right) => {
  const user = `managed_${right}_${process.pid}`
  const administrator = await connect(server.url)
  const { pathname } = new URL(url)
  await administrator.query(`create role ${user} login password 'secret' ${right}`)
  await administrator.query(`alter database ${pathname.slice(1)} owner to ${user}`)
  const managed = Object.assign(new URL(url), { username: user, password: 'secret' }).href
  await migrate(managed, now)
  const database = await openDatabase(managed)
  const customer = await customerWith(database, { main: kobo(50_000) })
  await opened(database, newPurchase(customer))
  expect(await balancesOf(database, customer)).toEqual([0, 0, 50_000])
  await database.close()
  await administrator.query(`drop database ${pathname.slice(1)} with (force)`)
  await administrator.query(`drop role ${user}`)
  await administrator.end()
})
