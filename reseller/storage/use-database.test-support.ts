import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { checkInvariants } from './invariants.ts'
import type { PooledDatabase } from './pool.ts'
import { startTestDatabase, type TestDatabase, type TestDatabaseOptions } from './postgres.test-support.ts'

/** A database for the tests of one file. What must always hold is checked after each of them. */
export function useDatabase(options: TestDatabaseOptions = {}): {
  database(): PooledDatabase
  url(): string
} {
  let started: TestDatabase | undefined
  const running = () => {
    if (started === undefined) throw new Error('the database is there once the tests run')
    return started
  }
  beforeAll(async () => {
    started = await startTestDatabase(options)
  })
  afterEach(async () => {
    expect(await checkInvariants(running().database)).toEqual([])
  })
  afterAll(async () => {
    await started?.stop()
  })
  return { database: () => running().database, url: () => running().url }
}
