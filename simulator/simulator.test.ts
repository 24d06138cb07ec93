import { describe, expect, it } from 'vitest'
import { airtime, clientOf, MARCH_10, requestIdOf } from '../test/client.ts'
import { createManualClock } from './clock.ts'
import { createSimulator, OptionError, type SimulatorOptions } from './index.ts'

/** What a run of calls answers, byte for byte. */
async function transcript(options: SimulatorOptions): Promise<string[]> {
  const clock = createManualClock(MARCH_10)
  const { pay, requery, get } = clientOf(createSimulator({ clock, ...options }))
  const spectranet = {
    request_id: requestIdOf('b'),
    serviceID: 'spectranet',
    billersCode: '1212121212',
    variation_code: 'vt-1000',
    quantity: 3,
    phone: '1',
  }
  const heard = [await pay(airtime('a')), await pay(spectranet)]
  await clock.advance(61_000)
  heard.push(
    await pay({ ...airtime('c'), amount: 1499.01 }),
    await requery(requestIdOf('b')),
    await get('balance'),
  )
  return heard.map(({ status, text }) => `${status} ${text}`)
}

describe('a seed', () => {
  it('gives the same bytes for the same clock and calls', async () => {
    expect(await transcript({ seed: 7 })).toEqual(await transcript({ seed: 7 }))
  })

  it('other than that gives other invented values, and nothing else', async () => {
    const [one, other] = [await transcript({ seed: 7 }), await transcript({ seed: 8 })]
    expect(one).not.toEqual(other)
    const withoutDigits = (lines: string[]) => lines.map((line) => line.replace(/\d/g, '#'))
    expect(withoutDigits(one)).toEqual(withoutDigits(other))
  })

  it('draws every transaction id and every card anew', async () => {
    const [, cards = ''] = await transcript({})
    expect(new Set(cards.match(/"pin":"\d{8}"/g)).size).toBe(3)
    const ids = (await transcript({})).join().match(/"transactionId":"(\d{26})"/g)
    expect(new Set(ids).size).toBe(3)
  })
})

it('the first purchases of all, made at once, have transaction ids of their own', async () => {
  const { pay } = clientOf(createSimulator({ clock: createManualClock(MARCH_10) }))
  const phones = Array.from({ length: 20 }, (_, index) => `080333333${index + 10}`)
  const paid = await Promise.all(phones.map((phone, index) => pay(airtime(String(index), phone))))
  expect(new Set(paid.map(({ body }) => body.content.transactions.transactionId)).size).toBe(20)
})

it('a purchase’s invented values stay what they were in every requery', async () => {
  const [, paid = '', , asked = ''] = await transcript({})
  expect(JSON.parse(asked.slice(4)).cards).toEqual(JSON.parse(paid.slice(4)).cards)
})

it('three of Spectranet are three cards, and their codes one after another', async () => {
  const [, paid = ''] = await transcript({})
  const { cards, purchased_code } = JSON.parse(paid.slice(4))
  const codes = cards.map(
    (card: { pin: string; serialNumber: string }) => `PIN: ${card.pin}, S/N:${card.serialNumber}`,
  )
  expect(purchased_code).toBe(codes.join('||'))
})

it('₦1,499.01 at 3.5 % costs ₦1,446.54465, to the last decimal', async () => {
  const heard = await transcript({ account: { wallet: 10_000 } })
  expect(heard[2]).toContain('"total_amount":1446.54465,')
  expect(heard[4]).toBe(`200 {"code":1,"contents":{"balance":${10_000 - 96.5 - 2880 - 1446.54465}}}`)
})

it('its fetch can stand in for the global one', async () => {
  const { fetch, account } = createSimulator()
  const headers = { 'api-key': account.apiKey, 'public-key': account.publicKey }
  const request = new Request('http://vtpass/api/balance', { headers })
  expect((await fetch(request)).status).toBe(200)
  expect((await fetch(new URL('http://vtpass/api/balance'), { headers })).status).toBe(200)
  await expect(fetch('no address')).rejects.toThrow(TypeError)
})

it('pending purchases are delivered after settlePendingAfter of its own clock', async () => {
  const clock = createManualClock(MARCH_10)
  const { pay, requery, balance } = clientOf(
    createSimulator({ clock, account: { settlePendingAfter: '10m' } }),
  )
  const statusOf = async (name: string) => (await requery(requestIdOf(name))).body.content.transactions.status
  await pay(airtime('a', '201000000000'))
  await clock.advance(599_999)
  expect(await statusOf('a')).toBe('pending')
  await clock.advance(1)
  expect(await statusOf('a')).toBe('delivered')
  expect(await balance()).toBe(999_903.5)
})

it('moving the clock breaks no caller who takes today from the wall, unless strict', async () => {
  const today = new Date(Date.now() + 3_600_000).toISOString().replace(/\D/g, '').slice(0, 12)
  const purchase = { ...airtime('a'), request_id: `${today}a` }
  const simulator = createSimulator()
  await simulator.clock.freeze('2031-05-05T12:00:00Z')
  expect((await clientOf(simulator).pay(purchase)).body.code).toBe('000')
  const strict = createSimulator({ account: { strict: true } })
  await strict.clock.freeze('2031-05-05T12:00:00Z')
  expect((await clientOf(strict).pay(purchase)).body.code).toBe('085')
})

