import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { kobo } from '../pricing/kobo.ts'
import type { Queries } from './database.ts'
import { fundWallet } from './funding.ts'
import { bookLateDelivery, markUnknown, openPurchase, reversePurchase, settlePurchase } from './ledger.ts'
import {
  at,
  attempt,
  balancesOf,
  customerWith,
  delivered,
  failed,
  fund,
  newPurchase,
  occasion,
  opened,
  reversed,
} from './purchases.test-support.ts'
import { readEntries, readPurchase, readPurchases } from './reads.ts'
import { resolvePurchase } from './review.ts'
import { useDatabase } from './use-database.test-support.ts'
import { claimDue, receiveWebhook } from './waiting.ts'

/** As many calls at once as there are connections; the rest wait for one. */
const CONNECTIONS = 64
const rounds = Number(process.env.RACE_ROUNDS ?? 50)
const { database } = useDatabase({ connections: CONNECTIONS })

/** Nothing is tried again: a deadlock would fail the test. */
let once: Queries

beforeAll(async () => {
  const { pool } = database()
  once = { query: async (text, values = []) => (await pool.query(text, [...values])).rows }
  // They connect now, so that the first round is a race as well.
  await together(CONNECTIONS, () => once.query('select pg_sleep(0.05)'))
})

function together<Result>(count: number, work: (index: number) => Promise<Result>): Promise<Result[]> {
  return Promise.all(Array.from({ length: count }, (_, index) => work(index)))
}

/** How often each answer was given. */
async function tally(
  answers: Promise<readonly { readonly kind: string }[]>,
): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const { kind } of await answers) counts[kind] = (counts[kind] ?? 0) + 1
  return counts
}

/** A race is run again and again, each time with a customer of its own. */
function race(name: string, run: () => Promise<void>): void {
  it(
    name,
    async () => {
      for (let round = 1; round <= rounds; round += 1) await run()
    },
    rounds * 2_000 + 20_000,
  )
}

