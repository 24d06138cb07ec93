import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { nairaText } from '../pricing/kobo.ts'
import { answered } from './answers.test-support.ts'
import { createCatalogue } from './catalogue.ts'
import type { Heard } from './heard.ts'

const plan = (code: string, amount: unknown = '410.00', name = `plan ${code}`) => ({
  variation_code: code,
  name,
  variation_amount: amount,
  fixedPrice: 'Yes',
})

function listOf(variations: unknown, changed: object = {}): Heard {
  const content = {
    ServiceName: 'MTN Data',
    serviceID: 'mtn-data',
    convinience_fee: '0 %',
    variations,
    ...changed,
  }
  return answered({ response_description: '000', content })
}

const notValid = answered({ code: '011', content: { errors: 'Service is Not Valid' } })
const down: Heard = { kind: 'not-sent', why: 'connection refused (ECONNREFUSED)' }

/** A VTpass that answers what stands in `next`, and a clock that a test moves. */
function start(first: Heard) {
  const world = { next: first as Heard | Promise<Heard>, nowMillis: 1_000_000, asked: [] as string[] }
  const answer = async (key: string) => {
    world.asked.push(key)
    return world.next
  }
  const catalogue = createCatalogue(
    { variations: answer, services: answer },
    { freshForMs: 600_000, retryAfterMs: 15_000, now: () => world.nowMillis },
  )
  return { world, catalogue, plans: () => catalogue.variations('mtn-data') }
}

/** The plans that a list comes to, as code and cost. */
async function read(heard: Heard) {
  const found = await start(heard).plans()
  return found.kind === 'known'
    ? found.value.variations.map((each) => [each.variation_code, each.cost])
    : found
}

describe('what a list of plans is', () => {
  it('it has the plans at VTpass’s price in kobo, in its order', async () => {
    const { catalogue } = start(listOf([plan('mtn-10mb-100', '100.00'), plan('airt-50', '49.99')]))

    expect(await catalogue.variations('mtn-data')).toEqual({
      kind: 'known',
      value: {
        serviceID: 'mtn-data',
        serviceName: 'MTN Data',
        convenienceFee: '0 %',
        variations: [
          { variation_code: 'mtn-10mb-100', name: 'plan mtn-10mb-100', cost: 10_000, fixedPrice: 'Yes' },
          { variation_code: 'airt-50', name: 'plan airt-50', cost: 4_999, fixedPrice: 'Yes' },
        ],
      },
      isStale: false,
      asOfMillis: 1_000_000,
    })
  })

  it('an amount may be a number, and may be nothing', async () => {
    expect(await read(listOf([plan('vt-1000', 1000), plan('a', 49.99), plan('airtime', '0.00')]))).toEqual([
      ['vt-1000', 100_000],
      ['a', 4_999],
      ['airtime', 0],
    ])
  })

  it('what is no plan is left out', async () => {
    const { name, ...nameless } = plan('nameless')
    const noPlans = [
      null,
      'plan',
      17,
      [],
      {},
      nameless,
      { ...plan('x'), name: 7 },
      { ...plan('x'), name: ' ' },
    ]
    const noAmounts = ['', 'N/A', '1,000.00', '-5', '1e3', '10.001', null, true, {}].map((amount, nth) =>
      plan(`bad-${nth}`, amount),
    )
    const codes = ['', null, 17].map((code) => ({ ...plan('x'), variation_code: code }))

    expect(await read(listOf([...noPlans, ...noAmounts, ...codes, plan('good')]))).toEqual([['good', 41_000]])
  })

  it('of a doubled code the first is sold, or none', async () => {
    const plans = [
      plan('a', '100.00'),
      plan('a', '200.00'),
      plan('b', 'N/A'),
      plan('b', '300.00'),
      plan('A', '1.00'),
    ]

    expect(await read(listOf(plans))).toEqual([
      ['a', 10_000],
      ['A', 100],
    ])
  })

  it('it stands under either spelling', async () => {
    const varations = [plan('a')]
    const expected = [['a', 41_000]]

    expect(await read(listOf(undefined, { varations }))).toEqual(expected)
    expect(await read(listOf([], { varations }))).toEqual(expected)
    expect(await read(listOf(null, { varations }))).toEqual(expected)
    expect(await read(listOf(varations, { varations: [plan('b')] }))).toEqual(expected)
  })

  it('it may say 000 as its code, may leave out its service, and may be empty', async () => {
    const content = { variations: [plan('a')] }

    expect(await read(answered({ code: '000', content }))).toEqual([['a', 41_000]])
    expect(await read(answered({ response_description: '000', content }))).toEqual([['a', 41_000]])
    expect(await read(listOf([]))).toEqual([])
  })

  it('it may name its service in another case, as that of glo-sme-data does', async () => {
    expect(await read(listOf([plan('a')], { serviceID: 'MTN-data' }))).toEqual([['a', 41_000]])
  })

  it.each([
    ['a list of another service', listOf([plan('a')], { serviceID: 'glo-data' })],
    ['a list in which nothing is a plan', listOf([null, {}])],
    ['no list', listOf({ a: plan('a') })],
    ['another code', answered({ response_description: '777', content: { variations: [plan('a')] } })],
    ['a list under HTTP 500', { ...listOf([plan('a')]), httpStatus: 500 } as Heard],
    ['a refusal under HTTP 500', { ...notValid, httpStatus: 500 } as Heard],
    ['refused keys', answered({ code: '087', message: 'INVALID CREDENTIALS' }, 401)],
    ['a page', answered('<html></html>', 502)],
    ['an empty body', answered('')],
    ['silence', { kind: 'lost', why: 'no whole answer in time' } as Heard],
    ['nobody', down],
  ])('%s is none', async (_, heard) => {
    expect(await read(heard)).toEqual({ kind: 'unavailable', said: expect.stringMatching(/./) })
  })

  it('a service that is not valid is refused in VTpass’s words', async () => {
    expect(await read(notValid)).toEqual({ kind: 'refused', said: 'Service is Not Valid' })
  })

  it.each([
    ['mtn-data', '002-mtn-data'],
    ['glo-data', '002-glo-data'],
    ['airtel-data', '002-airtel-data'],
    ['etisalat-data', '002-etisalat-data'],
    ['smile-direct', '001-smile-direct'],
    ['spectranet', '000-spectranet'],
    ['gotv', '003-gotv'],
  ])('VTpass’s own list of %s is read to the last plan', async (serviceID, file) => {
    const path = new URL(`../../simulator/fixtures/${file}-variations.json`, import.meta.url)
    const { answer } = JSON.parse(readFileSync(path, 'utf8'))
    const found = await start(answered(answer)).catalogue.variations(serviceID)
    const variations = found.kind === 'known' ? found.value.variations : []
    const amounts = new Map<string, string>()
    for (const { variation_code, variation_amount } of answer.content.variations) {
      if (!amounts.has(variation_code)) amounts.set(variation_code, Number(variation_amount).toFixed(2))
    }

    expect(variations.map((each) => [each.variation_code, nairaText(each.cost)])).toEqual([...amounts])
    expect(variations.length).toBeGreaterThan(1)
  })
})

