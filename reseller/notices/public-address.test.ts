import { expect, it } from 'vitest'
import { isPrivateAddress, isPrivateHost, publicLookup } from './public-address.ts'

it.each([
  '0.0.0.0',
  '10.0.0.1',
  '100.64.0.1',
  '127.0.0.1',
  '127.255.255.254',
  '169.254.169.254',
  '172.16.0.1',
  '172.31.255.255',
  '192.0.0.1',
  '192.168.1.1',
  '198.18.0.1',
  '203.0.113.1',
  '224.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::ffff:127.0.0.1',
  '::ffff:8.8.8.8',
  '::127.0.0.1',
  '64:ff9b::7f00:1',
  '100::1',
  '2001::1',
  '2001:db8::1',
  '2002:7f00:1::',
  'fc00::1',
  'fd00:ec2::254',
  'fe80::1',
  'ff02::1',
  'example.com',
  '',
])('takes %s for private', (address) => {
  expect(isPrivateAddress(address)).toBe(true)
})

it.each([
  '1.1.1.1',
  '8.8.8.8',
  '9.255.255.255',
  '11.0.0.0',
  '100.63.255.255',
  '100.128.0.0',
  '126.255.255.255',
  '128.0.0.0',
  '169.253.255.255',
  '172.15.255.255',
  '172.32.0.0',
  '192.167.255.255',
  '192.169.0.0',
  '223.255.255.255',
  '2606:4700:4700::1111',
  '2a00:1450:4001:81b::200e',
])('takes %s for public', (address) => {
  expect(isPrivateAddress(address)).toBe(false)
})

it.each(['http://2130706433/', 'http://0x7f.1/', 'http://127.1/', 'http://[::ffff:7f00:1]/', 'http://0/'])(
  'sees through %s',
  (url) => {
    expect(isPrivateHost(new URL(url).hostname)).toBe(true)
  },
)

it('knows nothing of a name before it is looked up', () => {
  expect(isPrivateHost('localhost')).toBe(false)
})

/** What `net.connect` is told of a name that has these addresses. */
function connecting(addresses: readonly string[], options: { all?: boolean }): Promise<unknown[]> {
  const lookup = publicLookup((_name, { all }, tell) =>
    tell(
      all ? null : new Error('all was not asked for'),
      addresses.map((address) => ({ address, family: 4 })),
    ),
  )
  return new Promise((resolve) => lookup('shop.example', options, (...told) => resolve(told)))
}

it('connects to the addresses of a name that has none but public ones', async () => {
  const both = ['1.1.1.1', '8.8.8.8']
  const all = both.map((address) => ({ address, family: 4 }))
  expect(await connecting(both, { all: true })).toEqual([null, all])
  expect(await connecting(both, {})).toEqual([null, '1.1.1.1', 4])
})

it.each([[['127.0.0.1']], [['1.1.1.1', '169.254.169.254']], [['10.0.0.1', '1.1.1.1']]])(
  'refuses a name with the addresses %j',
  async (addresses) => {
    expect(await connecting(addresses, { all: true })).toEqual([new Error('the address is private'), []])
    expect(await connecting(addresses, {})).toEqual([new Error('the address is private'), []])
  },
)

it('passes on that there is no such name', async () => {
  const unknown = Object.assign(new Error('no such name'), { code: 'ENOTFOUND' })
  const lookup = publicLookup((_name, _options, tell) => tell(unknown, []))
  expect(await new Promise((resolve) => lookup('no.invalid', {}, resolve))).toBe(unknown)
})
