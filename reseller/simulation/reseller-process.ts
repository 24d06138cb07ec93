import { createApp } from '../app.ts'
import { createSender } from '../notices/send-due.ts'
import { readPercent } from '../pricing/percent.ts'
import { lookSettings } from '../purchases/decide-look.ts'
import { guardedVtpass } from '../purchases/guarded-vtpass.ts'
import { lookAtDue } from '../purchases/look.ts'
import type { Shop } from '../purchases/shop.ts'
import { createUpstreamGuard, type UpstreamGuard } from '../purchases/upstream-guard.ts'
import type { Backend } from '../routes/backend.ts'
import { createCustomers } from '../routes/customers.ts'
import { createLimit } from '../routes/limit.ts'
import type { Database } from '../storage/database.ts'
import { createCatalogue } from '../vtpass/catalogue.ts'
import { startWorker } from '../worker.ts'
import { SECRET } from './bearers.ts'
import type { Luck } from './luck.ts'
import type { Names } from './names.ts'
import { MARKUPS, variationsBody } from './plans.ts'
import { isBroken, scheduledDatabase } from './scheduled-database.ts'
import { scheduledNetwork } from './scheduled-network.ts'
import { type Received, scheduledPost } from './scheduled-post.ts'
import type { Home, Scheduler } from './scheduler.ts'
import type { VtpassWorld } from './vtpass-world.ts'
import { answerOf, LOST } from './wire.ts'

/** What a process is started with. */
export interface Surroundings {
  readonly database: Database
  readonly scheduler: Scheduler
  readonly names: Names
  readonly vtpass: VtpassWorld
  readonly luck: Luck
  /** How often a connection to the database breaks, of each statement. */
  readonly breaks: number
  readonly received: Received
  /** Told of each statement that may have changed when something is due. */
  readonly written: () => void
  /** Percent of the price. */
  readonly cashback: string
  /** Puts something between the reseller and what it is handed: a test's mistake. */
  readonly change: (shop: Shop) => Shop
  /** Told of what the reseller reports that the simulation has not caused. */
  readonly reported: (what: string) => void
}

/** `cut` is a process that died before it answered. */
export type Answered = { readonly status: number; readonly body: string } | 'cut'

/** One process of the reseller: its routes and its worker, on time, luck, network and database of the simulation. */
export interface ResellerProcess {
  readonly home: Home
  request(path: string, token: string | null, body: string): Promise<Answered>
  /** Does something inside of it. */
  within<Result>(work: (shop: Shop) => Promise<Result>): Promise<Result | 'cut'>
  /** It is dead: whoever waits for it hears that the connection is gone. */
  cut(): void
}

/** Longer than a POST may take, as the server sets it. */
export const LEASE_MS = 60_000
const LOOKS_AT_ONCE = 20

export function startProcess(name: string, around: Surroundings): ResellerProcess {
  const { scheduler, names, vtpass } = around
  const home: Home = { name, isAlive: true }
  const luck = around.luck.fork(`process ${name}`)
  const guard = createUpstreamGuard({ downAfter: 4, downForMs: 15_000, balanceEveryMs: 0 })
  const now = () => new Date(scheduler.now())
  const network = scheduledNetwork({ scheduler, names, vtpass, home, luck: luck.fork('network') })
  const shop = around.change({
    database: scheduledDatabase({ ...around, home, luck: luck.fork('database') }),
    vtpass: guardedVtpass(network, guard, now),
    now,
    fraction: luck.fork('fraction').fraction,
    randomBelow: luck.fork('references').below,
    newId: () => uuidFrom(luck),
    settings: { ...lookSettings, leaseMs: LEASE_MS },
  })
  const report = (error: unknown, where: string) => {
    if (!isBroken(error)) around.reported(`${name}, ${where}: ${error}`)
  }
  const app = createApp(backendOf(around, shop, guard, report))
  const post = scheduledPost({ ...around, home, luck: luck.fork('post') })
  const fraction = luck.fork('retries').fraction
  const sender = createSender({ database: shop.database, post, now, fraction, leaseMs: LEASE_MS, report })
  const work = async () => {
    const round = () => lookAtDue(shop, LOOKS_AT_ONCE)
    const sleep = (ms: number) => scheduler.sleep(home, ms)
    startWorker([{ name: 'looks', atOnce: LOOKS_AT_ONCE, round }, sender], {
      idleMs: 1_000,
      failedMs: 2_000,
      sleep,
      report,
    })
    await new Promise(() => {})
  }
  scheduler.start('worker', 0, work, home)
  let cut = () => {}
  const dies = new Promise<'cut'>((resolve) => {
    cut = () => resolve('cut')
  })
  const ask = async (path: string, token: string | null, body: string): Promise<Answered> => {
    const headers = token === null ? {} : { authorization: `Bearer ${token}` }
    const answer = await app.request(path, { method: 'POST', headers, body }, { remoteAddress: '127.0.0.1' })
    return { status: answer.status, body: await answer.text() }
  }
  return {
    home,
    cut,
    request: (...asked) => Promise.race([ask(...asked), dies]),
    within: (work) => Promise.race([work(shop), dies]),
  }
}

function backendOf(
  { cashback }: Surroundings,
  shop: Shop,
  guard: UpstreamGuard,
  report: Backend['report'],
): Backend {
  const unlimited = createLimit(0)
  const markups = { regular: percent(MARKUPS.regular), friendly: percent(MARKUPS.friendly) }
  const asked = {
    variations: async (serviceID: string) => answerOf(variationsBody(serviceID)),
    services: async () => answerOf({ response_description: '000', content: [] }),
  }
  return {
    shop,
    catalogue: createCatalogue(asked, { now: () => shop.now().getTime() }),
    customers: createCustomers(shop.database, () => shop.now().getTime()),
    vtpass: { verify: async () => LOST, balance: async () => LOST },
    guard,
    webhooks: {
      post: async () => ({ httpStatus: 200, note: null }),
      newSecret: () => 'whsec_c2VjcmV0',
      allowsPrivate: false,
    },
    settings: {
      jwtSecret: SECRET,
      prices: { markups, cashback: percent(cashback) },
      allowsTestNumbers: true,
      trustedProxies: 0,
    },
    limits: { perUser: unlimited, perIp: unlimited },
    isStopping: () => false,
    report,
  }
}

function percent(text: string) {
  const read = readPercent(text)
  if (read === null) throw new Error(`${text} is no percentage`)
  return read
}

function uuidFrom(luck: Luck): string {
  const digits = Array.from({ length: 32 }, () => luck.below(16).toString(16)).join('')
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
