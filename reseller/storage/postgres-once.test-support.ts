import { startOwnServer } from './postgres.test-support.ts'

/** For vitest's `globalSetup`: one server for all files of a run, where DATABASE_URL names none. */
export async function setup(): Promise<() => Promise<void>> {
  if (process.env.DATABASE_URL !== undefined) return async () => {}
  const server = await startOwnServer('lost-on-crash')
  process.env.TEST_POSTGRES_URL = server.url
  return () => server.stop()
}
