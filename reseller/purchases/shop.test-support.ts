import { randomInt, randomUUID } from 'node:crypto'
import { kobo } from '../pricing/kobo.ts'
import type { Database } from '../storage/database.ts'
import type { Heard } from '../vtpass/heard.ts'
import type { Buying } from './buy.ts'
import { lookSettings } from './decide-look.ts'
import { lookAtDue } from './look.ts'
import type { Shop } from './shop.ts'

/** What VTpass may say of a purchase, whatever its reference. */
export type Says = (reference: string) => Heard

export const lost: Says = () => ({ kind: 'lost', why: 'no answer within 30 s' })
export const notSent: Says = () => ({ kind: 'not-sent', why: 'connection refused' })

/** An answer with a code and, where there is one, the status of its transaction, which VTpass has charged ₦475.20 for. */
export function answer(code: string, status: string | null, httpStatus = 200): Says {
  const transactions = { status, total_amount: 475.2, transactionId: '17' }
  return (reference) => ({
    kind: 'answer',
    httpStatus,
    contentType: 'application/json',
    body: {
      code,
      response_description: 'as it says',
      requestId: reference,
      content: status === null ? { errors: [] } : { transactions },
    },
  })
}

/** What is no answer of VTpass's, though it comes from there. */
export function page(body: unknown, httpStatus = 200): Says {
  return () => ({ kind: 'answer', httpStatus, contentType: 'text/html', body })
}

/** A shop on a clock that stands still until it is moved. */
export interface ShopOnAClock {
  readonly shop: Shop
  advance(ms: number): void
  /** Goes on for so long, from one purchase that is due to the next, and looks at each. */
  pass(ms: number): Promise<void>
}

export function shopOnAClock(database: Database, vtpass: Shop['vtpass']): ShopOnAClock {
  let now = Date.UTC(2026, 0, 27, 12)
  const shop: Shop = {
    database,
    vtpass,
    now: () => new Date(now),
    fraction: () => 0.5,
    randomBelow: (limit) => randomInt(limit),
    newId: () => randomUUID(),
    settings: { ...lookSettings, leaseMs: 60_000 },
  }
  return {
    shop,
    advance(ms) {
      now += ms
    },
    async pass(ms) {
      const end = now + ms
      for (let due = await firstDue(database); due !== null && due <= end; due = await firstDue(database)) {
        now = Math.max(now, due)
        await lookAtDue(shop, 100)
      }
      now = end
    },
  }
}

async function firstDue(database: Database): Promise<number | null> {
  const [first] = await database.query<{ due: Date | null }>('select min(wake_at) as due from purchase')
  return first?.due?.getTime() ?? null
}

/** ₦500 of data at VTpass's ₦480. */
export function buying(customer: string, details: Partial<Buying> = {}): Buying {
  return {
    customer,
    requestId: 'order-1',
    fingerprint: 'mtn-data mtn-1gb 08011111111',
    order: {
      kind: 'data',
      serviceID: 'mtn-data',
      variation: 'mtn-1gb',
      title: 'MTN 1GB',
      recipient: '08011111111',
      phone: '08012345678',
      subscription: null,
    },
    cost: kobo(48_000),
    price: kobo(50_000),
    earns: kobo(0),
    useCashback: false,
    asks: {
      serviceID: 'mtn-data',
      phone: '08012345678',
      billersCode: '08011111111',
      variation_code: 'mtn-1gb',
    },
    ...details,
  }
}
