import { expect, it } from 'vitest'
import { kobo } from '../pricing/kobo.ts'
import { customerWith } from '../storage/purchases.test-support.ts'
import { useDatabase } from '../storage/use-database.test-support.ts'
import { clientAddress } from './client-address.ts'
import { resellerOn } from './reseller.test-support.ts'

const { database } = useDatabase()

it('refuses a user who asks too often, says when to come back, and lets the others go on', async () => {
  const { get, tokenOf } = resellerOn(database(), { perUser: 3 })
  const caller = async () => {
    const id = await customerWith(database(), { main: kobo(100) })
    return { token: await tokenOf({ kind: 'customer', id }) }
  }
  const [ada, eve] = [await caller(), await caller()]
  const statuses: number[] = []
  for (let call = 0; call < 4; call += 1) statuses.push((await get('/api/v1/wallet', ada)).status)
  expect(statuses).toEqual([200, 200, 200, 429])
  const refused = await get('/api/v1/wallet', ada)
  expect(refused.body).toEqual({ statusCode: 429, message: 'Too many requests', error: 'Too Many Requests' })
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(50)
  expect((await get('/api/v1/wallet', eve)).status).toBe(200)
})

it('counts an operator apart', async () => {
  const { post, tokenOf } = resellerOn(database(), { perUser: 1 })
  const token = await tokenOf({ kind: 'operator', name: 'ada' })
  expect((await post('/api/v1/wallet/fund', {}, { token })).status).toBe(400)
  expect((await post('/api/v1/wallet/fund', {}, { token })).status).toBe(429)
})

it('refuses an address that asks too often, whoever it says it is', async () => {
  const { get } = resellerOn(database(), { perIp: 2 })
  const from = (remoteAddress: string, forwarded: string) =>
    get('/health', { remoteAddress, headers: { 'x-forwarded-for': forwarded } })
  expect((await from('10.0.0.1', '1.1.1.1')).status).toBe(200)
  expect((await from('10.0.0.1', '2.2.2.2')).status).toBe(200)
  expect((await from('10.0.0.1', '3.3.3.3')).status).toBe(429)
  expect((await from('10.0.0.2', '1.1.1.1')).status).toBe(200)
})

it('behind a proxy that is trusted tells the clients apart', async () => {
  const { get } = resellerOn(database(), { perIp: 1, trustedProxies: 1 })
  const from = (forwarded: string) =>
    get('/health', { remoteAddress: '10.0.0.1', headers: { 'x-forwarded-for': forwarded } })
  expect((await from('1.1.1.1')).status).toBe(200)
  expect((await from('2.2.2.2')).status).toBe(200)
  expect((await from('9.9.9.9, 1.1.1.1')).status).toBe(429)
})

it.each([
  ['no proxy: the connection’s own', '10.0.0.1', '1.1.1.1', 0, '10.0.0.1'],
  ['one: the last hop', '10.0.0.1', '1.1.1.1, 2.2.2.2', 1, '2.2.2.2'],
  ['two: the last but one', '10.0.0.1', '1.1.1.1, 2.2.2.2, 3.3.3.3', 2, '2.2.2.2'],
  ['two, and the outer one was passed by', '10.0.0.1', '3.3.3.3', 2, '3.3.3.3'],
  ['one that says nothing', '10.0.0.1', undefined, 1, '10.0.0.1'],
  ['no address at all', undefined, undefined, 0, 'unknown'],
  ['IPv4 in IPv6', '::ffff:10.0.0.1', undefined, 0, '10.0.0.1'],
  ['IPv6: the network of one subscriber', '2001:db8:1:2:3:4:5:6', undefined, 0, '2001:db8:1:2'],
  ['IPv6 in short', '2001:db8::1', undefined, 0, '2001:db8:0:0'],
  ['IPv6 of this machine', '::1', undefined, 0, '0:0:0:0'],
])('takes for the client’s address, with %s', (_name, remote, forwarded, proxies, address) => {
  expect(clientAddress(remote, forwarded, proxies)).toBe(address)
})
