import { expect, it, onTestFinished } from 'vitest'
import { createLog } from '../log.ts'
import { kobo } from '../pricing/kobo.ts'
import { openPurchase, reversePurchase, settlePurchase } from '../storage/ledger.ts'
import { readAlerts } from '../storage/operator-reads.ts'
import { connect } from '../storage/pool.ts'
import { startTestDatabase } from '../storage/postgres.test-support.ts'
import {
  at,
  customerWith,
  delivered,
  failed,
  fund,
  newPurchase,
  reversed,
} from '../storage/purchases.test-support.ts'
import { acknowledgeAlert } from '../storage/telling.ts'
import { createInvariantCheck } from './check-invariants.ts'
import { createObserver } from './observer.ts'

/** A database that may be broken, for one test. */
async function checking() {
  const { database, url, stop } = await startTestDatabase()
  onTestFinished(stop)
  let seconds = 0
  const lines: string[] = []
  const log = createLog({ level: 'info', secrets: [] }, { write: (line) => void lines.push(line) })
  const { metrics, ...observer } = createObserver(log)
  const job = createInvariantCheck({ database, now: () => at(seconds) }, { metrics, ...observer })
  return {
    database,
    lines,
    alerts: () => readAlerts(database, 100),
    roundAt: (second: number) => {
      seconds = second
      return job.round()
    },
    violations: async () => {
      const { values } = await metrics.violations.get()
      return values.filter(({ value }) => value > 0).map(({ labels, value }) => [labels.invariant, value])
    },
    checked: async () => (await metrics.violations.get()).values.length,
    checkedAt: async () => (await metrics.checkedAt.get()).values[0]?.value,
    /** As somebody with the owner's password could. */
    meddle: async (statement: string) => {
      const client = await connect(url)
      await client.query(statement)
      await client.end()
    },
  }
}

const BALANCE = 'a balance is the sum of its transfers'
const LINES = 'versions have no gaps, and each line begins where the one before it ended'

it('looks a minute after the start, and then every hour', async () => {
  const { roundAt, checkedAt, checked, lines } = await checking()
  await roundAt(59)
  expect(await checkedAt()).toBeUndefined()
  expect(await roundAt(60)).toBe(0)
  expect(await checkedAt()).toBe(at(60).getTime() / 1000)
  await roundAt(3_659)
  expect(await checkedAt()).toBe(at(60).getTime() / 1000)
  await roundAt(3_660)
  expect(await checkedAt()).toBe(at(3_660).getTime() / 1000)
  expect(await checked()).toBeGreaterThan(15)
  expect(lines).toEqual([])
})

it('raises an alert and a number for each that does not hold, and counts it up while it lasts', async () => {
  const { database, roundAt, alerts, violations, meddle, lines } = await checking()
  await customerWith(database, { main: kobo(100) })
  await customerWith(database, { main: kobo(200) })
  await meddle("update wallet set balance = balance + 7 where kind = 'main'")
  await roundAt(60)
  expect(await violations()).toEqual([
    [BALANCE, 2],
    [LINES, 2],
  ])
  const raised = await alerts()
  expect(raised.map(({ kind, subject, times }) => [kind, subject, times]).toSorted()).toEqual([
    ['invariant', BALANCE, 1],
    ['invariant', LINES, 1],
  ])
  const [first] = raised.filter(({ subject }) => subject === BALANCE)
  expect(first?.detail).toMatch(
    /^2 rows: \{"customer":"customer-[0-9a-f-]+","kind":"main","balance":\d+,"sum":"?\d+"?\}/,
  )
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { level: 'error', invariant: BALANCE, rows: 2 },
    { level: 'error', invariant: LINES, rows: 2 },
  ])

  await roundAt(3_660)
  expect((await alerts()).map(({ times }) => times)).toEqual([2, 2])
  for (const { id } of await alerts()) await acknowledgeAlert(database, id, 'operator ada', at(3_661))

  await meddle("update wallet set balance = balance - 7 where kind = 'main'")
  await roundAt(7_260)
  expect([await violations(), await alerts()]).toEqual([[], []])
})

it('names three rows of many, in no more than a thousand characters', async () => {
  const { database, roundAt, alerts, meddle } = await checking()
  for (let made = 0; made < 12; made += 1) await customerWith(database, { main: kobo(100) })
  await meddle("update wallet set balance = balance + 7 where kind = 'main'")
  await roundAt(60)
  for (const { detail } of await alerts()) {
    expect(detail).toMatch(/^12 rows: /)
    expect(detail.length).toBeLessThanOrEqual(1_000)
    expect(detail.split('"customer"').length - 1).toBeLessThanOrEqual(3)
  }
})

it('comes again at the next round where the database was away', async () => {
  const { database, checkedAt } = await checking()
  let isGone = true
  let seconds = 0
  const observer = createObserver()
  const leaving = {
    ...database,
    snapshot: <Result>(work: (queries: typeof database) => Promise<Result>) =>
      isGone
        ? Promise.reject<Result>(new Error('gone'))
        : database.snapshot((queries) => work({ ...database, ...queries })),
  }
  const job = createInvariantCheck({ database: leaving, now: () => at(seconds) }, observer)
  seconds = 60
  await expect(job.round()).rejects.toThrow('gone')
  isGone = false
  seconds = 62
  await job.round()
  expect((await observer.metrics.checkedAt.get()).values[0]?.value).toBe(at(62).getTime() / 1000)
  expect(await checkedAt()).toBeUndefined()
})

it('finds nothing wrong with a ledger that is right, however busy', async () => {
  const { database, roundAt, alerts, violations } = await checking()
  const customers = await Promise.all(
    Array.from({ length: 4 }, () => customerWith(database, { main: kobo(5_000_000), cashback: kobo(500) })),
  )
  let isBusy = true
  let bought = 0
  const busy = Array.from({ length: 8 }, async (_, number) => {
    const customer = customers[number % customers.length] ?? ''
    while (isBusy) {
      const wanted = newPurchase(customer, { useCashback: true, earns: kobo(100) })
      await openPurchase(database, wanted)
      const fate = bought % 3
      bought += 1
      await settlePurchase(database, fate === 0 ? failed(wanted.id) : delivered(wanted.id))
      if (fate === 1) await reversePurchase(database, reversed(wanted.id))
      await fund(database, customer, kobo(100))
    }
  })
  let hours = 0
  while (hours < 10 || bought < 200) {
    await roundAt(60 + hours * 3_600)
    hours += 1
  }
  isBusy = false
  await Promise.all(busy)
  expect([await violations(), await alerts()]).toEqual([[], []])
  expect(bought).toBeGreaterThanOrEqual(200)
})
