import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { kobo } from '../pricing/kobo.ts'
import type { Database } from '../storage/database.ts'
import { readFloat } from '../storage/operator-reads.ts'
import { raiseAlert } from '../storage/telling.ts'
import { useDatabase } from '../storage/use-database.test-support.ts'
import { operatorOf } from './operator/operator.test-support.ts'
import { codeAnswer, LOST, type TestReseller } from './reseller.test-support.ts'

const { database } = useDatabase()

async function scrape({ get, tokenOf }: Pick<TestReseller, 'get' | 'tokenOf'>): Promise<Map<string, number>> {
  const token = await tokenOf({ kind: 'operator', name: 'prometheus' })
  const { body, status, headers } = await get('/metrics', { token })
  expect([status, headers.get('content-type')]).toEqual([200, 'text/plain; version=0.0.4; charset=utf-8'])
  const samples = String(body)
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
  return new Map(
    samples.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.split(' ').at(-1))]),
  )
}

it('tells what is sold, held and in doubt', async () => {
  const operator = await operatorOf(database(), kobo(200_000))
  const before = await scrape(operator)
  const change = (after: Map<string, number>, name: string) =>
    (after.get(name) ?? 0) - (before.get(name) ?? 0)
  await operator.buy({ request_id: 'one' })
  operator.vtpass.pay = () => LOST
  await operator.buy({ request_id: 'two' })
  await operator.buy({ request_id: 'three' })
  operator.advance(90)
  const after = await scrape(operator)
  expect(change(after, 'reseller_purchases{kind="data",state="delivered"}')).toBe(1)
  expect(change(after, 'reseller_purchases{kind="data",state="unknown"}')).toBe(2)
  expect(change(after, 'reseller_open_purchases{state="unknown"}')).toBe(2)
  expect(change(after, 'reseller_held_kobo')).toBe(48_000)
  expect(after.get('reseller_oldest_open_purchase_age_seconds{state="unknown"}')).toBe(90)
  expect(after.get('reseller_open_purchases{state="review"}')).toBe(0)
  expect(after.get('reseller_database_up')).toBe(1)
})

it('tells what waits for people and customers', async () => {
  const operator = await operatorOf(database())
  const token = await operator.tokenOf({ kind: 'customer', id: operator.id })
  await operator.put('/api/v1/webhook', { url: 'http://127.0.0.1:9/hook' }, { token })
  const before = await scrape(operator)
  await operator.buy()
  await raiseAlert(database(), { kind: 'test', subject: 'a', detail: 'a' }, operator.backend.shop.now())
  await raiseAlert(database(), { kind: 'test', subject: 'b', detail: 'b' }, operator.backend.shop.now())
  const after = await scrape(operator)
  expect((after.get('reseller_notices_due') ?? 0) - (before.get('reseller_notices_due') ?? 0)).toBe(1)
  expect(after.get('reseller_alerts_open{kind="test"}')).toBe(2)
  const { items } = (await operator.asksFor('alerts?limit=200')).body.data
  for (const { id, kind } of items) if (kind === 'test') await operator.says(`alerts/${id}/acknowledge`, {})
  expect((await scrape(operator)).get('reseller_alerts_open{kind="test"}')).toBeUndefined()
})

it('tells the float by the ledger and by VTpass, once VTpass has told', async () => {
  const operator = await operatorOf(database())
  await operator.says('float', { amount: 750.25, reference: randomUUID(), note: 'top-up' })
  const before = await scrape(operator)
  expect(before.get('reseller_ledger_float_kobo')).toBe((await readFloat(database())).float)
  expect(before.get('reseller_vtpass_balance_kobo')).toBeUndefined()
  const body = { code: 1, contents: { balance: 1081.8199999998 } }
  operator.vtpass.balance = () => ({ kind: 'answer', httpStatus: 200, contentType: 'application/json', body })
  await operator.asksFor('reconciliation')
  operator.advance(5)
  operator.vtpass.balance = () => LOST
  await operator.asksFor('reconciliation')
  const after = await scrape(operator)
  expect(after.get('reseller_vtpass_balance_kobo')).toBe(108_182)
  expect(after.get('reseller_vtpass_balance_timestamp_seconds')).toBe(Date.UTC(2026, 0, 27, 12) / 1000)
})

