import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Money, naira, percentOf, readAmount, toNaira } from './money.ts'

describe('readAmount', () => {
  it.each([
    ['100', 100],
    ['100.5', 100.5],
    ['100.50', 100.5],
    ['100.000', 100],
    ['0', 0],
    ['-5', -5],
    ['0.01', 0.01],
    ['9999999999.99', 9_999_999_999.99],
  ])('reads %s', (text, expected) => {
    expect(readAmount(text)).toBe(naira(expected))
  })

  it.each([
    '',
    'ten',
    '1e3',
    '0x10',
    '100.005',
    '.5',
    '5.',
    '1,000',
    '₦100',
    '10 0',
    'NaN',
    'Infinity',
    '99999999999',
  ])('refuses %j', (text) => {
    expect(readAmount(text)).toBeNull()
  })
})

it('takes a percentage without losing a millionth: 3 % of 1,499.01 is 44.9703', () => {
  expect(percentOf(naira(1499.01), '3.00')).toBe(44_970_300)
})

it('prints every amount of kobo as it was read', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000_000 }), (kobo) => {
      const text = `${Math.floor(kobo / 100)}.${String(kobo % 100).padStart(2, '0')}`
      expect(toNaira(readAmount(text) as Money)).toBe(Number(text))
    }),
  )
})

it('takes every percentage of every kobo exactly', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1_000_000_000 }),
      fc.integer({ min: 0, max: 9999 }),
      (kobo, hundredths) => {
        const exact = (BigInt(kobo) * 10_000n * BigInt(hundredths)) / 10_000n
        expect(BigInt(percentOf((kobo * 10_000) as Money, (hundredths / 100).toFixed(2)))).toBe(exact)
      },
    ),
  )
})
