import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { expect, it, onTestFinished } from 'vitest'
import { createLimit } from '../routes/limit.ts'
import { connect as connectAsOwner } from './pool.ts'
import { openCounters } from './shared-counters.ts'
import { useDatabase } from './use-database.test-support.ts'

const { database, url } = useDatabase()

/** The counters of one more process. */
async function counters(patienceMs = 2_000) {
  const reported: string[] = []
  const report = (error: unknown, where: string) => void reported.push(`${where}: ${error}`)
  const opened = await openCounters(url(), { now: Date.now, report, patienceMs })
  onTestFinished(() => opened.close().catch(() => {}))
  return { counters: opened, reported }
}

async function tally(takes: Promise<void>[]): Promise<Record<string, number>> {
  const settled = await Promise.allSettled(takes)
  const refused = settled.filter(({ status }) => status === 'rejected').length
  return { taken: settled.length - refused, refused }
}

it('counts the requests of all processes together', async () => {
  const processes = await Promise.all([1, 2, 3].map(() => counters()))
  const limits = processes.map(({ counters }) => createLimit(30, { name: 'shared', counters }))
  const takes = Array.from({ length: 90 }, (_, index) => limits[index % 3]?.take('ada') ?? Promise.reject())
  expect(await tally(takes)).toEqual({ taken: 30, refused: 60 })
  expect(await tally(limits.map((limit) => limit.take('eve')))).toEqual({ taken: 3, refused: 0 })
  expect(processes.map(({ reported }) => reported)).toEqual([[], [], []])
})

it('tells limits of one name and key from those of another', async () => {
  const { counters: shared } = await counters()
  const [user, ip] = ['user', 'ip'].map((name) => createLimit(1, { name, counters: shared }))
  await user?.take('10.0.0.1')
  await ip?.take('10.0.0.1')
  await expect(user?.take('10.0.0.1')).rejects.toMatchObject({ status: 429 })
})

it('asks the database no more about who has had enough', async () => {
  const { counters: shared } = await counters()
  let asked = 0
  const counting = {
    ...shared,
    query: (statement: Parameters<typeof shared.query>[0]) => {
      asked += 1
      return shared.query(statement)
    },
  }
  const limit = createLimit(2, { name: 'enough', counters: counting })
  for (let call = 0; call < 10; call += 1) await limit.take('ada').catch(() => {})
  expect(asked).toBe(2)
  await expect(limit.take('ada')).rejects.toMatchObject({
    status: 429,
    headers: { 'retry-after': expect.stringMatching(/^(5\d|60)$/) },
  })
})

it('counts on by itself while the database is slow, and says so once', async () => {
  const { counters: slow, reported } = await counters(50)
  const limit = createLimit(3, { name: 'slow', counters: slow })
  const lock = await database().pool.connect()
  await lock.query('begin')
  await lock.query('lock table rate_limit in access exclusive mode')
  const takes = await tally(Array.from({ length: 5 }, () => limit.take('ada')))
  // Nobody waits for the lock any more: the connections are free again.
  const waiting =
    "select pid from pg_stat_activity where wait_event_type = 'Lock' and query like '%rate_limit%'"
  const owner = await connectAsOwner(url())
  await expect.poll(async () => (await owner.query(waiting)).rows).toEqual([])
  await owner.end()
  await lock.query('rollback')
  lock.release()
  expect(takes).toEqual({ taken: 3, refused: 2 })
  expect(reported).toEqual([expect.stringMatching(/^the shared rate limits: /)])
  await limit.take('eve')
  await expect
    .poll(() => database().query("select points from rate_limit where key = 'slow:eve'"))
    .toHaveLength(1)
})

it('counts on by itself when the database falls silent', async () => {
  const proxy = await mutableProxy()
  const options = { now: Date.now, report: () => {}, patienceMs: 50 }
  const silent = await openCounters(proxy.url, options)
  const limit = createLimit(2, { name: 'silent', counters: silent })
  await limit.take('ada')
  proxy.mute()
  await limit.take('ada')
  await limit.take('ada')
  await expect(limit.take('ada')).rejects.toMatchObject({ status: 429 })
  proxy.end()
})

/** A way to the database on which one day nothing comes back. */
async function mutableProxy() {
  const target = new URL(url())
  const sockets: Socket[] = []
  const server = createServer((near) => {
    const far = connect({ host: target.hostname, port: Number(target.port) })
    sockets.push(near, far)
    near.pipe(far).pipe(near)
    for (const socket of [near, far]) socket.on('error', () => {})
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const end = () => {
    server.close()
    for (const socket of sockets) socket.destroy()
  }
  onTestFinished(end)
  const { port } = server.address() as AddressInfo
  return {
    url: Object.assign(new URL(url()), { host: `127.0.0.1:${port}` }).href,
    mute: () => {
      for (const socket of sockets) socket.unpipe().pause()
    },
    end,
  }
}

it('counts on by itself when the database is gone', async () => {
  const { counters: gone, reported } = await counters()
  await gone.close()
  const limit = createLimit(1, { name: 'gone', counters: gone })
  await limit.take('ada')
  await expect(limit.take('ada')).rejects.toMatchObject({ status: 429 })
  expect(reported).toHaveLength(1)
})

it('forgets counters that have ended, and no others', async () => {
  const insert = 'insert into rate_limit (key, points, expire) values ($1, 1, $2)'
  await database().query(insert, ['ended', 999])
  await database().query(insert, ['runs', 1_000])
  const { clearing, close } = await openCounters(url(), { now: () => 1_000, report: () => {} })
  expect(await clearing.round()).toBe(0)
  const left = "select key from rate_limit where key in ('ended', 'runs')"
  expect(await database().query(left)).toEqual([{ key: 'runs' }])
  await close()
})
