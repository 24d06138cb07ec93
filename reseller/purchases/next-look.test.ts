import { expect, it } from 'vitest'
import { waitBeforeLook } from './next-look.ts'

it('waits 5, 10, 20, 40 and 60 seconds, then 1.6 times as long each, and never longer than a quarter of an hour', () => {
  const waits = Array.from({ length: 14 }, (_, asked) => waitBeforeLook(asked, 0.5) / 1000)
  expect(waits.slice(0, 7)).toEqual([5, 10, 20, 40, 60, 96, 153.6])
  expect(waits.slice(10)).toEqual(
    [900, 900, 900, 900].map((longest, index) => Math.min(longest, waits[10 + index] ?? 0)),
  )
  expect(waitBeforeLook(1_000_000, 0.5)).toBe(900_000)
})

it('spreads what came to be in doubt together over a fifth to either side', () => {
  expect([waitBeforeLook(0, 0), waitBeforeLook(0, 0.999_999)]).toEqual([4000, 6000])
})
