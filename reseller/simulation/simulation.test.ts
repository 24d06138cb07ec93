import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestDatabase, type TestDatabase } from '../storage/postgres.test-support.ts'
import { playMany, seedsFrom } from './play-many.ts'
import { reportOf } from './report.ts'
import { type Played, play } from './schedule.ts'
import { openStage, type Stage } from './stage.ts'

/** As many as fit in a minute on two cores; the floor is asserted below. */
const SCHEDULES = 520
const MINUTES = 240_000

let databases: readonly TestDatabase[] = []
let stages: readonly Stage[] = []

beforeAll(async () => {
  databases = await Promise.all([startTestDatabase(), startTestDatabase()])
  stages = await Promise.all(databases.map(({ url }) => openStage(url)))
})
afterAll(async () => {
  await Promise.all(stages.map((stage) => stage.close()))
  await Promise.all(databases.map((database) => database.stop()))
})

function holds(played: Played): void {
  if (played.broken.length > 0) expect.fail(reportOf(played))
}

it('holds, wherever a process dies, in every schedule of 500 seeds and more', {
  timeout: MINUTES,
}, async () => {
  const deaths = new Set<string | null>()
  let schedules = 0
  await playMany(stages, seedsFrom(1, SCHEDULES), (played) => {
    holds(played)
    schedules += 1
    deaths.add(played.diedAt)
    return 'go on'
  })
  expect(schedules).toBeGreaterThanOrEqual(500)
  expect(deaths).not.toContain(null)
  expect(deaths.size).toBeGreaterThanOrEqual(20)
})

it('holds when a process dies at each point that there is, once', { timeout: MINUTES }, async () => {
  const seedOf = new Map<string, number>()
  await playMany(
    stages,
    seedsFrom(10_001, 40).map((staging) => ({ ...staging, crash: 'never' as const })),
    (played) => {
      holds(played)
      for (const label of played.labels) {
        const known = seedOf.get(label) ?? Number.POSITIVE_INFINITY
        seedOf.set(label, Math.min(known, played.staging.seed))
      }
      return 'go on'
    },
  )
  const hit: (string | null)[] = []
  const stagings = [...seedOf].map(([label, seed]) => ({ seed, crash: { label } }))
  await playMany(stages, stagings, (played) => {
    holds(played)
    hit.push(played.diedAt)
    return 'go on'
  })
  expect(hit.toSorted()).toEqual([...seedOf.keys()].toSorted())
  expect([...seedOf.keys()]).toEqual(expect.arrayContaining([...POINTS]))
})

/** What would make the run above empty, if it were missing. */
const POINTS = [
  'wish open_purchase: before',
  'wish open_purchase: committed',
  'wish pay: before it is sent',
  'wish pay: on its way',
  'wish pay: executed, before the answer is on its way',
  'wish pay: before the answer is heard',
  'wish settle_purchase: before',
  'wish settle_purchase: committed',
  'wish keep_purchase: before',
  'wish keep_purchase: committed',
  'worker claim_due: committed',
  'worker requery: before it is sent',
  'worker requery: answered, before it is heard',
  'worker settle_purchase: before',
  'worker settle_purchase: committed',
  'worker keep_purchase: before',
  'worker keep_purchase: committed',
  'worker reverse_purchase: before',
  'worker reverse_purchase: committed',
  'worker book_late_delivery: before',
  'worker book_late_delivery: committed',
  'webhook receive_webhook: before',
  'webhook receive_webhook: committed',
  'operator fund_wallet: committed',
  'persons resolve_purchase: committed',
] as const

it.each([3, 49, 107])('plays seed %i the same way each time, on any database', async (seed) => {
  const [first, second] = stages
  if (first === undefined || second === undefined) expect.fail('there are two stages')
  const { trace } = await play(first, { seed, crash: 'as the seed says' })
  expect((await play(second, { seed, crash: 'as the seed says' })).trace).toEqual(trace)
  expect((await play(first, { seed, crash: 'as the seed says' })).trace).toEqual(trace)
  expect(trace.length).toBeGreaterThan(30)
})
