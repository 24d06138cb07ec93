// NODE_OPTIONS=--experimental-vm-modules npx jest, where vtpass-simulator is installed
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { startSimulator } from 'vtpass-simulator'

let simulator
let vtpass

beforeAll(async () => {
  simulator = await startSimulator({ port: 0 })
})
afterAll(() => simulator.stop())
beforeEach(async () => {
  vtpass = await simulator.accounts.create({ wallet: 5000 })
})

test('airtime whose answer is lost is bought once', async () => {
  await vtpass.scenarios.add({ occurrence: { first: 1 }, fate: 'delivered-but-unheard' })
  const { requestId, status } = await buyAirtime('08011111111', 100)
  const charged = (await vtpass.transactions.list()).filter((transaction) => transaction.charged > 0)

  expect(status).toBe('delivered')
  expect(charged.map((transaction) => transaction.requestId)).toEqual([requestId])
  expect(await vtpass.read()).toMatchObject({ wallet: 4903.5 })
  expect(await vtpass.journal.count({ endpoint: 'requery', requestId })).toBe(1)
})

/** The reseller under test: where it hears nothing, it asks before it believes anything. */
async function buyAirtime(phone, amount) {
  const requestId = newRequestId()
  const paid = await call('pay', { request_id: requestId, serviceID: 'mtn', amount, phone })
  const answer = paid ?? (await call('requery', { request_id: requestId }))
  return { requestId, status: answer?.content?.transactions?.status ?? 'unknown' }
}

/** VTpass's answer; null is silence. */
async function call(path, fields) {
  try {
    const answer = await fetch(`${simulator.baseUrl}/${path}`, {
      method: 'POST',
      headers: {
        'api-key': vtpass.apiKey,
        'secret-key': vtpass.secretKey,
        'content-type': 'application/json',
      },
      body: JSON.stringify(fields),
    })
    return await answer.json()
  } catch {
    return null
  }
}

/** The minute in Lagos, and what nobody guesses. */
function newRequestId() {
  const lagos = new Date(Date.now() + 3_600_000).toISOString().replace(/\D/g, '')
  return lagos.slice(0, 12) + randomUUID().replaceAll('-', '')
}