describe('what a list of services is', () => {
  const service = {
    serviceID: 'mtn-data',
    name: 'MTN Data',
    minimium_amount: '1',
    maximum_amount: 1_000_000,
    convinience_fee: '0 %',
    product_type: 'fix',
    image: 'https://sandbox.vtpass.com/resources/products/200X200/MTN-Data.jpg',
  }
  const servicesOf = (heard: Heard) => start(heard).catalogue.services('data')

  it('it has the services as VTpass lists them, and their limits in kobo', async () => {
    expect(await servicesOf(answered({ response_description: '000', content: [service] }))).toMatchObject({
      kind: 'known',
      value: [
        {
          serviceID: 'mtn-data',
          name: 'MTN Data',
          minimumAmount: 100,
          maximumAmount: 100_000_000,
          listed: service,
        },
      ],
    })
  })

  it('a limit of 0, of null or of nothing is none', async () => {
    const content = [0, '0', null, undefined, '', 'N/A'].map((maximum_amount) => ({
      ...service,
      maximum_amount,
    }))
    const found = await servicesOf(answered({ response_description: '000', content }))

    expect(found.kind === 'known' && found.value.map(({ maximumAmount }) => maximumAmount)).toEqual(
      Array(6).fill(null),
    )
  })

  it('what is no service is left out', async () => {
    const content = [null, 'mtn', [], { serviceID: 'x' }, { name: 'x' }, service]
    const found = await servicesOf(answered({ response_description: '000', content }))

    expect(found).toMatchObject({ kind: 'known', value: [{ serviceID: 'mtn-data' }] })
  })

  it('a category that does not exist is refused in VTpass’s words', async () => {
    const heard = answered({ code: '011', content: { errors: 'Category Does not Exist' } })
    expect(await servicesOf(heard)).toEqual({ kind: 'refused', said: 'Category Does not Exist' })
  })

  it.each([
    ['no list', answered({ response_description: '000', content: {} })],
    ['a list in which nothing is a service', answered({ response_description: '000', content: [null] })],
  ])('%s is none', async (_, heard) => {
    expect((await servicesOf(heard)).kind).toBe('unavailable')
  })
})

