import { randomInt, randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { kobo } from '../pricing/kobo.ts'
import { balancesOf, customerWith, fund } from '../storage/purchases.test-support.ts'
import { readPurchase } from '../storage/reads.ts'
import { useDatabase } from '../storage/use-database.test-support.ts'
import { receiveWebhook } from '../storage/waiting.ts'
import type { Heard } from '../vtpass/heard.ts'
import { type Bought, buy } from './buy.ts'
import { lookSettings } from './decide-look.ts'
import { lookAtDue } from './look.ts'
import { answer, buying, lost, type Says } from './shop.test-support.ts'
import type { Shop } from './shop.ts'

const { database } = useDatabase()

/** A VTpass that says what it is told to, and notes what it was asked. */
interface Vtpass {
  readonly shop: Shop
  readonly paid: string[]
  readonly requeried: string[]
  /** Moves the clock, and looks at all that is due on the way. */
  pass(seconds: number): Promise<void>
}

type Said = Heard | Error | Says

function vtpassThatSays(pay: Said, ...requeries: Said[]): Vtpass {
  let now = Date.UTC(2026, 0, 27, 12)
  const paid: string[] = []
  const requeried: string[] = []
  const say = (says: Said | undefined, reference: string): Heard => {
    if (says instanceof Error) throw says
    return typeof says === 'function' ? says(reference) : (says ?? lost(reference))
  }
  const shop: Shop = {
    database: database(),
    vtpass: {
      pay: async ({ request_id }) => {
        paid.push(request_id)
        now += 1000
        return say(pay, request_id)
      },
      requery: async (reference) => {
        requeried.push(reference)
        return say(requeries[Math.min(requeried.length, requeries.length) - 1], reference)
      },
    },
    now: () => new Date(now),
    fraction: () => 0.5,
    randomBelow: (limit) => randomInt(limit),
    newId: () => randomUUID(),
    settings: { ...lookSettings, leaseMs: 60_000 },
  }
  const pass = async (seconds: number) => {
    const stepMs = seconds > 600 ? 10_000 : 1000
    for (const end = now + seconds * 1000; now < end; now += stepMs) await lookAtDue(shop, 10)
  }
  return { shop, paid, requeried, pass }
}

const rich = () => customerWith(database(), { main: kobo(120_000) })

function stateOf(bought: Bought): string {
  return 'purchase' in bought ? bought.purchase.state : bought.kind
}

const idOf = (bought: Bought) => ('purchase' in bought ? bought.purchase.id : '')
const stateNow = async (bought: Bought) => (await readPurchase(database(), idOf(bought)))?.state

describe('a purchase', () => {
  it.each([
    ['delivered', answer('000', 'delivered'), 'delivered', [70_000, 0, 0]],
    ['failed', answer('016', 'failed'), 'failed', [120_000, 0, 0]],
    ['refused', answer('018', null), 'failed', [120_000, 0, 0]],
    ['never sent', { kind: 'not-sent', why: 'connection refused' }, 'failed', [120_000, 0, 0]],
    ['pending', answer('000', 'pending'), 'unknown', [70_000, 0, 50_000]],
    ['said to be processing', answer('099', 'pending'), 'unknown', [70_000, 0, 50_000]],
    ['answered with 083', answer('083', null, 500), 'unknown', [70_000, 0, 50_000]],
    ['not heard of', lost, 'unknown', [70_000, 0, 50_000]],
  ] as const)('that is %s', async (_name, says, state, balances) => {
    const customer = await rich()
    const vtpass = vtpassThatSays(says)
    expect(stateOf(await buy(vtpass.shop, buying(customer)))).toBe(state)
    expect(await balancesOf(database(), customer)).toEqual(balances)
    expect(vtpass.paid).toHaveLength(1)
  })

  it('has a reference of its own, which the customer’s request id is no part of', async () => {
    const vtpass = vtpassThatSays(lost)
    await buy(vtpass.shop, buying(await rich()))
    expect(vtpass.paid[0]).toMatch(/^202601271300[0-9a-z]{16}$/)
  })

  it('is one, however often it is asked for', async () => {
    const customer = await rich()
    const vtpass = vtpassThatSays(answer('000', 'delivered'))
    const all = await Promise.all(Array.from({ length: 20 }, () => buy(vtpass.shop, buying(customer))))
    expect(all.map(({ kind }) => kind).sort()).toEqual(['opened', ...Array(19).fill('replay')])
    expect(vtpass.paid).toHaveLength(1)
    expect((await buy(vtpass.shop, buying(customer, { fingerprint: 'another' }))).kind).toBe('conflict')
    expect(await balancesOf(database(), customer)).toEqual([70_000, 0, 0])
  })

  it('without the money for it leaves nothing behind, and may be made again', async () => {
    const customer = await customerWith(database(), { main: kobo(49_999) })
    const vtpass = vtpassThatSays(answer('000', 'delivered'))
    expect((await buy(vtpass.shop, buying(customer))).kind).toBe('insufficient')
    expect(vtpass.paid).toEqual([])
    await fund(database(), customer, kobo(1))
    expect(stateOf(await buy(vtpass.shop, buying(customer)))).toBe('delivered')
  })
})

describe('a doubt', () => {
  it.each([
    ['delivered', [answer('000', 'delivered')], 'delivered', [70_000, 0, 0]],
    ['failed', [answer('016', 'failed')], 'failed', [120_000, 0, 0]],
    ['reversed', [answer('040', 'reversed')], 'failed', [120_000, 0, 0]],
    ['no order', [answer('015', null)], 'failed', [120_000, 0, 0]],
    [
      'nothing for a while, then delivered',
      [lost, answer('087', null, 401), answer('000', 'delivered')],
      'delivered',
      [70_000, 0, 0],
    ],
    [
      'no order at first, then delivered',
      [answer('015', null), answer('000', 'delivered')],
      'delivered',
      [70_000, 0, 0],
    ],
    ['nothing at all', [lost], 'unknown', [70_000, 0, 50_000]],
    [
      'refusals alone',
      [answer('087', null, 401), answer('012', null), answer('083', null, 500)],
      'unknown',
      [70_000, 0, 50_000],
    ],
  ] as const)('of which VTpass says %s', async (_name, requeries, state, balances) => {
    const customer = await rich()
    const vtpass = vtpassThatSays(lost, ...requeries)
    const bought = await buy(vtpass.shop, buying(customer))
    await vtpass.pass(1200)
    expect(await stateNow(bought)).toBe(state)
    expect(await balancesOf(database(), customer)).toEqual(balances)
    expect(vtpass.paid).toHaveLength(1)
  })

  it('is left by a process that ended in the middle, and another ends it', async () => {
    const customer = await rich()
    const vtpass = vtpassThatSays(new Error('the process ended'), answer('000', 'delivered'))
    await expect(buy(vtpass.shop, buying(customer))).rejects.toThrow('the process ended')
    await vtpass.pass(59)
    expect(vtpass.requeried).toEqual([])
    await vtpass.pass(5)
    expect(vtpass.requeried).toEqual(vtpass.paid)
    expect(await balancesOf(database(), customer)).toEqual([70_000, 0, 0])
  })

  it('is asked about at once when a webhook names it, and believed to nobody but VTpass', async () => {
    const customer = await rich()
    const vtpass = vtpassThatSays(lost, lost, lost, lost, answer('000', 'pending'), answer('016', 'failed'))
    const bought = await buy(vtpass.shop, buying(customer))
    await vtpass.pass(60)
    const [reference = ''] = vtpass.paid
    const before = vtpass.requeried.length
    const forged = JSON.stringify({ type: 'transaction-update', data: { code: '000', requestId: reference } })
    await receiveWebhook(database(), { reference, body: forged, at: vtpass.shop.now() })
    await vtpass.pass(1)
    expect(vtpass.requeried.length).toBe(before + 1)
    expect(await stateNow(bought)).not.toBe('delivered')
  })
})

describe('what is final', () => {
  it('is refunded when VTpass takes it back, to a webhook that was lost too', async () => {
    const customer = await rich()
    const vtpass = vtpassThatSays(answer('000', 'delivered'), answer('040', 'reversed'))
    const bought = await buy(vtpass.shop, buying(customer))
    await vtpass.pass(3700)
    expect(await stateNow(bought)).toBe('reversed')
    expect(await balancesOf(database(), customer)).toEqual([120_000, 0, 0])
  })

  it('and was delivered after its refund costs the house, and the customer nothing', async () => {
    const customer = await rich()
    let says = answer('015', null)
    const vtpass = vtpassThatSays(lost, (reference) => says(reference))
    const bought = await buy(vtpass.shop, buying(customer))
    await vtpass.pass(1200)
    expect(await stateNow(bought)).toBe('failed')
    says = answer('000', 'delivered')
    await vtpass.pass(3600)
    expect((await readPurchase(database(), idOf(bought)))?.lateLoss).toBe(47_520)
    expect(await balancesOf(database(), customer)).toEqual([120_000, 0, 0])
  })
})
