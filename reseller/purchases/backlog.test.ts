import { setImmediate } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { kobo } from '../pricing/kobo.ts'
import { countOpen } from '../storage/operator-reads.ts'
import { balancesOf, customerWith } from '../storage/purchases.test-support.ts'
import { useDatabase } from '../storage/use-database.test-support.ts'
import type { Heard } from '../vtpass/heard.ts'
import { type Job, type Pace, startWorker } from '../worker.ts'
import { buy } from './buy.ts'
import { lookAtDue } from './look.ts'
import { answer, buying, lost, type Says, shopOnAClock } from './shop.test-support.ts'

const { database } = useDatabase()

const BACKLOG = 10_000
const CUSTOMERS = 20
const WORKERS = 2
const AT_ONCE = 20
const BUYERS = 4
const PURCHASES_EACH = 50

const nths = Array.from({ length: BACKLOG }, (_, nth) => nth)
/** Of the nth: what becomes of it in the end, and whether VTpass calls it pending when it is first asked. */
const isDelivered = (nth: number) => nth % 5 !== 0
const isSlow = (nth: number) => nth % 10 === 3

/** Answers a requery by what its reference says, and notes how often each was asked and whether by two at once. */
function vtpassOfBacklog() {
  const asked = new Map<string, number>()
  const beingAsked = new Set<string>()
  const askedByTwo: string[] = []
  const paid: string[] = []
  const said = (reference: string, times: number): Says => {
    const nth = Number(/^backlog-(\d+)$/.exec(reference)?.[1] ?? Number.NaN)
    if (isSlow(nth) && times === 1) return answer('000', 'pending')
    return Number.isNaN(nth) || isDelivered(nth) ? answer('000', 'delivered') : answer('016', 'failed')
  }
  return {
    asked,
    askedByTwo,
    paid,
    /** Of every tenth purchase nothing is heard. */
    async pay({ request_id: reference }: { request_id: string }): Promise<Heard> {
      const isHeard = paid.push(reference) % 10 !== 0
      await setImmediate()
      return (isHeard ? answer('000', 'delivered') : lost)(reference)
    },
    async requery(reference: string): Promise<Heard> {
      if (beingAsked.has(reference)) askedByTwo.push(reference)
      beingAsked.add(reference)
      const times = (asked.get(reference) ?? 0) + 1
      asked.set(reference, times)
      await setImmediate()
      beingAsked.delete(reference)
      return said(reference, times)(reference)
    },
  }
}

/** All in doubt and due at once, ₦500 each, made by the functions that move money. */
async function makeBacklog(customers: readonly string[], at: Date): Promise<void> {
  const each = BACKLOG / customers.length
  const make = (customer: string, index: number) =>
    database().query(
      `select from generate_series($2::integer, $3::integer) nth,
         lateral open_purchase(
           gen_random_uuid(), $1, 'order-' || nth, 'the same', 'backlog-' || nth, 'data', 'mtn-data', 'mtn-1gb', 'MTN 1GB',
           '08011111111', '08012345678', null, 48000, 50000, 0, false, $1, $4, $4
         ) o,
         lateral keep_purchase((o.result).id, 'unknown', $4, $4, null, null)`,
      [customer, index * each, (index + 1) * each - 1, at],
    )
  await Promise.all(customers.map(make))
}

/** The clock moves when every worker has nothing to do, and by as much as they wait; what is open then is noted. */
function pace(advance: (ms: number) => void): Pace & { readonly openAtPauses: number[] } {
  const sleepers: (() => void)[] = []
  const openAtPauses: number[] = []
  return {
    idleMs: 1_000,
    failedMs: 1_000,
    openAtPauses,
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        sleepers.push(resolve)
        signal.addEventListener('abort', () => resolve())
        if (sleepers.length < WORKERS) return
        void openNow().then((open) => {
          openAtPauses.push(open)
          advance(ms)
          for (const wake of sleepers.splice(0)) wake()
        })
      }),
    report: (error) => expect.fail(String(error)),
  }
}

async function openNow(): Promise<number> {
  return (await countOpen(database())).reduce((sum, { count }) => sum + count, 0)
}

it('a backlog of 10,000 in doubt drains, each looked at by one at a time, and new purchases go through meanwhile', async () => {
  const vtpass = vtpassOfBacklog()
  const { shop, advance } = shopOnAClock(database(), vtpass)
  const each = kobo((BACKLOG / CUSTOMERS) * 50_000)
  const customers = await Promise.all(
    Array.from({ length: CUSTOMERS }, () => customerWith(database(), { main: each })),
  )
  await makeBacklog(customers, shop.now())
  expect(await openNow()).toBe(BACKLOG)

  const looks: Job = { name: 'looks', atOnce: AT_ONCE, round: () => lookAtDue(shop, AT_ONCE) }
  const paced = pace(advance)
  const workers = Array.from({ length: WORKERS }, () => startWorker([looks], paced))
  const buyers = await Promise.all(
    Array.from({ length: BUYERS }, () => customerWith(database(), { main: kobo(PURCHASES_EACH * 50_000) })),
  )
  const buyAll = async (customer: string) => {
    for (let nth = 0; nth < PURCHASES_EACH; nth += 1) {
      const bought = await buy(shop, buying(customer, { requestId: `new-${nth}` }))
      expect(bought.kind).toBe('opened')
    }
  }
  await Promise.all(buyers.map(buyAll))
  const openMeanwhile = await openNow()
  while ((await openNow()) > 0) await setImmediate()
  await Promise.all(workers.map((worker) => worker.stop()))

  // Those that VTpass called pending, and the new ones of which nothing was heard, wait for a later look.
  const waiting = nths.filter(isSlow).length + (BUYERS * PURCHASES_EACH) / 10
  expect(openMeanwhile, 'in doubt when the new purchases were through').toBeGreaterThan(waiting)
  expect(paced.openAtPauses[0], 'in doubt when there was nothing due').toBe(waiting)
  expect(vtpass.askedByTwo).toEqual([])
  for (const nth of nths) {
    expect(vtpass.asked.get(`backlog-${nth}`), `backlog-${nth}`).toBe(isSlow(nth) ? 2 : 1)
  }
  for (const [index, customer] of customers.entries()) {
    const own = nths.slice((index * BACKLOG) / CUSTOMERS, ((index + 1) * BACKLOG) / CUSTOMERS)
    const refunded = own.filter((nth) => !isDelivered(nth)).length * 50_000
    expect(await balancesOf(database(), customer)).toEqual([refunded, 0, 0])
  }
  for (const customer of buyers) expect(await balancesOf(database(), customer)).toEqual([0, 0, 0])
  expect(vtpass.paid).toHaveLength(BUYERS * PURCHASES_EACH)
  expect(new Set(vtpass.paid).size).toBe(vtpass.paid.length)
}, 120_000)
