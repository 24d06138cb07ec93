import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kobo } from './kobo.ts'
import { type Percent, percentOf, readPercent } from './percent.ts'

describe('readPercent', () => {
  it.each([
    ['0', 0],
    ['2', 20_000],
    ['2.5', 25_000],
    ['0.0001', 1],
    ['12.3456', 123_456],
    ['100', 1_000_000],
    ['100.0000', 1_000_000],
  ])('reads %s', (text, expected) => {
    expect(readPercent(text)).toBe(expected)
  })

  it.each([
    ...['', ' 2', '2 ', '2%', 'two', '-1', '+1', '1e1', '.5', '2.', '02', '2,5'],
    ...['0.00001', '100.0001', '101', '1000', 'NaN', 'Infinity'],
  ])('refuses %j', (text) => {
    expect(readPercent(text)).toBeNull()
  })
})

describe('percentOf', () => {
  it.each([
    [10_000, '2.5', 250],
    [99, '1', 0],
    [100, '1', 1],
    [199, '1', 1],
    [12_345, '100', 12_345],
    [12_345, '0', 0],
    [Number.MAX_SAFE_INTEGER, '100', Number.MAX_SAFE_INTEGER],
  ])('of %i kobo at %s percent is %i', (amount, text, expected) => {
    expect(percentOf(kobo(amount), readPercent(text) as Percent)).toBe(expected)
  })

  it('is the most whole kobo that the percentage covers', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.integer({ min: 0, max: 1_000_000 }), (amount, percent) => {
        const part = BigInt(percentOf(kobo(amount), percent as Percent))
        const exact = BigInt(amount) * BigInt(percent)
        expect(part * 1_000_000n <= exact && exact < (part + 1n) * 1_000_000n).toBe(true)
      }),
    )
  })
})
