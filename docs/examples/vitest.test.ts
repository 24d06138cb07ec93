// npx vitest, where vtpass-simulator is installed
import { randomUUID } from 'node:crypto'
import { expect, test, type Vtpass } from 'vtpass-simulator/vitest'

test.override('vtpassSettings', { wallet: 5000 })

test('airtime whose answer is lost is bought once', async ({ vtpass }) => {
  await vtpass.scenarios.add({ occurrence: { first: 1 }, fate: 'delivered-but-unheard' })
  const { requestId, status } = await buyAirtime(vtpass, '08011111111', 100)

  expect(status).toBe('delivered')
  await expect(vtpass).toHaveRequeried(requestId)
  await expect(vtpass).toHaveBoughtOnce(requestId)
  expect(await vtpass.read()).toMatchObject({ wallet: 4903.5 })
  await expect(vtpass).toHaveNoFindings()
})

test('airtime that fails after it was pending costs nothing', async ({ vtpass }) => {
  await vtpass.scenarios.add({ fate: 'pending-then-failed' })
  const { requestId, status } = await buyAirtime(vtpass, '08011111111', 100)
  await vtpass.clock.advance('1m')

  expect(status).toBe('pending')
  expect(await statusOf(vtpass, requestId)).toBe('failed')
  await expect(vtpass).toHaveBoughtNothing()
})

/** The reseller under test: where it hears nothing, it asks before it believes anything. */
async function buyAirtime(vtpass: Vtpass, phone: string, amount: number) {
  const requestId = newRequestId()
  const paid = await call(vtpass, 'pay', { request_id: requestId, serviceID: 'mtn', amount, phone })
  const status = paid === null ? await statusOf(vtpass, requestId) : statusIn(paid)
  return { requestId, status }
}

async function statusOf(vtpass: Vtpass, requestId: string): Promise<string> {
  return statusIn(await call(vtpass, 'requery', { request_id: requestId }))
}

interface Answer {
  readonly content?: { readonly transactions?: { readonly status?: string } }
}

function statusIn(answer: Answer | null): string {
  return answer?.content?.transactions?.status ?? 'unknown'
}

/** VTpass's answer; null is silence. */
async function call(vtpass: Vtpass, path: string, fields: object): Promise<Answer | null> {
  try {
    const answer = await fetch(`${vtpass.baseUrl}/${path}`, {
      method: 'POST',
      headers: {
        'api-key': vtpass.apiKey,
        'secret-key': vtpass.secretKey,
        'content-type': 'application/json',
      },
      body: JSON.stringify(fields),
    })
    return (await answer.json()) as Answer
  } catch {
    return null
  }
}

/** The minute in Lagos, and what nobody guesses. */
function newRequestId(): string {
  const lagos = new Date(Date.now() + 3_600_000).toISOString().replace(/\D/g, '')
  return lagos.slice(0, 12) + randomUUID().replaceAll('-', '')
}