describe('a caller in this process may give up', () => {
  const held = () => {
    const simulator = createSimulator({ clock: createManualClock(MARCH_10) })
    const headers = {
      'api-key': 'sim-api-key',
      'secret-key': 'SK_sim_secret_key',
      'content-type': 'application/json',
    }
    const buy = (signal: AbortSignal) =>
      simulator.fetch('http://vtpass/api/pay', {
        method: 'POST',
        headers,
        body: JSON.stringify(airtime('a', '300000000000')),
        signal,
      })
    return { buy, ...clientOf(simulator) }
  }

  it('and the purchase goes on', async () => {
    const { buy, requery } = held()
    const controller = new AbortController()
    const waiting = buy(controller.signal)
    while ((await requery(requestIdOf('a'))).body.code === '015') await new Promise(setImmediate)
    controller.abort()
    await expect(waiting).rejects.toThrow('aborted')
    expect((await requery(requestIdOf('a'))).body.content.transactions.status).toBe('pending')
  })

  it('before it has asked, and then nothing has happened', async () => {
    const { buy, requery } = held()
    await expect(buy(AbortSignal.abort())).rejects.toThrow('aborted')
    expect((await requery(requestIdOf('a'))).body.code).toBe('015')
  })
})

describe('a manual clock', () => {
  it('wakes in order whoever slept until then, when it is advanced and when it is set', async () => {
    const clock = createManualClock(MARCH_10)
    const woken: string[] = []
    for (const [ms, name] of [
      [20, 'late'],
      [10, 'early'],
      [60_000, 'set'],
    ] as const) {
      void clock.sleep(ms).then(() => woken.push(`${name} ${clock.now() - Date.parse(MARCH_10)}`))
    }
    await clock.advance(30)
    expect(woken).toEqual(['early 10', 'late 20'])
    await clock.set('2025-03-10T10:00:00Z')
    expect(woken).toEqual(['early 10', 'late 20', 'set 60000'])
  })

  it('takes no moment that is none, and advances forwards only', async () => {
    expect(() => createManualClock('junk')).toThrow(RangeError)
    await expect(createManualClock(MARCH_10).advance(-1)).rejects.toThrow('from 0')
    await expect(createManualClock(MARCH_10).advance(Number.NaN)).rejects.toThrow(RangeError)
  })
})

describe('the keys of an answer stand in one order', () => {
  const keysOf = (value: unknown, path = ''): string[] =>
    value === null || typeof value !== 'object'
      ? [path]
      : Object.entries(value).flatMap(([key, inner]) => keysOf(inner, `${path}.${key}`))

  it.each(['201000000000', '08033333333'])('whatever becomes of the purchase: %s', async (phone) => {
    const start = () => clientOf(createSimulator({ clock: createManualClock(MARCH_10) }))
    const [delivered, other] = [start(), start()]
    const paid = [await delivered.pay(airtime('a')), await other.pay(airtime('a', phone))]
    const asked = [await delivered.requery(requestIdOf('a')), await other.requery(requestIdOf('a'))]
    for (const [one, another] of [paid, asked]) expect(keysOf(another?.body)).toEqual(keysOf(one?.body))
  })
})

describe('an option that cannot be used says what to change', () => {
  it.each<[string, SimulatorOptions, string]>([
    ['a negative wallet', { account: { wallet: -1 } }, 'wallet is -1'],
    ['a wallet in parts of a kobo', { account: { wallet: 0.001 } }, 'at most two decimals'],
    ['a wallet too large to be counted', { account: { wallet: 1e13 } }, '9007199254'],
    ['a wallet that is no number', { account: { wallet: Number.NaN } }, 'wallet is NaN'],
    ['a duration that is none', { account: { duplicateWindow: 'soon' } }, '30s or 10m'],
    ['a negative duration', { account: { timeoutHold: -5 } }, 'timeoutHold is "-5"'],
    ['a seed that is not whole', { seed: 1.5 }, 'seed is 1.5'],
    ['a product that does not exist', { products: { 'mtn-dta': 'inactive' } }, 'no product "mtn-dta"'],
    [
      'a whitelisted product that does not exist',
      { account: { whitelistedProducts: ['x'] } },
      'no product "x"',
    ],
    ['an option of another name', { account: { walet: 5 } as object }, 'no option "walet"'],
    ['an option in the wrong place', { wallet: 5 } as object, 'it belongs to account: { wallet'],
    ['an option that nobody knows', { sed: 1 } as object, 'no option "sed"; there are clock, seed'],
    [
      'a state of another name',
      { account: { state: 'lockd' as 'locked' } },
      'account.state is "lockd"; it must be active or',
    ],
    [
      'a product’s state of another name',
      { products: { mtn: 'broken' as 'inactive' } },
      'products["mtn"] is "broken"',
    ],
    [
      'a text for a list',
      { account: { whitelistedProducts: 'mtn' as unknown as string[] } },
      'it must be a list of texts',
    ],
    [
      'a text for a switch',
      { account: { strict: 'yes' as unknown as boolean } },
      'account.strict is "yes"; it must be true or false',
    ],
    ['an address that is none', { account: { callbackUrl: 'localhost' } }, 'a http or https address'],
  ])('%s', (_name, options, message) => {
    expect(() => createSimulator(options)).toThrow(OptionError)
    expect(() => createSimulator(options)).toThrow(message)
  })
})
