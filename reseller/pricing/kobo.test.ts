import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kobo, koboHalfUp, minus, nairaNumber, nairaText, plus, readNaira, readSignedNaira } from './kobo.ts'

const LARGEST = 999_999_999_999
const anyKobo = fc.integer({ min: 0, max: LARGEST })

describe('kobo', () => {
  it.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, Number.MAX_SAFE_INTEGER + 1])(
    'throws for %s',
    (amount) => {
      expect(() => kobo(amount)).toThrow(RangeError)
    },
  )

  it('adds and subtracts, and may fall below nothing', () => {
    expect(plus(kobo(150), kobo(50))).toBe(200)
    expect(minus(kobo(150), kobo(151))).toBe(-1)
  })

  it('throws where a sum is no longer exact', () => {
    expect(() => plus(kobo(Number.MAX_SAFE_INTEGER), kobo(1))).toThrow(RangeError)
  })
})

describe('readNaira', () => {
  it.each([
    ['100', 10_000],
    ['410.00', 41_000],
    ['99.5', 9_950],
    ['0', 0],
    ['0.01', 1],
    ['9999999999.99', LARGEST],
    [1000, 100_000],
    [1499.01, 149_901],
    [0.29, 29],
    [0, 0],
  ])('reads %j', (said, expected) => {
    expect(readNaira(said)).toBe(expected)
  })

  it.each([
    ...['', ' 100', '100 ', '100\n', 'ten', '₦100', '1,000', '1e3', '0x10', '+5', '.5', '5.', '007'],
    ...['100.005', '100.000', '10000000000', '-5', '-0', 'NaN'],
    ...[-5, 1e21, 1e-7, 0.001, 0.1 + 0.2, Number.NaN, Number.POSITIVE_INFINITY],
    ...[null, undefined, true, [100], { amount: 100 }],
  ])('refuses %j', (said) => {
    expect(readNaira(said)).toBeNull()
  })

  it('reads every amount as it is written, as a text and as a number', () => {
    fc.assert(
      fc.property(anyKobo, (amount) => {
        expect(readNaira(nairaText(kobo(amount)))).toBe(amount)
        expect(readNaira(nairaNumber(kobo(amount)))).toBe(amount)
        expect(readNaira(JSON.parse(JSON.stringify(nairaNumber(kobo(amount)))))).toBe(amount)
      }),
    )
  })
})

describe('readSignedNaira', () => {
  it.each([
    ['-5', -500],
    ['-5.50', -550],
    [-0.01, -1],
    ['5', 500],
    ['-0', 0],
  ])('reads %j', (said, expected) => {
    expect(readSignedNaira(said)).toBe(expected)
  })

  it('reads every debt as it is written', () => {
    fc.assert(
      fc.property(anyKobo, (amount) => {
        expect(readSignedNaira(nairaText(minus(kobo(0), kobo(amount))))).toBe(0 - amount)
      }),
    )
  })
})

describe('nairaText', () => {
  it.each([
    [15_000, '150.00'],
    [5, '0.05'],
    [0, '0.00'],
    [149_901, '1499.01'],
    [-550, '-5.50'],
    [-5, '-0.05'],
  ])('writes %i kobo as %s', (amount, expected) => {
    expect(nairaText(kobo(amount))).toBe(expected)
  })
})

describe('nairaNumber', () => {
  it.each([
    [25_000, '250'],
    [25_050, '250.5'],
    [149_901, '1499.01'],
    [LARGEST, '9999999999.99'],
  ])('writes %i kobo as %s', (amount, expected) => {
    expect(JSON.stringify(nairaNumber(kobo(amount)))).toBe(expected)
  })
})

describe('koboHalfUp', () => {
  it.each([
    [1446.54465, 144_654],
    [1454.0397, 145_404],
    [0.005, 1],
    [0.004999, 0],
    [0.015, 2],
    [1.005, 101],
    [9.995, 1_000],
    [99.994999, 9_999],
    [960, 96_000],
    [247.5, 24_750],
    ['247.5', 24_750],
    ['0.0050000', 1],
    ['0.00499999999999999999999', 0],
    ['9999999999.995', LARGEST + 1],
  ])('rounds %j', (said, expected) => {
    expect(koboHalfUp(said)).toBe(expected)
  })

  it.each(['', '1,000.00', '5.', '.5', '1e3', '-1', -1, 1e-7, Number.NaN, null, undefined, {}])(
    'refuses %j',
    (said) => {
      expect(koboHalfUp(said)).toBeNull()
    },
  )

  it('rounds every total of six decimals as whole millionths do', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000_000_000 }), (millionths) => {
        const text = `${Math.floor(millionths / 1_000_000)}.${String(millionths % 1_000_000).padStart(6, '0')}`
        const expected = Number((BigInt(millionths) + 5_000n) / 10_000n)
        expect(koboHalfUp(text)).toBe(expected)
      }),
    )
  })

  it('rounds a number as its text', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000_000_000 }), (millionths) => {
        const total = millionths / 1_000_000
        expect(koboHalfUp(total)).toBe(koboHalfUp(total.toFixed(6)))
      }),
    )
  })
})
