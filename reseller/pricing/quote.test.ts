import { describe, expect, it } from 'vitest'
import { type Kobo, kobo } from './kobo.ts'
import { type Percent, readPercent } from './percent.ts'
import { priceOf, quote } from './quote.ts'

const percent = (text: string) => readPercent(text) as Percent

describe('priceOf', () => {
  it.each([
    ['is the cost below ₦300', 24_000, '2', 24_000],
    ['is the cost at ₦299.99', 29_999, '2', 29_999],
    ['keeps the kobo of a cost below ₦300', 4_999, '50', 4_999],
    ['is marked up at ₦300', 30_000, '2', 30_600],
    ['is rounded down to a whole naira', 100_000, '2.55', 102_500],
    ['is rounded down from a kobo short of the next naira', 149_901, '2', 152_800],
    ['reads all four decimals of a markup', 100_000_000, '0.0001', 100_000_100],
    ['is never below the cost: ₦510.50 is sold at ₦511', 51_050, '0', 51_100],
    ['is never below the cost with a markup too small for it', 51_050, '0.0001', 51_100],
    ['is the cost itself where that is whole and the markup is 0', 51_000, '0', 51_000],
    ['is doubled by 100 %', 51_050, '100', 102_100],
    ['is not ₦1 low, as a float has it: ₦360 at 2.5 % is ₦369', 36_000, '2.5', 36_900],
  ])('%s', (_name, cost, markup, expected) => {
    expect(priceOf(kobo(cost), percent(markup))).toBe(expected)
  })
})

/** Beside each text, the same markup as a fraction of the cost, written out by hand. */
const markups = [
  ['0', 0n, 1n],
  ['0.0001', 1n, 1_000_000n],
  ['0.5', 1n, 200n],
  ['1', 1n, 100n],
  ['1.5', 3n, 200n],
  ['2', 1n, 50n],
  ['2.5', 1n, 40n],
  ['3', 3n, 100n],
  ['3.3333', 33_333n, 1_000_000n],
  ['5', 1n, 20n],
  ['7.25', 29n, 400n],
  ['9.9999', 99_999n, 1_000_000n],
  ['10', 1n, 10n],
  ['12.5', 1n, 8n],
  ['14', 7n, 50n],
  ['20', 1n, 5n],
  ['33.3333', 333_333n, 1_000_000n],
  ['50', 1n, 2n],
  ['99.9999', 999_999n, 1_000_000n],
  ['100', 1n, 1n],
] as const

/** Every kobo from ₦250 to ₦500, then steps to ₦1,000,000 that meet every kobo of a naira. */
const costs: readonly Kobo[] = [
  ...Array.from({ length: 25_000 }, (_, index) => kobo(25_000 + index)),
  ...Array.from({ length: 25_000 }, (_, index) => kobo(50_000 + index * 3_999)),
]

const priced = markups.map(([text, part, whole]) => {
  const markup = percent(text)
  return { text, part, whole, prices: costs.map((cost) => priceOf(cost, markup)) }
})

interface Case {
  readonly markup: string
  readonly part: bigint
  readonly whole: bigint
  readonly cost: Kobo
  readonly price: Kobo
  /** Of the next smaller cost. */
  readonly priceBefore: number
}

/** The first of the million for which a claim does not hold. */
function exceptionTo(holds: (one: Case) => boolean): Case | null {
  for (const { text, part, whole, prices } of priced) {
    for (const [index, cost] of costs.entries()) {
      const price = prices[index] as Kobo
      const one = { markup: text, part, whole, cost, price, priceBefore: prices[index - 1] ?? 0 }
      if (!holds(one)) return one
    }
  }
  return null
}

/** The sentence of the decision, in fractions of a kobo that are never rounded before the end. */
function reckoned({ part, whole, cost }: Case): bigint {
  if (cost < 30_000) return BigInt(cost)
  const floor = ((BigInt(cost) * (whole + part)) / (whole * 100n)) * 100n
  const ceiling = ((BigInt(cost) + 99n) / 100n) * 100n
  return floor < BigInt(cost) ? ceiling : floor
}

describe('of a million costs and markups', () => {
  it('there are a million', () => {
    expect(priced.length * costs.length).toBe(1_000_000)
  })

  it('no price is below its cost', () => {
    expect(exceptionTo(({ cost, price }) => price >= cost)).toBeNull()
  })

  it('every price below ₦300 is its cost', () => {
    expect(exceptionTo(({ cost, price }) => cost >= 30_000 || price === cost)).toBeNull()
  })

  it('every price from ₦300 is a whole naira', () => {
    expect(exceptionTo(({ cost, price }) => cost < 30_000 || price % 100 === 0)).toBeNull()
  })

  it('no dearer cost has a lower price', () => {
    expect(exceptionTo(({ price, priceBefore }) => price >= priceBefore)).toBeNull()
  })

  it('every price is the one that fractions reckon', () => {
    expect(exceptionTo((one) => BigInt(one.price) === reckoned(one))).toBeNull()
  })
})

describe('quote', () => {
  const markups = { regular: percent('5'), friendly: percent('2') }
  const data = { cost: kobo(100_000), isMarkedUp: true }

  it('marks data up for a regular customer', () => {
    expect(quote(data, 'regular', markups)).toEqual({ cost: 100_000, price: 105_000, markup: 5_000 })
  })

  it('marks data up by the friendly percentage for a friendly customer', () => {
    expect(quote(data, 'friendly', markups)).toEqual({ cost: 100_000, price: 102_000, markup: 2_000 })
  })

  it('falls back to the regular percentage where the friendly one is not set', () => {
    expect(quote(data, 'friendly', { ...markups, friendly: null }).price).toBe(105_000)
  })

  it('takes a friendly percentage of 0 for one that is set', () => {
    expect(quote(data, 'friendly', { ...markups, friendly: percent('0') }).price).toBe(100_000)
  })

  it('counts what rounding up adds as markup', () => {
    const odd = { cost: kobo(51_050), isMarkedUp: true }
    expect(quote(odd, 'friendly', { ...markups, friendly: percent('0') }).markup).toBe(50)
  })

  it('sells what takes no markup at its cost, to the kobo', () => {
    const airtime = { cost: kobo(100_050), isMarkedUp: false }
    expect(quote(airtime, 'regular', markups)).toEqual({ cost: 100_050, price: 100_050, markup: 0 })
  })
})
