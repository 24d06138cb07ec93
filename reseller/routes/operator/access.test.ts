import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import type { Database } from '../../storage/database.ts'
import { useDatabase } from '../../storage/use-database.test-support.ts'
import { operatorOf } from './operator.test-support.ts'

const { database } = useDatabase()
const TIME = 'from=2026-01-01T00:00:00Z&until=2026-02-01T00:00:00Z'

const reads = [
  'purchases?state=unknown',
  `purchases/${randomUUID()}`,
  'alerts',
  `profit?${TIME}`,
  'reconciliation',
]
const writes = [
  [`purchases/${randomUUID()}/resolve`, { outcome: 'failed', reason: 'x' }],
  ['alerts/1/acknowledge', {}],
  ['float', { amount: 1, reference: 'a', note: 'b' }],
] as const

it.each(reads)('a customer, a stranger and nobody may not read %s', async (path) => {
  const { asksFor, tokenOf, id } = await operatorOf(database())
  for (const token of [await tokenOf({ kind: 'customer', id }), 'x.y.z', null]) {
    expect((await asksFor(path, token)).status).toBe(401)
  }
})

it.each(writes)('a customer, a stranger and nobody may not write %s', async (path, body) => {
  const { says, tokenOf, id } = await operatorOf(database())
  for (const token of [await tokenOf({ kind: 'customer', id }), 'x.y.z', null]) {
    expect((await says(path, body, token)).status).toBe(401)
  }
})

it('an operator who asks too often is told when to come back', async () => {
  const { asksFor, says } = await operatorOf(database(), undefined, { perUser: 1 })
  await asksFor('alerts')
  for (const path of reads) expect((await asksFor(path)).status).toBe(429)
  for (const [path, body] of writes) expect((await says(path, body)).status).toBe(429)
})

it('an operator is told that the database is away', async () => {
  let isGone = false
  const down = () => Promise.reject(Object.assign(new Error('gone'), { code: 'ECONNREFUSED' }))
  const leaving: Database = {
    ...database(),
    query: (text, values) => (isGone ? down() : database().query(text, values)),
    snapshot: (work) => (isGone ? down() : database().snapshot(work)),
  }
  const { asksFor, says } = await operatorOf(leaving)
  isGone = true
  for (const path of reads) expect((await asksFor(path)).status).toBe(503)
  for (const [path, body] of writes) expect((await says(path, body)).status).toBe(503)
})

it('an operator’s body must not be too large', async () => {
  const { says } = await operatorOf(database())
  const note = 'x'.repeat(2_097_152)
  expect((await says('float', { amount: 1, reference: 'a', note })).status).toBe(413)
  expect((await says(`purchases/${randomUUID()}/resolve`, { note })).status).toBe(413)
})
