import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { earnedCashback, splitPayment } from './cashback.ts'
import { kobo } from './kobo.ts'
import { type Percent, readPercent } from './percent.ts'

const bill = { price: kobo(50_000), cashbackBalance: kobo(15_000), useCashback: true }

describe('splitPayment', () => {
  it('takes cashback first: ₦500 with ₦150 of cashback is ₦150 and ₦350', () => {
    expect(splitPayment(bill)).toEqual({ cashback: 15_000, main: 35_000 })
  })

  it('takes no cashback that was not asked for', () => {
    expect(splitPayment({ ...bill, useCashback: false })).toEqual({ cashback: 0, main: 50_000 })
  })

  it('takes no more cashback than the price', () => {
    expect(splitPayment({ ...bill, cashbackBalance: kobo(50_001) })).toEqual({ cashback: 50_000, main: 0 })
  })

  it('takes all from the main wallet where there is no cashback', () => {
    expect(splitPayment({ ...bill, cashbackBalance: kobo(0) })).toEqual({ cashback: 0, main: 50_000 })
  })

  it('splits every price without losing a kobo, and never asks a wallet for less than nothing', () => {
    const some = fc.integer({ min: 0, max: 1_000_000_000 })
    fc.assert(
      fc.property(some, some, fc.boolean(), (price, balance, useCashback) => {
        const { cashback, main } = splitPayment({
          price: kobo(price),
          cashbackBalance: kobo(balance),
          useCashback,
        })
        expect(cashback + main).toBe(price)
        expect(Math.min(cashback, main)).toBeGreaterThanOrEqual(0)
        expect(cashback).toBeLessThanOrEqual(balance)
      }),
    )
  })
})

describe('earnedCashback', () => {
  it.each([
    ['is a percentage of the price', 50_000, '2', 1_000],
    ['is rounded down to the kobo', 10_199, '1', 101],
    ['is nothing at 0 %', 50_000, '0', 0],
  ])('%s', (_name, price, percent, expected) => {
    expect(earnedCashback(kobo(price), readPercent(percent) as Percent)).toBe(expected)
  })
})
