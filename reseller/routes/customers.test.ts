import { expect, it } from 'vitest'
import type { Queries } from '../storage/database.ts'
import { createCustomers } from './customers.ts'

/** A table of customers that a test changes, and how often it was asked. */
function tableOf(kinds: Record<string, string>) {
  const asked: unknown[] = []
  const queries = {
    query: async (_: string, [id]: readonly unknown[] = []) => {
      asked.push(id)
      const kind = kinds[String(id)]
      return kind === undefined ? [] : [{ id, kind, phone: '08012345678' }]
    },
  } as unknown as Queries
  return { queries, asked }
}

it('asks once for a customer in ten seconds, and then again', async () => {
  const kinds: Record<string, string> = { ada: 'regular' }
  const { queries, asked } = tableOf(kinds)
  let now = 0
  const customers = createCustomers(queries, () => now)
  expect(await customers.get('ada')).toMatchObject({ id: 'ada', kind: 'regular' })
  kinds.ada = 'friendly'
  now = 9_999
  expect(await customers.get('ada')).toMatchObject({ kind: 'regular' })
  expect(asked).toEqual(['ada'])
  now = 10_000
  expect(await customers.get('ada')).toMatchObject({ kind: 'friendly' })
  expect(asked).toEqual(['ada', 'ada'])
})

it('keeps customers apart, and never keeps that there is none', async () => {
  const kinds: Record<string, string> = { ada: 'regular' }
  const { queries } = tableOf(kinds)
  const customers = createCustomers(queries, () => 0)
  expect(await customers.get('ada')).not.toBeNull()
  expect(await customers.get('chidi')).toBeNull()
  kinds.chidi = 'friendly'
  expect(await customers.get('chidi')).toMatchObject({ id: 'chidi', kind: 'friendly' })
  expect(await customers.get('ada')).toMatchObject({ id: 'ada', kind: 'regular' })
})

it('forgets a customer who is gone', async () => {
  const kinds: Record<string, string> = { ada: 'regular' }
  const { queries } = tableOf(kinds)
  let now = 0
  const customers = createCustomers(queries, () => now)
  await customers.get('ada')
  delete kinds.ada
  now = 10_000
  expect(await customers.get('ada')).toBeNull()
})

it('has a bound, beyond which it asks again', async () => {
  const { queries, asked } = tableOf(
    Object.fromEntries(Array.from({ length: 10_001 }, (_, index) => [`c${index}`, 'regular'])),
  )
  const customers = createCustomers(queries, () => 0)
  for (let index = 0; index <= 10_000; index += 1) await customers.get(`c${index}`)
  await customers.get('c0')
  expect(asked).toHaveLength(10_002)
  await customers.get('c10000')
  expect(asked).toHaveLength(10_002)
})
