import { describe, expect, it } from 'vitest'
import { useDatabase } from '../storage/use-database.test-support.ts'
import { airtime, bad, buyerOf, change, renew } from './buyer.test-support.ts'
import { LOST, resellerOn } from './reseller.test-support.ts'

const { database } = useDatabase()
const AT = '/api/v1/vtpass'

const gets = ['airtime/service-ids', 'tv/service-ids', 'tv/variation-codes?serviceID=gotv']
const posts: [string, object][] = [
  ['airtime/purchase', airtime],
  ['airtime/query', { request_id: 'order-1' }],
  ['tv/verify', { serviceID: 'gotv', billersCode: '1212121212' }],
  ['tv/purchase', change],
  ['tv/purchase', renew],
  ['tv/query', { request_id: 'order-1' }],
]

it('nobody is let in without a customer’s token, and VTpass is asked nothing', async () => {
  const { get, post, tokenOf, vtpass } = resellerOn(database())
  const operator = await tokenOf({ kind: 'operator', name: 'ada' })
  for (const token of [null, operator, 'not.a.token']) {
    for (const path of gets) expect((await get(`${AT}/${path}`, { token })).status).toBe(401)
    for (const [path, body] of posts) expect((await post(`${AT}/${path}`, body, { token })).status).toBe(401)
  }
  expect([vtpass.paid, vtpass.verified]).toEqual([[], []])
})

it('nobody buys with the token of a customer that there is not', async () => {
  const { post, tokenOf, vtpass } = resellerOn(database())
  const token = await tokenOf({ kind: 'customer', id: 'nobody' })
  for (const order of [airtime, change, renew]) {
    const product = 'phone' in order ? 'airtime' : 'tv'
    expect((await post(`${AT}/${product}/purchase`, order, { token })).status).toBe(401)
  }
  expect(vtpass.paid).toEqual([])
})

it('each has a limit of requests', async () => {
  const { list, topUp, subscribe, verify, query } = await buyerOf(database(), undefined, { perUser: 1 })
  await list('airtime/service-ids')
  const answers = [
    await list('airtime/service-ids'),
    await list('tv/service-ids'),
    await list('tv/variation-codes?serviceID=gotv'),
    await topUp(),
    await subscribe(),
    await verify(),
    await query('airtime', 'a'),
    await query('tv', 'a'),
  ]
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 429))
})

it.each(['airtime', 'tv'] as const)(
  'another customer’s purchase of %s is as unknown as none',
  async (product) => {
    const ada = await buyerOf(database())
    ada.vtpass.pay = () => LOST
    const buy = product === 'airtime' ? ada.topUp : ada.subscribe
    await buy({ request_id: 'order-1' })
    ada.advance(60)
    const eve = await buyerOf(database())
    const path = `${AT}/${product}/query`
    expect((await ada.post(path, { request_id: 'order-1' }, { token: eve.token })).body).toEqual(
      bad('INVALID REQUEST ID'),
    )
    expect(ada.vtpass.requeried).toEqual([])
    expect((await ada.query(product, 'order-1')).status).toBe(200)
  },
)

it('two customers may use one request_id, each for a purchase of their own', async () => {
  const ada = await buyerOf(database())
  const eve = await buyerOf(database())
  await ada.topUp({ request_id: 'order-1' })
  await ada.post(`${AT}/tv/purchase`, { ...change, request_id: 'order-1' }, { token: eve.token })
  expect(ada.vtpass.paid).toHaveLength(2)
  expect(await eve.balances()).toEqual([159_000, 0, 0])
})

const SQL = "'; drop table purchase; --"

it('SQL in any text is a text', async () => {
  const { topUp, subscribe, verify, list, query, balances, vtpass } = await buyerOf(database())
  vtpass.pay = () => LOST
  for (const field of ['serviceID', 'phone', 'amount', 'use_cashback']) {
    expect((await topUp({ [field]: SQL })).status).toBe(400)
  }
  const tv = [
    'serviceID',
    'billersCode',
    'subscription_type',
    'variation_code',
    'amount',
    'phone',
    'use_cashback',
  ]
  for (const field of tv) expect((await subscribe({ [field]: SQL })).status).toBe(400)
  for (const field of ['serviceID', 'billersCode']) expect((await verify({ [field]: SQL })).status).toBe(400)
  expect((await list(`tv/variation-codes?serviceID=${encodeURIComponent(SQL)}`)).status).toBe(400)
  expect((await query('tv', SQL)).body).toEqual(bad('INVALID REQUEST ID'))
  expect((await topUp({ request_id: SQL })).body.data.requestId).toBe(SQL)
  expect((await subscribe({ request_id: `${SQL} tv` })).body.data.requestId).toBe(`${SQL} tv`)
  expect((await query('airtime', SQL)).body.data.requestId).toBe(SQL)
  expect(await balances()).toEqual([148_950, 0, 51_050])
})

it('a NUL in any text is refused as what it is', async () => {
  const { topUp, subscribe, verify, query, balances } = await buyerOf(database())
  const withNul = (order: object) =>
    Object.entries(order)
      .filter(([, value]) => typeof value === 'string')
      .map(([field, value]) => ({ [field]: `${value}\u0000` }))
  const answers = [
    ...(await Promise.all(withNul(airtime).map((fields) => topUp(fields)))),
    ...(await Promise.all(withNul(change).map((fields) => subscribe(fields)))),
    ...(await Promise.all(withNul(renew).map((fields) => subscribe({ ...renew, ...fields })))),
    await subscribe({ phone: '08012345678\u0000' }),
    await verify({ billersCode: '1212121212\u0000' }),
    await query('tv', 'order\u0000'),
  ]
  expect(answers).toHaveLength(15)
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 400))
  expect(await balances()).toEqual([200_000, 0, 0])
})

describe.each(['airtime/purchase', 'airtime/query', 'tv/purchase', 'tv/verify', 'tv/query'])('%s', (path) => {
  it.each(['serviceID=mtn', '', '[]', '"mtn"', 'null'])('refuses the body %j', async (body) => {
    const { post, token } = await buyerOf(database())
    expect((await post(`${AT}/${path}`, body, { token })).body).toEqual(bad('The body must be a JSON object'))
  })

  it('refuses a body of 2 MiB', async () => {
    const { post, token, vtpass } = await buyerOf(database())
    const body = JSON.stringify({ ...airtime, more: 'x'.repeat(2_097_152) })
    expect((await post(`${AT}/${path}`, body, { token })).status).toBe(413)
    const headers = { 'content-length': String(body.length) }
    expect((await post(`${AT}/${path}`, body, { token, headers })).status).toBe(413)
    expect(vtpass.paid).toEqual([])
  })

  it('is 405 with another method', async () => {
    const { get } = await buyerOf(database())
    const refused = await get(`${AT}/${path}`)
    expect([refused.status, refused.headers.get('allow')]).toEqual([405, 'POST'])
  })
})

it('what VTpass’s content says of our account stays with us', async () => {
  const { topUp, query } = await buyerOf(database())
  const answers = [await topUp(), await query('airtime', airtime.request_id)]
  for (const { body } of answers) {
    expect(JSON.stringify(body)).not.toMatch(/house@reseller\.example|08099999999/)
  }
})
