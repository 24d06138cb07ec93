import { describe, expect, it } from 'vitest'
import { countingLuck, worldOf } from '../../test/world.ts'
import type { ResponseCode } from './codes.ts'
import { decideDue, decidePurchase, decideSettlement, type PurchaseDecision } from './decide.ts'
import { evolve } from './evolve.ts'
import type { Fate } from './fate.ts'
import type { Fields } from './order.ts'
import type { World } from './world.ts'

const noon = Date.parse('2025-03-10T11:00:00Z')
const delivered: Fate & { kind: 'vend' } = {
  kind: 'vend',
  status: 'delivered',
  payCode: null,
  requeryCode: null,
  settles: null,
}
const pending: Fate = { ...delivered, status: 'pending' }

function decide(world: World, fields: Fields, fate: Fate = delivered, at = noon): PurchaseDecision {
  const attempt = { fields, fate, callerIp: '127.0.0.1', luck: countingLuck(), isHeld: false }
  return decidePurchase(world, { ...attempt, at: { world: at, wall: at } })
}

function buy(world: World, fields: Fields, fate: Fate = delivered, at = noon): PurchaseDecision {
  const decision = decide(world, fields, fate, at)
  for (const event of decision.events) evolve(world, event)
  return decision
}

const codeOf = (decision: PurchaseDecision) =>
  decision.kind === 'refused' ? decision.refusal.code : 'ordered'

const airtime: Fields = {
  request_id: '202503101200a',
  serviceID: 'mtn',
  amount: '100',
  phone: '08011111111',
}

/**
 * A purchase with everything wrong with it at once; each step puts right what the step before was refused for, so the
 * codes come in VTpass's order.
 */
describe('the checks stand in VTpass’s order', () => {
  const steps: readonly {
    readonly code: ResponseCode | 'ordered'
    readonly because: string
    readonly now: Fields
  }[] = [
    { code: '011', because: 'mandatory fields are missing', now: {} },
    {
      code: '085',
      because: 'the request id is improper',
      now: { phone: '1212121212', billersCode: '1212121212' },
    },
    { code: '014', because: 'the request id was used', now: { request_id: '202503101200used' } },
    { code: '012', because: 'the product does not exist', now: { request_id: '202503101200new' } },
    { code: '034', because: 'the product is suspended', now: { serviceID: 'glo-data', variation_code: 'x' } },
    { code: '035', because: 'the product is inactive', now: { serviceID: 'etisalat-data' } },
    { code: '028', because: 'the product is not whitelisted', now: { serviceID: 'airtel-data' } },
    { code: '010', because: 'the plan does not exist', now: { serviceID: 'spectranet' } },
    { code: '031', because: 'the quantity is too small', now: { variation_code: 'vt-2000' } },
    { code: '032', because: 'the quantity is too large', now: { quantity: '11' } },
    { code: '019', because: 'it is a likely duplicate', now: { quantity: '1' } },
    { code: '018', because: 'the wallet holds too little', now: { billersCode: '99' } },
    { code: 'ordered', because: 'all is well', now: { variation_code: 'vt-1000' } },
  ]

  it('refuses for one reason after another', () => {
    const world = worldOf(
      { wallet: 2800, whitelistedProducts: ['mtn', 'spectranet', 'glo-data', 'etisalat-data'] },
      { 'glo-data': 'suspended', 'etisalat-data': 'inactive' },
    )
    buy(world, { ...airtime, request_id: '202503101200used', amount: '10' })
    buy(world, {
      request_id: '202503101200b',
      serviceID: 'spectranet',
      variation_code: 'vt-1000',
      billersCode: '1212121212',
      phone: '1',
    })
    let fields: Fields = { request_id: 'bad', serviceID: 'none', quantity: '0' }
    // Without a product the mandatory fields are request_id and serviceID; the first step lacks a product's.
    const first = decide(world, { ...fields, serviceID: 'spectranet' })
    const codes = [codeOf(first)]
    for (const { now } of steps.slice(1)) {
      fields = { ...fields, ...now }
      codes.push(codeOf(decide(world, fields)))
    }
    expect(codes).toEqual(steps.map((step) => step.code))
  })

  it('refuses an amount (013, 017) after the product and before the duplicate', () => {
    const world = worldOf()
    buy(world, airtime)
    expect(codeOf(decide(world, { ...airtime, request_id: '202503101200b', amount: '9' }))).toBe('013')
    expect(codeOf(decide(world, { ...airtime, request_id: '202503101200b', amount: '200001' }))).toBe('017')
    expect(codeOf(decide(world, { ...airtime, request_id: '202503101200b' }))).toBe('019')
  })

  it('asks the biller (030) last of all', () => {
    const world = worldOf({ wallet: 50 }, { mtn: 'unreachable' })
    expect(codeOf(decide(world, airtime))).toBe('018')
    expect(codeOf(decide(world, { ...airtime, amount: '50' }))).toBe('030')
  })

  it('looks at the account’s state and the caller’s address before anything of the request', () => {
    expect(codeOf(decide(worldOf({ state: 'locked', whitelistedIps: [] }), {}))).toBe('021')
    expect(codeOf(decide(worldOf({ whitelistedIps: ['10.0.0.1'] }), {}))).toBe('027')
  })
})