describe(`in ${rounds} rounds`, () => {
  race('of 200 purchases with money for 20, exactly 20 are sold', async () => {
    const customer = await customerWith(once, { main: kobo(1_000_000) })
    const sold = tally(together(200, () => openPurchase(once, newPurchase(customer))))
    expect(await sold).toEqual({ opened: 20, insufficient: 180 })
    expect(await balancesOf(once, customer)).toEqual([0, 0, 1_000_000])
  })

  race('of 100 twins of one request, one is sold and 99 are told of it', async () => {
    const customer = await customerWith(once, { main: kobo(1_000_000), cashback: kobo(15_000) })
    const requestId = randomUUID()
    const ask = () => openPurchase(once, newPurchase(customer, { requestId, useCashback: true }))
    const openings = await together(100, ask)
    expect(await tally(Promise.resolve(openings))).toEqual({ opened: 1, replay: 99 })
    const ids = openings.map((opening) => ('purchase' in opening ? opening.purchase.id : null))
    expect(new Set(ids).size).toBe(1)
    expect(await balancesOf(once, customer)).toEqual([965_000, 0, 50_000])
  })

  race('of 64 settlements of one purchase, one moves it', async () => {
    const customer = await customerWith(once, { main: kobo(50_000) })
    const { id } = await opened(once, newPurchase(customer, { earns: kobo(500) }))
    const settled = tally(together(64, () => settlePurchase(once, delivered(id))))
    expect(await settled).toEqual({ moved: 1, stands: 63 })
    expect(await balancesOf(once, customer)).toEqual([0, 500, 0])
  })

  race('of 64 reversals of one purchase, one gives the money back', async () => {
    const customer = await customerWith(once, { main: kobo(50_000) })
    const { id } = await opened(once, newPurchase(customer, { earns: kobo(500) }))
    await settlePurchase(once, delivered(id))
    const undone = tally(together(64, () => reversePurchase(once, reversed(id))))
    expect(await undone).toEqual({ moved: 1, stands: 63 })
    expect(await balancesOf(once, customer)).toEqual([50_000, 0, 0])
  })

  race('of 32 retries of a request that cannot be paid, none is ever sold', async () => {
    const customer = await customerWith(once, { main: kobo(49_999) })
    const requestId = randomUUID()
    const ask = () => openPurchase(once, newPurchase(customer, { requestId }))
    expect(await tally(together(32, ask))).toEqual({ insufficient: 32 })
    expect(await readPurchases(once, { customer, before: null, limit: 1 })).toEqual([])
  })

  race('of 32 retries of a request that failed, none is ever sold', async () => {
    const customer = await customerWith(once, { main: kobo(500_000) })
    const requestId = randomUUID()
    const { id } = await opened(once, newPurchase(customer, { requestId }))
    await settlePurchase(once, failed(id))
    const ask = () => openPurchase(once, newPurchase(customer, { requestId }))
    const openings = await together(32, ask)
    expect(openings.every((it) => it.kind === 'replay' && it.purchase.state === 'failed')).toBe(true)
    expect(await balancesOf(once, customer)).toEqual([500_000, 0, 0])
  })

  race('of 32 retries during a top-up, one at most is sold, and each later one is told of it', async () => {
    const customer = await customerWith(once, { main: kobo(49_999) })
    const requestId = randomUUID()
    const ask = () => openPurchase(once, newPurchase(customer, { requestId }))
    const [openings] = await Promise.all([together(32, ask), fund(once, customer, kobo(100_000))])
    const { opened: sold = 0, replay: told = 0 } = await tally(Promise.resolve(openings))
    expect(sold).toBe(sold === 0 && told === 0 ? 0 : 1)
    expect((await ask()).kind).toBe(sold === 1 ? 'replay' : 'opened')
    expect(await balancesOf(once, customer)).toEqual([99_999, 0, 50_000])
  })

  race('of 32 deliveries and 32 failures of one purchase, one is its outcome', async () => {
    const customer = await customerWith(once, { main: kobo(40_000), cashback: kobo(10_000) })
    const { id } = await opened(once, newPurchase(customer, { useCashback: true }))
    await markUnknown(once, occasion(id))
    const settle = (index: number) => {
      const heard = {
        attempt: attempt({ startedAt: at(index), learnt: index % 2 ? 'delivered' : 'failed' }),
      } as const
      return settlePurchase(once, index % 2 ? delivered(id, heard) : failed(id, heard))
    }
    const moves = await together(64, settle)
    expect(await tally(Promise.resolve(moves))).toEqual({ moved: 1, stands: 63 })
    const { state } = moves.find(({ kind }) => kind === 'moved')?.purchase ?? { state: null }
    expect(new Set(moves.map(({ purchase }) => purchase.state))).toEqual(new Set([state]))
    expect(await balancesOf(once, customer)).toEqual(state === 'failed' ? [40_000, 10_000, 0] : [0, 0, 0])
  })

  race('a settlement among 31 answers that say nothing is kept', async () => {
    const customer = await customerWith(once, { main: kobo(50_000) })
    const { id } = await opened(once, newPurchase(customer))
    const hear = (index: number) => {
      const heard = attempt({ startedAt: at(index), learnt: index === 15 ? 'delivered' : 'unknown' })
      if (index === 15) return settlePurchase(once, delivered(id, { attempt: heard }))
      return markUnknown(once, occasion(id, { attempt: heard }))
    }
    const moves = await together(32, hear)
    expect(moves[15]).toMatchObject({ kind: 'moved' })
    expect(await readPurchase(once, id)).toMatchObject({ state: 'delivered', asked: 32, wakeAt: at(3600) })
  })

  race('of 64 reports of a late delivery, one is booked', async () => {
    const customer = await customerWith(once, { main: kobo(50_000) })
    const { id } = await opened(once, newPurchase(customer))
    await settlePurchase(once, failed(id))
    const late = { purchase: id, charged: null, actor: 'requery', at: at(9), wakeAt: null, attempt: null }
    expect(await tally(together(64, () => bookLateDelivery(once, late)))).toEqual({ booked: 1, stands: 63 })
  })

  race('of 64 reports of one payment, one counts', async () => {
    const customer = await customerWith(once, {})
    const payment = { customer, amount: kobo(100), reference: randomUUID(), actor: 'bank', at: at(0) }
    expect(await tally(together(64, () => fundWallet(once, payment)))).toEqual({ funded: 1, replay: 63 })
    expect(await balancesOf(once, customer)).toEqual([100, 0, 0])
  })

  race('two persons who say the same at once settle a purchase once', async () => {
    const customer = await customerWith(once, { main: kobo(50_000) })
    const { id } = await opened(once, newPurchase(customer))
    await markUnknown(once, occasion(id))
    const word = {
      purchase: id,
      outcome: 'failed',
      reason: 'ticket 1',
      at: at(9),
      wakeAt: null,
      notice: null,
    } as const
    const say = (index: number) => resolvePurchase(once, { ...word, actor: index % 2 ? 'ada' : 'bisi' })
    const { proposed, resolved } = await tally(together(32, say))
    expect([proposed, resolved]).toEqual([1, 1])
    expect(await balancesOf(once, customer)).toEqual([50_000, 0, 0])
  })

  race('eight workers take everything that is due, and nothing twice', async () => {
    const customer = await customerWith(once, { main: kobo(10_000_000) })
    // Long before anything else that these tests left open.
    const due = await together(60, () => opened(once, newPurchase(customer, { wakeAt: at(-1_000) })))
    const claimed = await together(8, async () => {
      const ids: string[] = []
      for (;;) {
        const claim = await claimDue(once, { at: at(-1_000), until: at(1_000), limit: 7 })
        if (claim.length === 0) return ids
        ids.push(...claim.map(({ id }) => id))
      }
    })
    expect(claimed.flat().toSorted()).toEqual(due.map(({ id }) => id).toSorted())
  })

  race('both wallets, VTpass, a webhook and a payment at once, and nobody waits in a circle', async () => {
    const customer = await customerWith(once, { main: kobo(2_000_000), cashback: kobo(200_000) })
    const alert = { kind: 'low-float', subject: 'float', detail: '018' }
    const buy = async (index: number) => {
      const asked = newPurchase(customer, { useCashback: index % 2 === 0, earns: kobo(500) })
      await opened(once, asked)
      const settle = index % 3 ? delivered(asked.id, { alert }) : failed(asked.id, { alert })
      const reverse = () => reversePurchase(once, reversed(asked.id, { alert }))
      await Promise.all([
        settlePurchase(once, settle).then(reverse),
        receiveWebhook(once, { reference: asked.reference, body: '{}', at: at(1) }),
        fund(once, customer, kobo(1)),
        claimDue(once, { at: at(2), until: at(3), limit: 3 }),
      ])
    }
    await together(24, buy)
    const held = (await balancesOf(once, customer)).slice(2)
    expect(held).toEqual([0])
    const entries = await readEntries(once, { customer, wallet: null, before: null, limit: 1_000 })
    expect(entries.filter(({ kind }) => kind === 'hold').length).toBeGreaterThanOrEqual(24)
  })
})
