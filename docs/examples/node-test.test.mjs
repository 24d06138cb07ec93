// node --test docs/examples/node-test.test.mjs, where vtpass-simulator is installed
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, beforeEach, test } from 'node:test'
import { startSimulator } from 'vtpass-simulator'

let simulator
let vtpass

before(async () => {
  simulator = await startSimulator({ port: 0 })
})
after(() => simulator.stop())
beforeEach(async () => {
  vtpass = await simulator.accounts.create({ wallet: 5000 })
})

test('airtime whose answer is lost is bought once', async () => {
  await vtpass.scenarios.add({ occurrence: { first: 1 }, fate: 'delivered-but-unheard' })
  const { requestId, status } = await buyAirtime('08011111111', 100)
  const charged = (await vtpass.transactions.list()).filter((transaction) => transaction.charged > 0)

  assert.equal(status, 'delivered')
  assert.deepEqual(
    charged.map((transaction) => transaction.requestId),
    [requestId],
  )
  assert.equal((await vtpass.read()).wallet, 4903.5)
  assert.equal(await vtpass.journal.count({ endpoint: 'requery', requestId }), 1)
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