it('changes nothing by deciding', () => {
  const world = worldOf()
  const before = JSON.stringify([world.balance, [...world.transactions], [...world.lastOrders]])
  decide(world, airtime)
  expect(JSON.stringify([world.balance, [...world.transactions], [...world.lastOrders]])).toBe(before)
})

describe('a likely duplicate', () => {
  const again: Fields = { ...airtime, request_id: '202503101200b', amount: '50' }

  it('is one until the window has gone by, to the millisecond', () => {
    const world = worldOf({ duplicateWindow: '15s' })
    buy(world, airtime)
    expect(codeOf(decide(world, again, delivered, noon + 14_999))).toBe('019')
    expect(codeOf(decide(world, again, delivered, noon + 15_000))).toBe('ordered')
  })

  it('is none for another service, another recipient, or with the window off', () => {
    const world = worldOf()
    buy(world, airtime)
    expect(codeOf(decide(world, { ...again, serviceID: 'glo' }))).toBe('ordered')
    expect(codeOf(decide(world, { ...again, phone: '08022222222' }))).toBe('ordered')
    const off = worldOf({ duplicateWindow: 0 })
    buy(off, airtime)
    expect(codeOf(decide(off, again))).toBe('ordered')
  })

  it('does not lengthen the window by being refused', () => {
    const world = worldOf()
    buy(world, airtime)
    expect(codeOf(buy(world, again, delivered, noon + 20_000))).toBe('019')
    expect(codeOf(decide(world, { ...again, request_id: '202503101200c' }, delivered, noon + 31_000))).toBe(
      'ordered',
    )
  })

  it('is on record: its request id answers 014 from then on', () => {
    const world = worldOf()
    buy(world, airtime)
    buy(world, again)
    expect(world.transactions.get('202503101200b')).toEqual({
      requestId: '202503101200b',
      refusedWith: '019',
      createdAt: noon,
    })
    expect(codeOf(decide(world, again))).toBe('014')
  })

  it('is forgotten once it is older than the window, so that no list of recipients grows without end', () => {
    const world = worldOf()
    for (let minute = 0; minute < 100; minute++) {
      const id = `202503101200${minute}`
      buy(world, { ...airtime, request_id: id, phone: `0801${minute}` }, delivered, noon + minute * 60_000)
    }
    expect(world.lastOrders.size).toBe(1)
  })
})

describe('a pending purchase', () => {
  it('settles as delivered when its time has come, and not before', () => {
    const world = worldOf({ settlePendingAfter: '10m' })
    buy(world, airtime, pending)
    expect(decideDue(world, noon + 599_999)).toBeNull()
    const due = decideDue(world, noon + 600_000)
    expect(due).toEqual({ type: 'fell-due', requestId: '202503101200a', status: 'delivered' })
    if (due !== null) evolve(world, due)
    expect(world.transactions.get('202503101200a')).toMatchObject({ status: 'delivered' })
    expect(world.balance).toBe(999_903_500_000)
  })

  it('stays pending for good by default', () => {
    const world = worldOf()
    buy(world, airtime, pending)
    expect(decideDue(world, noon + 1e12)).toBeNull()
  })

  it('that was settled by hand is not settled again by the schedule', () => {
    const world = worldOf({ settlePendingAfter: '10m' })
    buy(world, airtime, pending)
    const failed = decideSettlement(world, '202503101200a', 'failed')
    if (failed !== null) evolve(world, failed)
    const due = decideDue(world, noon + 600_000)
    if (due !== null) evolve(world, due)
    expect(world.transactions.get('202503101200a')).toMatchObject({ status: 'failed' })
    expect(world.balance).toBe(1_000_000_000_000)
  })
})

describe('settling by hand', () => {
  it.each([
    ['pending', 'delivered', true],
    ['pending', 'failed', true],
    ['pending', 'reversed', false],
    ['delivered', 'reversed', true],
    ['delivered', 'failed', false],
    ['failed', 'delivered', false],
    ['failed', 'reversed', false],
  ] as const)('from %s to %s: %s', (from, to, isAllowed) => {
    const world = worldOf()
    buy(world, airtime, { ...delivered, status: from })
    expect(decideSettlement(world, '202503101200a', to) !== null).toBe(isAllowed)
  })

  it('knows no purchase that was never made', () => {
    expect(decideSettlement(worldOf(), 'nothing', 'delivered')).toBeNull()
  })
})
