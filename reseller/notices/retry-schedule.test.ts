import fc from 'fast-check'
import { expect, it } from 'vitest'
import { waitBeforeRetry } from './retry-schedule.ts'

const middle = (attempts: number) => waitBeforeRetry(attempts, 0.5)

it('waits longer after each attempt, and gives up after the tenth', () => {
  const seconds = Array.from({ length: 11 }, (_, index) => {
    const ms = middle(index + 1)
    return ms === null ? null : ms / 1000
  })
  expect(seconds).toEqual([5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400, null, null])
})

it('spreads what failed together by a fifth either way', () => {
  expect([waitBeforeRetry(1, 0), waitBeforeRetry(1, 0.999_999)]).toEqual([4000, 6000])
  const fraction = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9 }), fraction, (attempts, luck) => {
      const [ms, usual] = [waitBeforeRetry(attempts, luck) ?? 0, middle(attempts) ?? 0]
      expect(ms).toBeGreaterThanOrEqual(usual * 0.8 - 1)
      expect(ms).toBeLessThanOrEqual(usual * 1.2 + 1)
    }),
  )
})