it('reads the whole ledger once a minute, and what is under way each time', async () => {
  const operator = await operatorOf(database())
  const first = await scrape(operator)
  operator.vtpass.pay = () => LOST
  await operator.buy()
  const held = 'reseller_held_kobo'
  const total = 'reseller_purchases{kind="data",state="unknown"}'
  const second = await scrape(operator)
  expect((second.get(held) ?? 0) - (first.get(held) ?? 0)).toBe(24_000)
  expect(second.get(total) ?? 0).toBe(first.get(total) ?? 0)
  operator.advance(60)
  const third = await scrape(operator)
  expect((third.get(total) ?? 0) - (first.get(total) ?? 0)).toBe(1)
})

it('counts calls to VTpass by what came of them, requests by route, and webhooks by what they are about', async () => {
  const operator = await operatorOf(database())
  operator.vtpass.pay = () => codeAnswer('016', 'failed', 'TRANSACTION FAILED')
  await operator.buy({ request_id: 'one' })
  operator.vtpass.pay = () => LOST
  await operator.buy({ request_id: 'two' })
  await operator.buy({ variation_code: 'no-such-plan' })
  await operator.get('/nothing/1')
  await operator.get('/nothing/2')
  const webhook = (body: object) => operator.post('/api/v1/vtpass/webhook', body)
  await webhook({ type: 'transaction-update', data: { requestId: operator.vtpass.paid[0]?.request_id } })
  await webhook({ type: 'transaction-update', data: { requestId: 'nobody-s' } })
  await webhook({ type: 'variations-update', serviceID: 'mtn-data' })
  await webhook({})
  const samples = await scrape(operator)
  const calls = (call: string, outcome: string) =>
    samples.get(`reseller_vtpass_call_duration_seconds_count{call="${call}",outcome="${outcome}"}`)
  expect([calls('pay', 'failed'), calls('pay', 'unknown'), calls('variations', 'answer')]).toEqual([1, 1, 1])
  const requests = (method: string, route: string, status: number) =>
    samples.get(
      `reseller_http_request_duration_seconds_count{method="${method}",route="${route}",status="${status}"}`,
    )
  expect(requests('POST', '/api/v1/vtpass/data/purchase', 200)).toBe(1)
  expect(requests('POST', '/api/v1/vtpass/data/purchase', 400)).toBe(2)
  expect(requests('GET', 'none', 404)).toBe(2)
  const webhooks = (about: string) => samples.get(`reseller_webhooks_received_total{about="${about}"}`)
  expect([webhooks('purchase'), webhooks('plans'), webhooks('nothing')]).toEqual([1, 1, 2])
})

it('leaves out what the database has while it is away, and tells the rest', async () => {
  let isGone = false
  const leaving: Database = {
    ...database(),
    query: (text, values) =>
      isGone
        ? Promise.reject(Object.assign(new Error('gone'), { code: 'ECONNREFUSED' }))
        : database().query(text, values),
  }
  const operator = await operatorOf(leaving)
  operator.vtpass.pay = () => LOST
  await operator.buy()
  await scrape(operator)
  isGone = true
  operator.advance(1)
  const samples = await scrape(operator)
  expect(samples.get('reseller_database_up')).toBe(0)
  const fromDatabase = ['held', 'open', 'purchases', 'oldest', 'ledger', 'notices', 'alerts']
  const left = [...samples.keys()].filter((name) =>
    fromDatabase.some((each) => name.startsWith(`reseller_${each}`)),
  )
  expect(left).toEqual([])
  expect([...samples.keys()].some((name) => name.startsWith('reseller_vtpass_call'))).toBe(true)
  expect(operator.reported).toEqual(['reading the gauges: Error: gone'])
  isGone = false
  expect((await scrape(operator)).get('reseller_database_up')).toBe(1)
})

it('is a registry of each app’s own', async () => {
  const one = await operatorOf(database())
  const other = await operatorOf(database())
  await one.buy()
  const paid = 'reseller_vtpass_call_duration_seconds_count{call="pay",outcome="delivered"}'
  expect([(await scrape(one)).get(paid), (await scrape(other)).get(paid)]).toEqual([1, undefined])
})

it('is for operators alone, and not too often', async () => {
  const { get, tokenOf, id } = await operatorOf(database(), undefined, { perUser: 1 })
  for (const token of [null, await tokenOf({ kind: 'customer', id })]) {
    expect((await get('/metrics', { token })).status).toBe(401)
  }
  const token = await tokenOf({ kind: 'operator', name: 'prometheus' })
  expect((await get('/metrics', { token })).status).toBe(200)
  expect((await get('/metrics', { token })).status).toBe(429)
})
