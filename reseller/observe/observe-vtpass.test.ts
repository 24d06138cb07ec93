import { expect, it } from 'vitest'
import { createLog } from '../log.ts'
import type { Heard } from '../vtpass/heard.ts'
import type { Vtpass } from '../vtpass/vtpass.ts'
import { observeVtpass } from './observe-vtpass.ts'
import { createObserver } from './observer.ts'
import { currentTrace, inTrace } from './trace.ts'

function answer(body: unknown, httpStatus = 200): Heard {
  return { kind: 'answer', httpStatus, contentType: 'application/json', body }
}

const lost: Heard = { kind: 'lost', why: 'no whole answer in time' }

/** Every call is answered by the same, after 1.5 s. */
function observed(heard: Heard) {
  const lines: string[] = []
  let now = 1_000
  const say = async () => {
    now += 1_500
    return heard
  }
  let closed = 0
  const vtpass: Vtpass = {
    pay: say,
    requery: say,
    variations: say,
    services: say,
    verify: say,
    balance: say,
    close: async () => {
      closed += 1
    },
  }
  const log = createLog({ level: 'debug', secrets: [] }, { write: (line) => void lines.push(line) })
  const observer = { ...createObserver(log), elapsedMs: () => now }
  return {
    ...observeVtpass(vtpass, observer, () => new Date(5_000)),
    observer,
    read: () => lines.map((line) => JSON.parse(line)),
    closed: () => closed,
  }
}

const fields = { request_id: '202601271200abc', serviceID: 'mtn', phone: '08012345678' }

it('gives what was heard through untouched, whatever is asked', async () => {
  const vtpass = observed(lost)
  const heard = [
    await vtpass.pay(fields),
    await vtpass.requery('a'),
    await vtpass.variations('mtn-data'),
    await vtpass.services('data'),
    await vtpass.verify({ serviceID: 'gotv', billersCode: '1' }),
    await vtpass.balance(),
  ]
  for (const each of heard) expect(each).toBe(lost)
  expect(vtpass.read().map(({ call }) => call)).toEqual([
    'pay',
    'requery',
    'variations',
    'services',
    'verify',
    'balance',
  ])
  await vtpass.close()
  expect(vtpass.closed()).toBe(1)
})

it('measures how long it took, in seconds', async () => {
  const vtpass = observed(lost)
  await vtpass.pay(fields)
  const { values } = await vtpass.observer.metrics.vtpassCalls.get()
  const labels = { call: 'pay', outcome: 'unknown' }
  expect(values.find(({ metricName }) => metricName?.endsWith('_sum'))).toMatchObject({ labels, value: 1.5 })
  expect(vtpass.read()).toMatchObject([{ ms: 1500 }])
})

it.each([
  ['delivered', answer({ code: '000', content: { transactions: { status: 'delivered' } } })],
  ['failed', answer({ code: '016', content: {} })],
  ['unknown', answer('<html>', 502)],
])('says what the answer to a purchase comes to: %s', async (outcome, heard) => {
  const vtpass = observed(heard)
  await vtpass.pay(fields)
  expect(vtpass.read()).toMatchObject([{ outcome, level: 'info' }])
})

it('writes down which purchase a call is about, and the request that is under way knows it from then on', async () => {
  const vtpass = observed(lost)
  await inTrace('one', async () => {
    await vtpass.pay(fields, 'id-1')
    expect(currentTrace()).toEqual({ request: 'one', purchase: 'id-1', reference: '202601271200abc' })
  })
  await vtpass.requery('b', 'id-2')
  expect(vtpass.read()).toMatchObject([
    { request: 'one', purchase: 'id-1', reference: '202601271200abc' },
    { purchase: 'id-2', reference: 'b' },
  ])
})

it('writes no purchase down where nobody says one', async () => {
  const vtpass = observed(lost)
  expect(await vtpass.requery('a')).toBe(lost)
  expect(vtpass.read()).toMatchObject([{ reference: 'a', why: 'no whole answer in time' }])
  expect(vtpass.read()[0]).not.toHaveProperty('purchase')
})

it('keeps the last balance that was told, and no other', async () => {
  const told = observed(answer({ code: 1, contents: { balance: '12.345' } }))
  await told.balance()
  const { metrics } = told.observer
  expect((await metrics.vtpassBalance.get()).values).toMatchObject([{ value: 1_235 }])
  expect((await metrics.vtpassBalanceAt.get()).values).toMatchObject([{ value: 5 }])
  const silentOne = observed(lost)
  await silentOne.balance()
  expect((await silentOne.observer.metrics.vtpassBalance.get()).values).toEqual([])
})
