import { describe } from 'vitest'
import { expect, test, type Vtpass } from './index.ts'

function call(vtpass: Vtpass, path: string, fields?: object): Promise<Response> {
  return fetch(`${vtpass.baseUrl}/${path}`, {
    method: fields === undefined ? 'GET' : 'POST',
    headers: {
      'api-key': vtpass.apiKey,
      ...(fields === undefined ? { 'public-key': vtpass.publicKey } : { 'secret-key': vtpass.secretKey }),
      'content-type': 'application/json',
    },
    ...(fields !== undefined && { body: JSON.stringify(fields) }),
  })
}

async function airtimeOf(vtpass: Vtpass, name: string) {
  const { lagos } = await vtpass.clock.get()
  return { request_id: `${lagos}${name}`, serviceID: 'mtn', amount: 100, phone: '08011111111' }
}

/** Buys airtime and gives its request id, whatever was heard. */
async function buy(vtpass: Vtpass, name: string): Promise<string> {
  const fields = await airtimeOf(vtpass, name)
  await call(vtpass, 'pay', fields).catch(() => {})
  return fields.request_id
}

const accounts = new Set<string>()

test('a test has an account of its own, with the default settings', async ({ vtpass }) => {
  accounts.add(vtpass.id)

  expect(await vtpass.read()).toMatchObject({ id: vtpass.id, wallet: 1_000_000, state: 'active' })
  await expect(vtpass).toHaveBoughtNothing()
  await buy(vtpass, 'a')
})

test('another test has another, on which nothing has happened', async ({ vtpass }) => {
  expect(accounts).not.toContain(vtpass.id)
  await expect(vtpass).toHaveBoughtNothing()
  expect(await vtpass.journal.list()).toEqual([])
})

test('the account of a test that is over is still there, for a report', async ({ vtpassSimulator }) => {
  const ids = (await vtpassSimulator.accounts.list()).map(({ id }) => id)

  expect(ids).toEqual(expect.arrayContaining([...accounts]))
})

test('env is what a reseller of its own process is started with', ({ vtpass }) => {
  expect(vtpass.env).toEqual({
    VTPASS_BASE_URL: `${vtpass.url}/api`,
    VTPASS_API_KEY: vtpass.apiKey,
    VTPASS_PUBLIC_KEY: vtpass.publicKey,
    VTPASS_SECRET_KEY: vtpass.secretKey,
  })
})

test('a delivered purchase that was not heard of is bought once, and a requery tells so', async ({
  vtpass,
}) => {
  await vtpass.scenarios.add({ occurrence: { first: 1 }, fate: 'delivered-but-unheard' })
  const requestId = await buy(vtpass, 'a')
  await expect(vtpass).not.toHaveRequeried(requestId)
  const answer = await (await call(vtpass, 'requery', { request_id: requestId })).json()

  expect(answer).toMatchObject({ code: '000', content: { transactions: { status: 'delivered' } } })
  await expect(vtpass).toHaveBoughtOnce(requestId)
  await expect(vtpass).toHaveRequeried(requestId)
})

test('whoever buys again instead has bought twice, and a finding says so', async ({ vtpass }) => {
  await vtpass.change({ duplicateWindow: 0 })
  await vtpass.scenarios.add({ occurrence: { first: 1 }, fate: 'delivered-but-unheard' })
  const requestId = await buy(vtpass, 'a')
  await buy(vtpass, 'b')

  await expect(vtpass).not.toHaveBoughtOnce(requestId)
  await expect(expect(vtpass).toHaveNoFindings()).rejects.toThrow('bought-again-while-in-doubt')
})

test('what a reseller does later is waited for with poll', async ({ vtpass }) => {
  const requestId = await buy(vtpass, 'a')
  const later = setTimeout(() => call(vtpass, 'requery', { request_id: requestId }), 100)

  await expect.poll(() => vtpass).toHaveRequeried(requestId)
  clearTimeout(later)
})

describe('with settings', () => {
  test.override('vtpassSettings', { wallet: 50 })

  test('the account has them', async ({ vtpass }) => {
    const answer = await (await call(vtpass, 'pay', await airtimeOf(vtpass, 'a'))).json()

    expect(answer).toMatchObject({ code: '018' })
    await expect(vtpass).toHaveBoughtNothing()
    expect(await vtpass.read()).toMatchObject({ wallet: 50 })
  })
})
