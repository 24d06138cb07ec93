import { expect, it, onTestFinished } from 'vitest'
import { startSimulator } from '../../simulator/index.ts'
import { pactOf } from './pact.test-support.ts'
import { verifyAside } from './verifier.test-support.ts'

/** What a shop in any language may have in its pact. */
async function verify(interactions: readonly object[], version?: string) {
  const simulator = await startSimulator({ port: 0 })
  onTestFinished(() => simulator.stop())
  const target = { simulator: simulator.url }
  return (await verifyAside({ pact: pactOf(interactions, version), target })).map(({ outcome, reasons }) => [
    outcome,
    ...reasons,
  ])
}

const HOLDS = [['holds']]

const json = { 'content-type': 'application/json', 'api-key': 'of the pact', 'secret-key': 'SK' }
const form = { ...json, 'content-type': 'application/x-www-form-urlencoded' }
const fields = { request_id: '2025010100001', serviceID: 'mtn', amount: 100, phone: '08011111111' }
const delivered = {
  code: '000',
  requestId: '2025010100001',
  content: { transactions: { status: 'delivered' } },
}

/** A purchase of version 2, without a matcher and without a generator. */
const purchase = {
  description: 'airtime',
  providerState: 'a request id that was never used',
  request: { method: 'POST', path: '/api/pay', headers: json, body: fields },
  response: { status: 200, body: delivered },
}

it('the keys and the request id of the pact are its own, and an echo is held to that request id', async () => {
  expect(await verify([purchase])).toEqual(HOLDS)
})

it('an echo of another request id is noticed', async () => {
  const response = { status: 200, body: { ...delivered, requestId: 'another' } }

  expect(await verify([{ ...purchase, response }])).toEqual([
    ['broken', expect.stringMatching(/^\$\.requestId: Expected '2025010100001'/)],
  ])
})

it('paths may begin behind /api', async () => {
  expect(await verify([{ ...purchase, request: { ...purchase.request, path: '/pay' } }])).toEqual(HOLDS)
})

it('a form stays a form', async () => {
  const body = String(new URLSearchParams({ ...fields, amount: '100' }))

  expect(await verify([{ ...purchase, request: { ...purchase.request, headers: form, body } }])).toEqual(
    HOLDS,
  )
})

it('a query is asked as it is', async () => {
  const request = { method: 'GET', path: '/service-variations', query: 'serviceID=gotv', headers: json }
  const response = { status: 200, body: { content: { serviceID: 'gotv' } } }

  expect(await verify([{ description: 'plans', request, response }])).toEqual(HOLDS)
})

it('a request id without a state is sent as it is: VTpass’s own words about it can be agreed on', async () => {
  const { providerState: _, ...asItIs } = purchase
  const response = { status: 200, body: { code: '085' } }

  expect(await verify([{ ...asItIs, response }])).toEqual(HOLDS)
})

it('an older pact calls its state by another name', async () => {
  const { providerState: provider_state, ...old } = purchase

  expect(await verify([{ ...old, provider_state }], '1.0.0')).toEqual(HOLDS)
})

it('version 3 has several states, with parameters, and takes their values with fromProviderState', async () => {
  const interaction = {
    description: 'a requery',
    providerStates: [
      { name: 'a failed purchase' },
      { name: 'a delivered purchase', params: { serviceID: 'glo' } },
    ],
    request: {
      method: 'POST',
      path: '/api/requery',
      headers: json,
      body: { request_id: 'example' },
      generators: {
        // biome-ignore lint/suspicious/noTemplateCurlyInString: Pact's own expression.
        body: { '$.request_id': { type: 'ProviderState', expression: '${requestId}', dataType: 'STRING' } },
      },
    },
    response: {
      status: 200,
      body: { requestId: 'example', content: { transactions: { product_name: 'GLO Airtime VTU' } } },
      matchingRules: { body: { '$.requestId': { matchers: [{ match: 'type' }] } } },
    },
  }

  expect(await verify([interaction], '3.0.0')).toEqual(HOLDS)
})

it('what several states give is put together', async () => {
  const interaction = {
    ...purchase,
    providerStates: [
      { name: 'a wallet that holds less than the purchase costs' },
      { name: 'a request id that was never used' },
    ],
    response: { status: 200, body: { code: '018' } },
  }

  expect(await verify([interaction], '3.0.0')).toEqual(HOLDS)
})

it.each([
  ['mtn-data', 'MTN Data', 'delivered'],
  ['gotv', 'Gotv Payment', 'pending'],
  ['smile-direct', 'Smile Payment', 'failed'],
  ['spectranet', 'Spectranet', 'delivered'],
])('a purchase of %s can be arranged', async (serviceID, product_name, status) => {
  const interaction = {
    description: 'a requery',
    providerStates: [{ name: `a ${status} purchase`, params: { serviceID } }],
    request: { method: 'POST', path: '/requery', headers: json, body: { request_id: '1' } },
    response: { status: 200, body: { content: { transactions: { product_name, status } } } },
  }

  expect(await verify([interaction], '3.0.0')).toEqual(HOLDS)
})
