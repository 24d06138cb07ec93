import { createServer } from 'node:net'
import { expect, it } from 'vitest'
import { openDatabase } from './pool.ts'
import { retrying } from './retry.ts'
import { useDatabase } from './use-database.test-support.ts'

const { database, url } = useDatabase()

it('reads whole kobo as numbers', async () => {
  expect(await database().query('select 9007199254740991::bigint as most')).toEqual([
    { most: Number.MAX_SAFE_INTEGER },
  ])
})

it('throws what a number would not hold exactly', async () => {
  await expect(database().query('select 9007199254740993::bigint as more')).rejects.toThrow(
    'the database holds 9007199254740993, which is no exact number',
  )
})

it('commits a transaction, and rolls it back where the work throws', async () => {
  const key = 'select points from rate_limit where key = $1'
  const work = (name: string) =>
    database().transaction(async (queries) => {
      await queries.query('insert into rate_limit (key) values ($1)', [name])
      if (name === 'lost') throw new Error('not this one')
    })
  await work('kept')
  await expect(work('lost')).rejects.toThrow('not this one')
  expect(await database().query(key, ['kept'])).toHaveLength(1)
  expect(await database().query(key, ['lost'])).toHaveLength(0)
})

it('writes nothing in a snapshot', async () => {
  const writing = database().snapshot((queries) =>
    queries.query("insert into rate_limit (key) values ('never')"),
  )
  // read_only_sql_transaction
  await expect(writing).rejects.toMatchObject({ code: '25006' })
})

it('ends a statement that takes too long, and the transaction of one who went away', async () => {
  const impatient = await openDatabase(url(), { statementTimeoutMs: 50, connections: 1 })
  await expect(impatient.query('select pg_sleep(1)')).rejects.toThrow('statement timeout')
  const idle = impatient.transaction(async (queries) => {
    await new Promise((resolve) => setTimeout(resolve, 200))
    return queries.query('select 1')
  })
  await expect(idle).rejects.toThrow()
  expect(await impatient.query('select 1 as one')).toEqual([{ one: 1 }])
  await impatient.close()
})

function refusal(code: string): Error {
  return Object.assign(new Error(`refused with ${code}`), { code })
}

it.each(['40001', '40P01'])('tries %s again', async (code) => {
  const answers = [refusal(code), refusal(code), 'done']
  const result = await retrying(async () => {
    const answer = answers.shift()
    if (answer instanceof Error) throw answer
    return answer
  })
  expect(result).toBe('done')
})

it.each([
  ['40001', 6],
  ['57P01', 1],
  ['ECONNRESET', 1],
])('gives up on %s after %i attempts', async (code, attempts) => {
  let count = 0
  const failing = retrying(() => {
    count += 1
    return Promise.reject(refusal(code))
  })
  await expect(failing).rejects.toThrow(code)
  expect(count).toBe(attempts)
})

it('runs a transaction again after a real deadlock', async () => {
  await database().query("insert into rate_limit (key) values ('a'), ('b')")
  let together = () => {}
  const bothHold = new Promise<void>((resolve) => {
    together = resolve
  })
  let holding = 0
  let runs = 0
  const lock = (first: string, second: string) =>
    database().transaction(async (queries) => {
      runs += 1
      await queries.query('update rate_limit set points = points + 1 where key = $1', [first])
      holding += 1
      if (holding === 2) together()
      await bothHold
      await queries.query('update rate_limit set points = points + 1 where key = $1', [second])
    })
  await Promise.all([lock('a', 'b'), lock('b', 'a')])
  expect(runs).toBeGreaterThan(2)
  expect(await database().query("select points from rate_limit where key in ('a', 'b')")).toEqual([
    { points: 2 },
    { points: 2 },
  ])
})

it.each([
  [
    'nothing listens there',
    'postgres://me:secret@127.0.0.1:1/shop',
    '127.0.0.1:1/shop',
    'nothing listens there',
  ],
  ['there is no such host', 'postgres://me:secret@no.invalid/shop', 'no.invalid/shop', '.+'],
  ['the address cannot be read', 'shop', 'an address that cannot be read', '.+'],
])('says in one line without the password that %s', async (_name, address, place, why) => {
  const error = await openDatabase(address).catch((thrown: unknown) => thrown)
  expect(error).toMatchObject({ name: 'DatabaseUnreachable' })
  const line = new RegExp(`^The database at ${place} cannot be used: ${why}\\. DATABASE_URL names it\\.$`)
  expect((error as Error).message).toMatch(line)
  expect((error as Error).message).not.toContain('secret')
})

it('says that the password or the name of the database is wrong', async () => {
  const wrong = (change: object) => openDatabase(Object.assign(new URL(url()), change).href)
  await expect(wrong({ pathname: '/nothing' })).rejects.toThrow('it has no database of this name')
  await expect(wrong({ password: 'wrong' })).rejects.toThrow('it does not take the password')
})

it('does not wait for ever for a server that does not speak', async () => {
  const mute = createServer(() => {}).listen(0, '127.0.0.1')
  await new Promise((resolve) => mute.once('listening', resolve))
  const address = mute.address()
  const port = typeof address === 'object' ? address?.port : undefined
  const opening = openDatabase(`postgres://me:secret@127.0.0.1:${port}/shop`, { connectTimeoutMs: 50 })
  await expect(opening).rejects.toThrow('cannot be used')
  mute.close()
})
