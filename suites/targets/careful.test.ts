import { describe, expect, it } from 'vitest'
import { baseUrlOf, looksLive } from './address.ts'
import { redactor } from './redact.ts'
import { NobodyAnswers, type RemoteOptions, remoteVtpass } from './remote-target.ts'
import { LimitReached, type VtpassRequest } from './target.ts'

const keys = {
  apiKey: 'api-key-of-ada',
  publicKey: 'PK_of_ada',
  secretKey: 'SK_of_ada',
  email: 'ada@shop.example',
  password: 'ada-password',
}

/** A remote that answers `{}` to everything, on a clock that leaps. */
function remote(options: Partial<RemoteOptions> = {}) {
  const asked: { url: string; init: RequestInit; at: number }[] = []
  let now = 0
  const time = {
    now: () => now,
    sleep: async (ms: number) => {
      now += ms
    },
  }
  const fetch = async (url: string, init: RequestInit) => {
    asked.push({ url, init, at: now })
    return Response.json({})
  }
  return {
    asked,
    target: remoteVtpass({ url: 'https://sandbox.vtpass.com/api', keys, fetch, time, ...options }),
  }
}

function purchase(serviceID: string, phone: string, more: Partial<VtpassRequest> = {}): VtpassRequest {
  const fields = { request_id: 'x', serviceID, amount: 100, phone }
  return { method: 'POST', path: '/pay', credentials: 'proper', fields, costs: 100, ...more }
}

it.each([
  'https://vtpass.com',
  'https://vtpass.com/api',
  'https://www.vtpass.com/api',
  'https://api-service.vtpass.com/api',
  'https://VTPASS.com./api',
  'https://notsandbox.vtpass.com/api',
  'https://vtpass.com.ng/api',
])('%s looks live, and is asked only where that is said twice', (url) => {
  expect(looksLive(baseUrlOf(url))).toBe(true)
  expect(() => remote({ url })).toThrow('looks live')
  expect(() => remote({ url, allowLive: true })).toThrow('looks live')
  expect(() => remote({ url, spendRealMoney: true })).toThrow('looks live')
  expect(remote({ url, allowLive: true, spendRealMoney: true }).target.name).toContain('vtpass.com')
})

it.each(['https://sandbox.vtpass.com/api', 'http://127.0.0.1:4040', 'https://stand-in.example/api'])(
  '%s does not',
  (url) => {
    expect(looksLive(baseUrlOf(url))).toBe(false)
  },
)

it.each([
  ['https://sandbox.vtpass.com', 'https://sandbox.vtpass.com/api'],
  ['https://sandbox.vtpass.com/', 'https://sandbox.vtpass.com/api'],
  ['https://sandbox.vtpass.com/api/', 'https://sandbox.vtpass.com/api'],
  ['http://localhost:4040/other', 'http://localhost:4040/other'],
])('%s is asked at %s', (url, baseUrl) => {
  expect(baseUrlOf(url)).toBe(baseUrl)
})

it.each([
  '',
  'sandbox.vtpass.com',
  'ftp://sandbox.vtpass.com',
  'https://ada:secret@sandbox.vtpass.com',
  'https://sandbox.vtpass.com/api?key=1',
])('"%s" is no address that can be asked', (url) => {
  expect(() => remote({ url })).toThrow()
})

describe('purchases are spaced', () => {
  it('31 s for the same service and recipient, 16 s for another service', async () => {
    const { asked, target } = remote()
    await target.ask(purchase('mtn', '08011111111'))
    await target.ask(purchase('glo', '08011111111'))
    await target.ask(purchase('mtn', '08011111111'))
    await target.ask(purchase('mtn', '201000000000'))
    expect(asked.map(({ at }) => at)).toEqual([0, 16_000, 32_000, 32_000])
  })

  it('by either of their numbers', async () => {
    const { asked, target } = remote()
    const fields = { serviceID: 'mtn-data', billersCode: '08033333333', phone: '08011111111' }
    await target.ask(purchase('mtn', '08011111111'))
    await target.ask({ ...purchase('', ''), fields })
    await target.ask(purchase('glo', '08033333333'))
    expect(asked.map(({ at }) => at)).toEqual([0, 16_000, 32_000])
  })

  it('but for one that is to be a duplicate, and for what is no purchase', async () => {
    const { asked, target } = remote()
    await target.ask(purchase('mtn', '08011111111'))
    await target.ask(purchase('mtn', '08011111111', { atOnce: true }))
    await target.ask({ method: 'GET', path: '/balance', credentials: 'proper' })
    expect(asked.map(({ at }) => at)).toEqual([0, 0, 0])
  })
})

it('asks no more than it may', async () => {
  const { asked, target } = remote({ maxCalls: 2 })
  const balance = { method: 'GET', path: '/balance', credentials: 'proper' } as const
  await target.ask(balance)
  await target.ask(balance)
  await expect(target.ask(balance)).rejects.toThrow(new LimitReached('the limit of 2 calls is reached'))
  expect(asked).toHaveLength(2)
})

it('buys for no more than it may, and still asks what costs nothing', async () => {
  const { asked, target } = remote({ maxNaira: 250 })
  await target.ask(purchase('mtn', '1'))
  await target.ask(purchase('mtn', '2'))
  await expect(target.ask(purchase('mtn', '3'))).rejects.toThrow(LimitReached)
  await target.ask({ method: 'GET', path: '/balance', credentials: 'proper' })
  expect(asked).toHaveLength(3)
})

it('shows the public key to GET and the secret one to POST, and follows no redirect with them', async () => {
  const { asked, target } = remote()
  await target.ask({ method: 'GET', path: '/balance', credentials: 'proper' })
  await target.ask({ method: 'POST', path: '/requery', credentials: 'proper', fields: { request_id: 'x' } })
  expect(asked.map(({ init }) => init)).toMatchObject([
    { redirect: 'manual', headers: { 'api-key': 'api-key-of-ada', 'public-key': 'PK_of_ada' } },
    { redirect: 'manual', headers: { 'api-key': 'api-key-of-ada', 'secret-key': 'SK_of_ada' } },
  ])
  expect(asked[0]?.init.headers).not.toHaveProperty('secret-key')
  expect(asked[1]?.init.headers).not.toHaveProperty('public-key')
})

it('where nobody answers at all it says so; a silence later on is an answer', async () => {
  const dead = async () => {
    throw new TypeError('fetch failed', { cause: Object.assign(new Error('x'), { code: 'ENOTFOUND' }) })
  }
  const { target } = remote({ fetch: dead })
  const balance = { method: 'GET', path: '/balance', credentials: 'proper' } as const
  await expect(target.ask(balance)).rejects.toThrow(NobodyAnswers)
  expect(await target.ask(balance)).toMatchObject({ status: null, silence: 'fetch failed: ENOTFOUND' })
})

it('keys, passwords and addresses are taken out of what is shown', () => {
  const { target } = remote()
  const shown = target.redact(
    'api-key-of-ada PK_of_ada SK_of_ada ada-password ada@shop.example tester@sandbox.com',
  )
  expect(shown).toBe('[key] [key] [key] [key] [key] tester@sandbox.com')
  expect(target.redact('"email":"bola@shop.example"')).toBe('"email":"[e-mail]"')
})

it('a key within another is no reason to show the rest, and an empty one hides nothing', () => {
  expect(redactor(['secret', 'secret-and-more', '', 'ab'])('secret-and-more, secret, ab')).toBe(
    '[key], [key], ab',
  )
})
