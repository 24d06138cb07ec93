import { describe, expect, it } from 'vitest'
import type { Told } from './answers.ts'
import { differencesIn, type Sides } from './compare.ts'
import type { Bought, OnRecord, Wallet } from './evidence.ts'
import type { Experience } from './shopper.ts'

const PRICE = 102_500
const COST = 96_000

/** Ada wants one plan, it is delivered, and everybody says so. */
interface Story {
  readonly bought?: Partial<Bought> | null
  readonly record?: Partial<OnRecord> | null
  readonly told?: readonly Told[]
  readonly last?: Told | null
  readonly wallet?: Partial<Wallet>
  readonly paidIn?: number
  readonly strangers?: readonly Bought[]
}

const delivered: Told = { state: 'delivered', price: PRICE }
const processing: Told = { state: 'processing', price: PRICE }
const failed: Told = { state: 'failed', price: null }

function differences(story: Story): readonly string[] {
  const bought: Bought = {
    customer: 'ada',
    requestId: 'chaos-1',
    reference: 'ref-1',
    state: 'delivered',
    price: PRICE,
    charged: COST,
    earned: 1_025,
    lateLoss: 0,
    ...story.bought,
  }
  const experience: Experience = {
    wanted: {
      customer: 'ada',
      requestId: 'chaos-1',
      plan: { serviceID: 'mtn-data', variation: 'mtn-100mb-1000', price: PRICE },
      recipient: '08012345678',
      usesCashback: false,
      twins: 1,
      hangUps: 0,
      hangUpMs: 0,
    },
    told: [...(story.told ?? [processing, delivered])],
    last: story.last === undefined ? delivered : story.last,
  }
  const purchases = story.bought === null ? [] : [bought]
  const sides: Sides = {
    violations: [],
    purchases: [...purchases, ...(story.strangers ?? [])],
    vtpass: new Map(
      story.record === null
        ? []
        : [['ref-1', { status: 'delivered', charged: COST, posts: 1, ...story.record }]],
    ),
    experiences: [experience],
    wallets: [
      {
        customer: 'ada',
        paidIn: 300_000,
        spent: PRICE,
        earned: 1_025,
        takenBack: 0,
        told: { main: 197_500, cashback: 1_025, held: 0 },
        ...story.wallet,
      },
    ],
    paidIn: new Map([['ada', story.paidIn ?? 300_000]]),
  }
  return differencesIn(sides).map(({ of, what }) => `${of}: ${what}`)
}

const nothingSpent: Partial<Wallet> = {
  spent: 0,
  earned: 0,
  told: { main: 300_000, cashback: 0, held: 0 },
}
const refunded: Story = {
  bought: { state: 'failed', charged: null, earned: 0 },
  record: { status: 'failed', charged: 0 },
  told: [processing],
  last: failed,
  wallet: nothingSpent,
}

describe('what agrees', () => {
  it.each<[string, Story]>([
    ['a delivery', {}],
    ['a failure', refunded],
    ['a failure of which VTpass has no order', { ...refunded, record: null }],
    ['a failure that VTpass has taken back', { ...refunded, record: { status: 'reversed', charged: 0 } }],
    [
      'a reversal, which was told as delivered before',
      {
        bought: { state: 'reversed' },
        record: { status: 'reversed', charged: 0 },
        last: { state: 'reversed', price: PRICE },
        wallet: { spent: 0, takenBack: 1_025, told: { main: 300_000, cashback: 0, held: 0 } },
      },
    ],
    [
      'a customer who gave up',
      {
        bought: null,
        record: null,
        told: [],
        last: null,
        wallet: nothingSpent,
      },
    ],
  ])('%s', (_name, story) => {
    expect(differences(story)).toEqual([])
  })
})

describe('what does not', () => {
  it.each<[string, Story, RegExp]>([
    ['a delivery that was refunded', { ...refunded, record: {} }, /failed here and delivered at VTpass/],
    ['a failure that was charged', { record: { status: 'failed', charged: 0 } }, /delivered here and failed/],
    ['a reversal that nobody saw', { record: { status: 'reversed', charged: 0 } }, /and reversed at VTpass/],
    ['one that is still open', { bought: { state: 'unknown' } }, /unknown here and delivered at VTpass/],
    ['a kobo', { bought: { charged: COST + 1 } }, /booked at 96001 kobo, and has cost 96000/],
    ['a second POST', { record: { posts: 2 } }, /sent 2 times/],
    ['a late delivery', { bought: { lateLoss: COST } }, /at a loss of 96000 kobo/],
    ['one that was told and forgotten', { bought: null }, /spoken of, and is not there/],
    [
      'a refund that was told of a delivery',
      { told: [failed] },
      /is delivered, and its customer was told failed/,
    ],
    [
      'a delivery that was told of a failure',
      { ...refunded, told: [delivered] },
      /is failed, and its customer was told delivered/,
    ],
    ['a customer who is told nothing in the end', { last: null }, /was told of none in the end/],
    [
      'another price',
      { last: { state: 'delivered', price: PRICE + 1 } },
      /shown at 102500 kobo, and costs 102501/,
    ],
    [
      'another price in the ledger',
      { bought: { price: PRICE - 1 } },
      /shown at 102500 kobo, and costs 102499/,
    ],
    ['money that did not come', { paidIn: 500_000 }, /paid in as the operator was told.*500000 and 300000/],
    [
      'a hold that stays',
      { wallet: { told: { main: 197_500, cashback: 1_025, held: 1 } } },
      /is held.*1 and 0/,
    ],
    [
      'a wallet that is short',
      { wallet: { told: { main: 197_499, cashback: 1_025, held: 0 } } },
      /198524 and 198525/,
    ],
    ['cashback that nobody earned', { wallet: { earned: 2_000 } }, /cashback was earned.*1025 and 2000/],
    ['more spent than told', { wallet: { spent: PRICE + 5 } }, /was spent.*102500 and 102505/],
  ])('%s', (_name, story, expected) => {
    expect(differences(story).join('\n')).toMatch(expected)
  })

  it('an order that nothing here knows of', () => {
    const found = differences({ bought: { reference: 'ref-2' }, record: {} })
    expect(found.join('\n')).toMatch(/ref-1: was sent to VTpass, and nothing here knows of it/)
  })

  it('a purchase that nobody wanted', () => {
    const stranger: Bought = {
      customer: 'ada',
      requestId: 'chaos-9',
      reference: 'ref-9',
      state: 'failed',
      price: 1,
      charged: null,
      earned: 0,
      lateLoss: 0,
    }
    expect(differences({ strangers: [stranger] })).toEqual(['chaos-9: was bought, and nobody wanted it'])
  })
})
