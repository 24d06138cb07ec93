import fc from 'fast-check'
import { expect, it } from 'vitest'
import { delivered, REFERENCE } from './answers.test-support.ts'
import { readWebhook } from './webhook-body.ts'

const transaction = { kind: 'transaction-update', requestId: REFERENCE }

it.each([
  ['wrapped', { type: 'transaction-update', data: delivered }],
  ['with another name for the id', { type: 'transaction-update', data: { request_id: REFERENCE } }],
  ['unwrapped', delivered],
  ['unwrapped, with its type', { type: 'transaction-update', ...delivered }],
  ['unwrapped, with another name for the id', { code: '000', request_id: REFERENCE }],
  ['wrapped without a type', { data: delivered }],
  ['a reversal', { type: 'transaction-update', data: { ...delivered, code: '040', transaction_date: null } }],
])('a transaction: %s', (_, body) => {
  expect(readWebhook(body)).toEqual(transaction)
})

it('the id that is wrapped counts', () => {
  const body = { type: 'transaction-update', data: { requestId: REFERENCE }, requestId: 'another' }
  expect(readWebhook(body)).toEqual(transaction)
})

it('the plans of a service', () => {
  const body = {
    type: 'variations-update',
    response_description: 'VARIATION CODE UPDATE',
    serviceID: 'mtn-data',
    data: { response_description: '000', content: { serviceID: 'glo-data', variations: [] } },
  }
  expect(readWebhook(body)).toEqual({ kind: 'variations-update', serviceID: 'mtn-data' })
})

it('nothing but the id is believed', () => {
  const said = readWebhook({ type: 'transaction-update', data: { ...delivered, code: '040' } })
  expect(Object.keys(said ?? {})).toEqual(['kind', 'requestId'])
})

it.each([
  null,
  undefined,
  '',
  REFERENCE,
  17,
  [],
  [{ type: 'transaction-update', data: delivered }],
  {},
  { type: 'transaction-update' },
  { type: 'transaction-update', data: null },
  { type: 'transaction-update', data: [] },
  { type: 'transaction-update', data: { requestId: 17 } },
  { type: 'transaction-update', data: { requestId: '' } },
  { type: 'transaction-update', data: { requestId: 'x'.repeat(129) } },
  { type: 'transaction-update', data: { requestId: "'; DROP TABLE purchase; --" } },
  { type: 'transaction-update', data: { requestId: `${REFERENCE}\n` } },
  { type: 'TRANSACTION-UPDATE', data: delivered },
  { type: 'wallet-update', data: delivered },
  { type: null, data: delivered },
  { type: 'variations-update' },
  { type: 'variations-update', serviceID: { $ne: '' } },
  { type: 'variations-update', serviceID: '../admin' },
  { type: 'variations-update', data: { content: { serviceID: 'mtn-data' } } },
])('is neither: %j', (body) => {
  expect(readWebhook(body)).toBeNull()
})

it('no JSON value is too much for it', () => {
  const bodies = fc.oneof(
    fc.jsonValue(),
    fc.record({ type: fc.constantFrom('transaction-update', 'variations-update'), data: fc.jsonValue() }),
  )
  fc.assert(fc.property(bodies, (body) => void readWebhook(body)))
})
