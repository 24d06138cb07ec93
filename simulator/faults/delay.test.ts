import { describe, expect, it } from 'vitest'
import { delayOf, type FaultContext, isDelay } from './fault.ts'

/** Luck with a seed (mulberry32): every run draws the same. */
function seeded(seed: number): FaultContext {
  let state = seed
  const fraction = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return { fraction, sleep: () => Promise.resolve() }
}

/** Always the same luck. */
function always(fraction: number): FaultContext {
  return { fraction: () => fraction, sleep: () => Promise.resolve() }
}

function draw(fault: Parameters<typeof delayOf>[0]): number[] {
  const luck = seeded(7)
  return Array.from({ length: 100_000 }, () => delayOf(fault, luck))
}

function shareBelow(limit: number, drawn: readonly number[]): number {
  return drawn.filter((ms) => ms < limit).length / drawn.length
}

describe('fixed-delay', () => {
  it('is always as long', () => {
    expect(new Set(draw({ kind: 'fixed-delay', delayMs: 250 }))).toEqual(new Set([250]))
  })
})

describe('uniform-delay', () => {
  const fault = { kind: 'uniform-delay', lowerMs: 100, upperMs: 500 } as const

  it('lies between the two, and both are met', () => {
    const drawn = draw(fault)
    expect(Math.min(...drawn)).toBe(100)
    expect(Math.max(...drawn)).toBe(500)
    expect(drawn.every(Number.isInteger)).toBe(true)
  })

  it('is as likely in every quarter', () => {
    const drawn = draw(fault)
    expect(shareBelow(200, drawn)).toBeCloseTo(0.25, 2)
    expect(shareBelow(300, drawn)).toBeCloseTo(0.5, 2)
    expect(shareBelow(400, drawn)).toBeCloseTo(0.75, 2)
  })
})

describe('lognormal-delay', () => {
  const fault = { kind: 'lognormal-delay', medianMs: 1_000, sigma: 0.4, maximumMs: null } as const

  it('half of the draws are below the median', () => {
    expect(shareBelow(1_000, draw(fault))).toBeCloseTo(0.5, 2)
  })

  it('one sigma and two to each side hold the shares of a normal distribution', () => {
    const drawn = draw(fault)
    const within = (sigmas: number) =>
      shareBelow(1_000 * Math.exp(0.4 * sigmas), drawn) - shareBelow(1_000 * Math.exp(-0.4 * sigmas), drawn)
    expect(within(1)).toBeCloseTo(0.683, 2)
    expect(within(2)).toBeCloseTo(0.954, 2)
  })

  it('its mean lies above its median', () => {
    const drawn = draw(fault)
    const mean = drawn.reduce((sum, ms) => sum + ms, 0) / drawn.length
    expect(mean / (1_000 * Math.exp(0.4 ** 2 / 2))).toBeCloseTo(1, 2)
  })

  it('without a sigma it is always the median', () => {
    expect(new Set(draw({ ...fault, sigma: 0 }))).toEqual(new Set([1_000]))
  })

  it('is never longer than its maximum', () => {
    const drawn = draw({ ...fault, maximumMs: 1_200 })
    expect(Math.max(...drawn)).toBe(1_200)
    expect(shareBelow(1_000, drawn)).toBeCloseTo(0.5, 2)
  })

  it('without a maximum it is never longer than a year', () => {
    expect(Math.max(...draw({ ...fault, sigma: 10 }))).toBe(365 * 86_400_000)
  })

  it.each([
    [0, 1_000],
    [1 - 2 ** -32, 14_356],
  ])('the luck %d gives %d ms', (fraction, ms) => {
    expect(delayOf(fault, always(fraction))).toBe(ms)
  })
})

it('isDelay tells the faults that only make the caller wait', () => {
  expect(isDelay({ kind: 'fixed-delay', delayMs: 1 })).toBe(true)
  expect(isDelay({ kind: 'uniform-delay', lowerMs: 1, upperMs: 2 })).toBe(true)
  expect(isDelay({ kind: 'lognormal-delay', medianMs: 1, sigma: 0.1, maximumMs: null })).toBe(true)
  expect(isDelay({ kind: 'chunked-dribble-delay', numberOfChunks: 1, totalMs: 1 })).toBe(false)
  expect(isDelay({ kind: 'empty-response' })).toBe(false)
})
