import { expect, it } from 'vitest'
import { kobo } from '../pricing/kobo.ts'
import type { Database } from '../storage/database.ts'
import { readAlerts } from '../storage/operator-reads.ts'
import { acknowledgeAlert } from '../storage/telling.ts'
import { useDatabase } from '../storage/use-database.test-support.ts'
import type { Heard } from '../vtpass/heard.ts'
import { createUpstreamGuard } from './upstream-guard.ts'
import { createFloatWatch } from './watch-float.ts'

const { database } = useDatabase()

/** Watches a VTpass that tells these balances, one a minute; null is silence. */
function watchOf(minimum: number | null, on: Database = database()) {
  let now = Date.UTC(2026, 0, 27, 12)
  let balance: number | null = 0
  let asked = 0
  const guard = createUpstreamGuard({ downAfter: 3, downForMs: 15_000, balanceEveryMs: 60_000 })
  const says = (): Heard =>
    balance === null
      ? { kind: 'lost', why: 'no whole answer in time' }
      : {
          kind: 'answer',
          httpStatus: 200,
          contentType: 'application/json',
          body: { code: 1, contents: { balance } },
        }
  const round = createFloatWatch({
    database: on,
    vtpass: {
      balance: async () => {
        asked += 1
        return says()
      },
    },
    guard,
    minimum: minimum === null ? null : kobo(minimum * 100),
    now: () => new Date(now),
  })
  return {
    round,
    asked: () => asked,
    async tell(told: number | null) {
      balance = told
      now += 60_000
      return round()
    },
    admit: (naira: number) => guard.admit(kobo(naira * 100), new Date(now)).kind,
  }
}

async function openAlerts() {
  const alerts = await readAlerts(database(), 10)
  return alerts.map(({ kind, subject, detail, times }) => ({ kind, subject, detail, times }))
}

async function acknowledgeAll(): Promise<void> {
  for (const { id } of await readAlerts(database(), 10)) {
    await acknowledgeAlert(database(), id, 'operator ada', new Date())
  }
}

it('asks once, and not again until it is due', async () => {
  const { round, asked } = watchOf(null)
  expect([await round(), await round(), await round()]).toEqual([1, 0, 0])
  expect(asked()).toBe(1)
})

it('the guard knows what VTpass tells, and keeps it where VTpass is silent', async () => {
  const { tell, admit } = watchOf(null)
  expect(await tell(500)).toBe(1)
  expect([admit(501), admit(500)]).toEqual(['refused', 'admitted'])
  expect(await tell(null)).toBe(0)
  expect(admit(501)).toBe('refused')
  expect(await openAlerts()).toEqual([])
})

it('tells an operator once when the balance falls below the minimum, and again the next time', async () => {
  const { tell } = watchOf(1000)
  await tell(1000)
  expect(await openAlerts()).toEqual([])
  await tell(999.99)
  await tell(500)
  await tell(null)
  await tell(400)
  const alert = { kind: 'low-float', subject: 'vtpass', times: 1 }
  const detail = 'the balance at VTpass is ₦999.99, below ₦1000.00'
  expect(await openAlerts()).toEqual([{ ...alert, detail }])
  await acknowledgeAll()
  await tell(300)
  expect(await openAlerts()).toEqual([])
  await tell(5000)
  await tell(10)
  expect(await openAlerts()).toEqual([
    { ...alert, detail: 'the balance at VTpass is ₦10.00, below ₦1000.00' },
  ])
  await acknowledgeAll()
})

it('tells the operator the next time, where the database could not be told', async () => {
  let isDown = true
  const query: Database['query'] = async (text, values) => {
    if (isDown) throw new Error('the database is down')
    return database().query(text, values)
  }
  const { tell } = watchOf(1000, { ...database(), query })
  await expect(tell(10)).rejects.toThrow('the database is down')
  isDown = false
  await tell(10)
  expect(await openAlerts()).toHaveLength(1)
  await acknowledgeAll()
})
