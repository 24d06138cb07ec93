import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestDatabase, type TestDatabase } from '../storage/postgres.test-support.ts'
import { type Plant, plants } from './plants.test-support.ts'
import { play } from './schedule.ts'
import { openStage, type Stage } from './stage.ts'

/** Each was found within 16 when this was written. */
const MOST_SEEDS = 60

let database: TestDatabase
let clean: Stage

beforeAll(async () => {
  database = await startTestDatabase()
  clean = await openStage(database.url)
})
afterAll(async () => {
  await clean.close()
  await database.stop()
})

it.each(Object.entries(plants))('finds that %s', { timeout: 60_000 }, async (_name, plant) => {
  const found = await (plant.spoil === undefined ? firstBroken(clean, plant) : firstSpoilt(plant))
  expect(found, `nothing breaks in ${MOST_SEEDS} seeds`).not.toBeNull()
})

async function firstSpoilt(plant: Plant): Promise<number | null> {
  const own = await startTestDatabase()
  const stage = await openStage(own.url)
  try {
    await plant.spoil?.(stage)
    return await firstBroken(stage, plant)
  } finally {
    await stage.close()
    await own.stop()
  }
}

async function firstBroken(stage: Stage, { change = (shop) => shop }: Plant): Promise<number | null> {
  for (let seed = 1; seed <= MOST_SEEDS; seed += 1) {
    const { broken } = await play(stage, { seed, crash: 'as the seed says', change })
    if (broken.length > 0) return seed
  }
  return null
}