describe('what is kept', () => {
  it('it is fresh for its time, and then asked for again', async () => {
    const { world, plans } = start(listOf([plan('a')]))
    await plans()
    world.nowMillis += 599_999
    await plans()
    expect(world.asked).toHaveLength(1)

    world.next = listOf([plan('b')])
    world.nowMillis += 1
    expect(await plans()).toMatchObject({
      value: { variations: [{ variation_code: 'b' }] },
      isStale: false,
      asOfMillis: 1_600_000,
    })
    expect(world.asked).toHaveLength(2)
  })

  it('each service is kept by itself, and so are plans and services', async () => {
    const { world, catalogue } = start(listOf([plan('a')]))
    await Promise.all([
      catalogue.variations('mtn-data'),
      catalogue.variations('glo-data'),
      catalogue.services('data'),
    ])

    expect(world.asked).toEqual(['mtn-data', 'glo-data', 'data'])
  })

  it('those who ask at once share one question', async () => {
    const { world, plans } = start(listOf([plan('a')]))
    const found = await Promise.all(Array.from({ length: 100 }, plans))

    expect(new Set(found.map(({ kind }) => kind))).toEqual(new Set(['known']))
    expect(world.asked).toHaveLength(1)
  })

  it('it is served stale, and says of when it is, while VTpass is down', async () => {
    const { world, plans } = start(listOf([plan('a')]))
    await plans()
    world.next = down
    world.nowMillis += 3_600_000

    expect(await plans()).toMatchObject({
      kind: 'known',
      value: { variations: [{ variation_code: 'a' }] },
      isStale: true,
      asOfMillis: 1_000_000,
    })
  })

  it('VTpass is not asked at every request while it is down, and then is again', async () => {
    const { world, plans } = start(listOf([plan('a')]))
    await plans()
    world.next = down
    world.nowMillis += 3_600_000
    await plans()
    world.nowMillis += 14_999
    expect(await plans()).toMatchObject({ isStale: true })
    expect(world.asked).toHaveLength(2)

    world.next = listOf([plan('b')])
    world.nowMillis += 1
    expect(await plans()).toMatchObject({ isStale: false, value: { variations: [{ variation_code: 'b' }] } })
  })

  it('nothing is kept of an answer that was none', async () => {
    const { world, plans } = start(down)
    expect(await plans()).toEqual({ kind: 'unavailable', said: 'connection refused (ECONNREFUSED)' })

    world.next = listOf([plan('a')])
    expect(await plans()).toMatchObject({ kind: 'known' })
  })

  it('a service that VTpass no longer sells is not served stale', async () => {
    const { world, plans } = start(listOf([plan('a')]))
    await plans()
    world.next = notValid
    world.nowMillis += 600_000
    expect(await plans()).toMatchObject({ kind: 'refused' })

    world.next = down
    expect(await plans()).toMatchObject({ kind: 'unavailable' })
  })

  it('a question that breaks is asked again', async () => {
    const { world, plans } = start(down)
    world.next = Promise.reject(new Error('a bug'))
    await expect(plans()).rejects.toThrow('a bug')

    world.next = listOf([plan('a')])
    expect(await plans()).toMatchObject({ kind: 'known' })
  })
})

describe('refresh', () => {
  it('lets the next one ask, of that service alone', async () => {
    const { world, catalogue, plans } = start(listOf([plan('a')]))
    await plans()
    world.next = listOf([plan('b')])
    catalogue.refresh('glo-data')
    expect(await plans()).toMatchObject({ value: { variations: [{ variation_code: 'a' }] } })

    catalogue.refresh('mtn-data')
    expect(world.asked).toHaveLength(1)
    expect(await plans()).toMatchObject({ value: { variations: [{ variation_code: 'b' }] }, isStale: false })
  })

  it('does not lose what was kept when VTpass is down', async () => {
    const { world, catalogue, plans } = start(listOf([plan('a')]))
    await plans()
    world.next = down
    catalogue.refresh('mtn-data')

    expect(await plans()).toMatchObject({ value: { variations: [{ variation_code: 'a' }] }, isStale: true })
  })

  it('an answer to an older question does not count as news', async () => {
    const { world, catalogue, plans } = start(down)
    const { promise, resolve } = Promise.withResolvers<Heard>()
    world.next = promise
    const before = plans()
    catalogue.refresh('mtn-data')
    world.next = listOf([plan('new')])
    await plans()
    resolve(listOf([plan('old')]))

    expect(await before).toMatchObject({ value: { variations: [{ variation_code: 'old' }] } })
    expect(await plans()).toMatchObject({ value: { variations: [{ variation_code: 'new' }] } })
    expect(world.asked).toHaveLength(2)
  })

  it.each([down, notValid])('an older question that brings nothing harms no news', async (nothing) => {
    const { world, catalogue, plans } = start(down)
    const { promise, resolve } = Promise.withResolvers<Heard>()
    world.next = promise
    const before = plans()
    catalogue.refresh('mtn-data')
    world.next = listOf([plan('new')])
    await plans()
    resolve(nothing)
    await before

    expect(await plans()).toMatchObject({
      value: { variations: [{ variation_code: 'new' }] },
      isStale: false,
    })
  })
})
