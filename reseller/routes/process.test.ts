import { expect, it } from 'vitest'
import { createApp } from '../app.ts'
import type { Database } from '../storage/database.ts'
import { useDatabase } from '../storage/use-database.test-support.ts'
import { resellerOn } from './reseller.test-support.ts'

const { database } = useDatabase()

it('is healthy and ready', async () => {
  const { get } = resellerOn(database())
  expect((await get('/health')).body).toEqual({
    status: 'ok',
    version: expect.stringMatching(/^\d+\.\d+\.\d+/),
  })
  expect((await get('/ready')).body).toEqual({ status: 'ready' })
})

it('is alive but not ready without its database', async () => {
  const refused = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })
  const gone: Database = { ...database(), query: () => Promise.reject(refused) }
  const { get, tokenOf } = resellerOn(gone)
  expect((await get('/health')).status).toBe(200)
  const down = { status: 503, body: { message: 'The database cannot be used now' } }
  expect(await get('/ready')).toMatchObject(down)
  const token = await tokenOf({ kind: 'customer', id: 'ada' })
  expect(await get('/api/v1/wallet', { token })).toMatchObject(down)
})

it('is not ready while it stops, and goes on answering', async () => {
  const { backend } = resellerOn(database())
  const app = createApp({ ...backend, isStopping: () => true })
  expect((await app.request('/ready')).status).toBe(503)
  expect((await app.request('/health')).status).toBe(200)
})
