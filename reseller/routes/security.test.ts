import { base64url, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose'
import { describe, expect, it } from 'vitest'
import { kobo } from '../pricing/kobo.ts'
import { balancesOf, customerWith } from '../storage/purchases.test-support.ts'
import { useDatabase } from '../storage/use-database.test-support.ts'
import { LOST, NOON, resellerOn, SECRET } from './reseller.test-support.ts'

const { database } = useDatabase()
const DATA = '/api/v1/vtpass/data'
const seconds = NOON / 1000

const good = {
  iss: 'vtpass-reseller',
  aud: 'vtpass-reseller/customer',
  sub: 'ada',
  iat: seconds,
  exp: seconds + 60,
}
const sign = (claims: object, secret = SECRET, alg = 'HS256') =>
  new SignJWT({ ...claims }).setProtectedHeader({ alg }).sign(secret)
const without = (name: keyof typeof good) =>
  Object.fromEntries(Object.entries(good).filter(([key]) => key !== name))

describe('a token', () => {
  it.each<[string, () => Promise<string>, string]>([
    ['that never ends', () => sign(without('exp')), 'the token is not valid here'],
    ['that has ended', () => sign({ ...good, exp: seconds - 1 }), 'the token has expired'],
    ['that begins later', () => sign({ ...good, nbf: seconds + 30 }), 'the token is not valid here'],
    ['that names nobody', () => sign(without('sub')), 'the token is not valid here'],
    [
      'for an operator',
      () => sign({ ...good, aud: 'vtpass-reseller/operator' }),
      'the token is not valid here',
    ],
    ['for nobody', () => sign(without('aud')), 'the token is not valid here'],
    ['of another issuer', () => sign({ ...good, iss: 'somebody' }), 'the token is not valid here'],
    ['of another secret', () => sign(good, new Uint8Array(32).fill(7)), 'the token is not valid here'],
    [
      'signed with HS512',
      () => sign(good, new Uint8Array([...SECRET, ...SECRET]), 'HS512'),
      'the token is not valid here',
    ],
    [
      'signed with nothing',
      async () => new UnsecuredJWT({ ...good }).encode(),
      'the token is not valid here',
    ],
    [
      'that says none, with a signature',
      async () => {
        const [, payload, signature] = (await sign(good)).split('.')
        return `${base64url.encode('{"alg":"none"}')}.${payload}.${signature}`
      },
      'the token is not valid here',
    ],
    [
      'signed with RS256',
      async () => {
        const { privateKey } = await generateKeyPair('RS256')
        return new SignJWT({ ...good }).setProtectedHeader({ alg: 'RS256' }).sign(privateKey)
      },
      'the token is not valid here',
    ],
    ['that is none', async () => 'not.a.token', 'the token is not valid here'],
  ])('%s is refused everywhere', async (_name, make, message) => {
    const { get, post } = resellerOn(database())
    const token = await make()
    const refused = { status: 401, body: { statusCode: 401, message, error: 'Unauthorized' } }
    expect(await get(`${DATA}/service-ids`, { token })).toMatchObject(refused)
    expect(await get(`${DATA}/variation-codes?serviceID=mtn-data`, { token })).toMatchObject(refused)
    expect(await post(`${DATA}/purchase`, {}, { token })).toMatchObject(refused)
    expect(await post(`${DATA}/query`, {}, { token })).toMatchObject(refused)
    expect(await get('/api/v1/wallet', { token })).toMatchObject(refused)
    expect(await get('/api/v1/wallet/entries', { token })).toMatchObject(refused)
  })

  it('is needed, and is a bearer’s', async () => {
    const { get, tokenOf } = resellerOn(database())
    const token = await tokenOf({ kind: 'customer', id: 'ada' })
    const refused = { status: 401, body: { message: 'a bearer token is needed' } }
    expect(await get('/api/v1/wallet')).toMatchObject(refused)
    expect(await get('/api/v1/wallet', { headers: { authorization: token } })).toMatchObject(refused)
    expect(await get('/api/v1/wallet', { headers: { authorization: `Basic ${token}` } })).toMatchObject(
      refused,
    )
  })

  it('of a customer that there is not is refused', async () => {
    const { get, post, tokenOf } = resellerOn(database())
    const token = await tokenOf({ kind: 'customer', id: 'nobody' })
    expect((await get('/api/v1/wallet', { token })).status).toBe(401)
    expect((await post(`${DATA}/purchase`, order, { token })).status).toBe(401)
  })

  it('that was taken before is refused once it has ended, and by whom it does not name', async () => {
    const { get, post, advance, tokenOf } = resellerOn(database())
    const id = await customerWith(database(), { main: kobo(100) })
    const token = await tokenOf({ kind: 'customer', id }, 60)
    expect((await get('/api/v1/wallet', { token })).status).toBe(200)
    expect((await post('/api/v1/wallet/fund', {}, { token })).status).toBe(401)
    advance(59)
    expect((await get('/api/v1/wallet', { token })).status).toBe(200)
    expect((await get('/api/v1/wallet', { token: token.replace(/.$/, '') })).status).toBe(401)
    advance(1)
    const ended = await get('/api/v1/wallet', { token })
    expect([ended.status, ended.body.message]).toEqual([401, 'the token has expired'])
  })
})

async function customers() {
  const reseller = resellerOn(database())
  const make = async () => {
    const id = await customerWith(database(), { main: kobo(100_000) })
    return { id, token: await reseller.tokenOf({ kind: 'customer', id }) }
  }
  return { ...reseller, ada: await make(), eve: await make() }
}

const order = {
  serviceID: 'mtn-data',
  billersCode: '08012345678',
  variation_code: 'mtn-1gb-daily',
  request_id: 'order-1',
}

it('shows nothing of another customer: neither the purchase nor the lines', async () => {
  const { get, post, ada, eve, vtpass } = await customers()
  await post(`${DATA}/purchase`, order, ada)
  expect(await post(`${DATA}/query`, { request_id: 'order-1' }, eve)).toMatchObject({
    status: 400,
    body: { message: 'INVALID REQUEST ID' },
  })
  expect(vtpass.requeried).toEqual([])
  expect((await get('/api/v1/wallet/entries', eve)).body.data.items).toHaveLength(1)
})

it('lets two customers use one request_id, each for a purchase of their own', async () => {
  const { post, ada, eve, vtpass } = await customers()
  await post(`${DATA}/purchase`, order, ada)
  await post(`${DATA}/purchase`, order, eve)
  expect(vtpass.paid).toHaveLength(2)
})

const SQL = "'; drop table purchase; --"

it('takes SQL in any text for a text', async () => {
  const { get, post, ada, vtpass } = await customers()
  vtpass.pay = () => LOST
  const fields = ['serviceID', 'billersCode', 'variation_code', 'amount', 'phone', 'use_cashback']
  for (const field of fields) {
    expect((await post(`${DATA}/purchase`, { ...order, [field]: SQL }, ada)).status).toBe(400)
  }
  expect((await post(`${DATA}/purchase`, { ...order, request_id: SQL }, ada)).body.data.requestId).toBe(SQL)
  expect((await post(`${DATA}/query`, { request_id: SQL }, ada)).body.data.requestId).toBe(SQL)
  expect((await get(`${DATA}/service-ids?identifier=${encodeURIComponent(SQL)}`, ada)).status).toBe(400)
  expect((await get(`${DATA}/variation-codes?serviceID=${encodeURIComponent(SQL)}`, ada)).status).toBe(400)
  expect((await post('/api/v1/vtpass/webhook', { requestId: SQL })).status).toBe(200)
  expect(await balancesOf(database(), ada.id)).toEqual([76_000, 0, 24_000])
})

it.each([
  ['no JSON', 'serviceID=mtn-data'],
  ['nothing', ''],
  ['a list', '[]'],
  ['a text', '"mtn-data"'],
  ['null', 'null'],
])('refuses a body that is %s', async (_name, body) => {
  const { post, ada } = await customers()
  expect(await post(`${DATA}/purchase`, body, ada)).toMatchObject({
    status: 400,
    body: { message: 'The body must be a JSON object' },
  })
})

it('refuses a body of 2 MiB, whether or not it says how large it is', async () => {
  const { post, ada } = await customers()
  const body = JSON.stringify({ ...order, more: 'x'.repeat(2_097_152) })
  const tooLarge = { status: 413, body: { statusCode: 413, message: 'The body is too large' } }
  expect(await post(`${DATA}/purchase`, body, ada)).toMatchObject(tooLarge)
  const headers = { 'content-length': String(body.length) }
  expect(await post(`${DATA}/purchase`, body, { ...ada, headers })).toMatchObject(tooLarge)
  expect(await post('/api/v1/vtpass/webhook', 'x'.repeat(65_537))).toMatchObject(tooLarge)
})

it('says nothing of a mistake of its own but that there is one', async () => {
  const { post, ada, vtpass, reported } = await customers()
  vtpass.variations = () => {
    throw new Error('secret inner workings')
  }
  const { status, body } = await post(`${DATA}/purchase`, order, ada)
  expect([status, body]).toEqual([
    500,
    { statusCode: 500, message: 'A mistake in the reseller', error: 'Internal Server Error' },
  ])
  expect(reported).toEqual([`POST ${DATA}/purchase: Error: secret inner workings`])
})

it('names the purchase of which a mistake leaves nobody the wiser', async () => {
  const { post, ada, vtpass } = await customers()
  vtpass.pay = () => {
    throw new Error('the process is confused')
  }
  const { status, body } = await post(`${DATA}/purchase`, { ...order, request_id: undefined }, ada)
  expect(status).toBe(500)
  const [, requestId] = /Ask again with request_id (\S+):/.exec(body.message) ?? []
  expect(await post(`${DATA}/purchase`, { ...order, request_id: requestId }, ada)).toMatchObject({
    status: 400,
    body: { message: 'Transaction is still processing' },
  })
})

it('answers 404 and 405 in the form of every error', async () => {
  const { get, post } = await customers()
  expect((await get('/api/v1/nothing')).body).toEqual({
    statusCode: 404,
    message: 'There is no /api/v1/nothing',
    error: 'Not Found',
  })
  const refused = await post(`${DATA}/service-ids`, {})
  expect([refused.status, refused.headers.get('allow')]).toEqual([405, 'GET'])
})
