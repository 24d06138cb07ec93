import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { kobo } from '../pricing/kobo.ts'
import { type EmbeddedServer, startEmbedded } from './embedded-postgres.ts'
import { checkInvariants } from './invariants.ts'
import { settlePurchase } from './ledger.ts'
import { openDatabase } from './pool.ts'
import { startOwnServer, startTestDatabase, type TestDatabase } from './postgres.test-support.ts'
import { balancesOf, customerWith, delivered, newPurchase, opened } from './purchases.test-support.ts'

let server: EmbeddedServer
let test: TestDatabase

beforeAll(async () => {
  server = await startOwnServer('durable')
  test = await startTestDatabase({ server })
})
afterAll(async () => {
  await test.stop()
  await server.stop()
})

it('keeps what was committed through a kill -9, and the pool finds it again', async () => {
  const customer = await customerWith(test.database, { main: kobo(100_000) })
  const { id } = await opened(test.database, newPurchase(customer))
  await settlePurchase(test.database, delivered(id))
  const second = await opened(test.database, newPurchase(customer))
  await server.crash()
  await server.restart()
  expect(await balancesOf(test.database, customer)).toEqual([0, 0, 50_000])
  await settlePurchase(test.database, delivered(second.id))
  expect(await checkInvariants(test.database)).toEqual([])
})

it('leaves no folder behind', async () => {
  const other = await startOwnServer('lost-on-crash')
  expect((await stat(other.folder)).isDirectory()).toBe(true)
  await other.stop()
  await expect(stat(other.folder)).rejects.toMatchObject({ code: 'ENOENT' })
})

const support = new URL('./postgres.test-support.ts', import.meta.url).href
const lonely = `
  import { startOwnServer } from ${JSON.stringify(support)}
  console.log((await startOwnServer('lost-on-crash')).folder)
  if (process.argv[1] === 'wait') setInterval(() => {}, 1000)
  process.exitCode = 3`

/** Runs a process that starts a server and never stops it; the folder of that server. */
async function startAndLeave(how: 'wait' | 'end', signal?: NodeJS.Signals) {
  const leaver = spawn(process.execPath, ['--input-type=module', '--eval', lonely, how], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exit = once(leaver, 'exit')
  const [folder] = await once(leaver.stdout, 'data')
  if (signal !== undefined) leaver.kill(signal)
  const [code] = await exit
  return { folder: String(folder).trim(), code }
}

async function isGone(folder: string): Promise<boolean> {
  return stat(folder).then(
    () => false,
    () => true,
  )
}

it.each(['SIGKILL', 'SIGTERM'] as const)('stops when the one who started it ends by %s', async (signal) => {
  const { folder } = await startAndLeave('wait', signal)
  await vi.waitUntil(() => isGone(folder), { timeout: 15_000 })
})

it('keeps nobody from ending, and changes no exit code', async () => {
  const { folder, code } = await startAndLeave('end')
  expect(code).toBe(3)
  await vi.waitUntil(() => isGone(folder), { timeout: 15_000 })
})

it('starts again on the folder that it left', async () => {
  const folder = join(tmpdir(), `reseller-kept-${randomUUID()}`)
  const first = await startEmbedded({ folder, durability: 'durable' })
  const database = await openDatabase(first.url)
  await database.query('create table kept ()')
  await database.close()
  await first.stop()
  const second = await startEmbedded({ folder, durability: 'durable', after: 'removed' })
  const again = await openDatabase(second.url)
  expect(await again.query('select from kept')).toEqual([])
  await again.close()
  await second.stop()
})

it('says why it does not start', async () => {
  const taken = startEmbedded({ folder: server.folder, durability: 'durable' })
  await expect(taken).rejects.toThrow('lock file "postmaster.pid" already exists')
})

it('takes a port below those that the system gives away by itself', () => {
  const { port } = new URL(server.url)
  expect(Number(port)).toBeGreaterThanOrEqual(20_000)
  expect(Number(port)).toBeLessThan(32_768)
})
