import { describe, expect, it } from 'vitest'
import { airtime, clientOf, MARCH_10 } from '../../test/client.ts'
import { createManualClock } from '../clock.ts'
import { type AccountOptions, createSimulator } from '../index.ts'

const start = (account: AccountOptions = {}) =>
  clientOf(createSimulator({ account, clock: createManualClock(MARCH_10) }))

const basic = (login: string) => ({ authorization: `Basic ${Buffer.from(login).toString('base64')}` })
const apiKey = { 'api-key': 'sim-api-key' }
const publicKey = { 'public-key': 'PK_sim_public_key' }
const secretKey = { 'secret-key': 'SK_sim_secret_key' }
const refused = '{"code":"087","message":"INVALID CREDENTIALS"}'

const variations = 'service-variations?serviceID=gotv'
const gets = ['balance', 'service-categories', 'services?identifier=data', variations]
const posts = ['pay', 'requery', 'merchant-verify', 'merchant-verify/smile/email']

describe.each(gets)('GET %s', (path) => {
  it.each([
    ['api-key with public-key', { ...apiKey, ...publicKey }],
    ['all three keys', { ...apiKey, ...publicKey, ...secretKey }],
    ['Basic', basic('sandbox@vtpass.com:sandbox')],
    ['Basic beside the keys', { ...apiKey, ...publicKey, ...basic('sandbox@vtpass.com:sandbox') }],
  ])('takes %s, without a warning, strict or not', async (_name, headers) => {
    for (const strict of [false, true]) {
      const answer = await start({ strict }).send(path, { headers })
      expect(answer.status).toBe(200)
      expect(answer.headers.has('x-simulator-warning')).toBe(false)
    }
  })

  it.each([
    ['a wrong api-key', { 'api-key': 'x', ...publicKey }],
    ['a wrong public-key', { ...apiKey, 'public-key': 'x' }],
    ['a wrong public-key beside the right secret-key', { ...apiKey, ...secretKey, 'public-key': 'x' }],
    ['a wrong secret-key alone', { ...apiKey, 'secret-key': 'x' }],
    ['a wrong password', basic('sandbox@vtpass.com:x')],
    ['an unknown e-mail', basic('x@vtpass.com:sandbox')],
    ['Basic without a colon', basic('sandbox')],
    ['Basic that is no base64', { authorization: 'Basic ***' }],
    ['Basic without anything', { authorization: 'Basic' }],
    ['another scheme', { authorization: 'Bearer sim-api-key' }],
  ])('refuses %s', async (_name, headers) => {
    const answer = await start().send(path, { headers })
    expect(answer.status).toBe(401)
    expect(answer.text).toBe(refused)
    expect(answer.headers.get('x-simulator-reason')).toBeTruthy()
  })

  it('takes secret-key in place of public-key with a warning, and refuses it when strict', async () => {
    const answer = await start().send(path, { headers: { ...apiKey, ...secretKey } })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('x-simulator-warning')).toContain('public-key')
    expect((await start({ strict: true }).send(path, { headers: { ...apiKey, ...secretKey } })).text).toBe(
      refused,
    )
  })
})

it.each([
  ['none at all', {}],
  ['no public-key', apiKey],
])(
  'GET service-variations takes credentials of which there are %s, with a warning; strict refuses them',
  async (_name, headers) => {
    const answer = await start().send(variations, { headers })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('x-simulator-warning')).toBeTruthy()
    expect((await start({ strict: true }).send(variations, { headers })).text).toBe(refused)
  },
)

it.each(['balance', 'service-categories', 'services?identifier=data'])(
  'GET %s refuses a call without credentials, or without public-key',
  async (path) => {
    expect((await start().send(path, { headers: {} })).text).toBe(refused)
    expect((await start().send(path, { headers: apiKey })).text).toBe(refused)
  },
)

describe.each(posts)('POST %s', (path) => {
  const post = (headers: Record<string, string>) =>
    start().send(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: '{}',
    })

  it.each([
    ['api-key with secret-key', { ...apiKey, ...secretKey }],
    ['all three keys', { ...apiKey, ...publicKey, ...secretKey }],
    ['Basic', basic('sandbox@vtpass.com:sandbox')],
  ])('takes %s', async (_name, headers) => {
    expect((await post(headers)).body.code).toBe('011')
  })

  it.each([
    ['nothing', {}],
    ['api-key alone', apiKey],
    ['public-key in place of secret-key', { ...apiKey, ...publicKey }],
    ['a wrong secret-key', { ...apiKey, 'secret-key': 'x' }],
    ['secret-key alone', secretKey],
    ['an empty secret-key', { ...apiKey, 'secret-key': '' }],
    ['a wrong password', basic('sandbox@vtpass.com:Sandbox')],
  ])('refuses %s', async (_name, headers) => {
    const answer = await post(headers)
    expect(answer.status).toBe(401)
    expect(answer.text).toBe(refused)
  })
})

it.each([
  ['malformed', '{'],
  ['too large', 'x'.repeat(1_100_000)],
])('looks at credentials before the body: one that is %s is 087 too', async (_name, body) => {
  const answer = await start().send('pay', { method: 'POST', body })
  expect(answer.text).toBe(refused)
})

it('takes Basic beside an empty api-key', async () => {
  const headers = {
    'api-key': '',
    authorization: `Basic   ${basic('sandbox@vtpass.com:sandbox').authorization.slice(6)}`,
  }
  expect((await start().send('balance', { headers })).status).toBe(200)
})

describe('an account', () => {
  it('that takes keys only refuses Basic', async () => {
    const { send, get } = start({ authentication: 'keys' })
    expect((await send('balance', { headers: basic('sandbox@vtpass.com:sandbox') })).text).toBe(refused)
    expect((await get('balance')).status).toBe(200)
  })

  it('that takes Basic only refuses keys', async () => {
    const { send, get } = start({ authentication: 'basic' })
    expect((await send('balance', { headers: basic('sandbox@vtpass.com:sandbox') })).status).toBe(200)
    expect((await get('balance')).text).toBe(refused)
  })

  it.each([
    ['locked', '021', 'ACCOUNT LOCKED'],
    ['suspended', '022', 'ACCOUNT SUSPENDED'],
    ['api-disabled', '023', 'API ACCESS NOT ENABLE FOR USER'],
    ['inactive', '024', 'ACCOUNT INACTIVE'],
  ] as const)(
    'that is %s answers %s to purchase, requery, verification and balance',
    async (state, code, text) => {
      const { pay, requery, verify, get } = start({ state })
      for (const answer of [
        await pay(airtime('a')),
        await requery('a'),
        await verify({}),
        await get('balance'),
      ]) {
        expect(answer.body).toEqual({ code, response_description: text, content: { errors: [] } })
      }
      expect((await get('service-categories')).status).toBe(200)
    },
  )

  it('lets in only whitelisted addresses', async () => {
    expect(await start({ whitelistedIps: ['127.0.0.1'] }).balance()).toBe(1_000_000)
    expect((await start({ whitelistedIps: ['10.0.0.1'] }).get('balance')).body.code).toBe('027')
  })

  it('sells only whitelisted products', async () => {
    const { pay } = start({ whitelistedProducts: ['glo'] })
    expect((await pay(airtime('a'))).body.code).toBe('028')
    expect((await pay({ ...airtime('a'), serviceID: 'glo' })).body.code).toBe('000')
  })
})
