import { randomInt } from 'node:crypto'
import { expect, it } from 'vitest'
import { newReference } from './reference.ts'

const referenceAt = (utc: string) => newReference(Date.parse(utc), randomInt)

it.each([
  ['2025-03-10T09:14:16.999Z', '202503101014'],
  ['2025-01-05T22:59:59.999Z', '202501052359'],
  ['2025-01-05T23:00:00.000Z', '202501060000'],
  ['2025-01-05T23:30:00.000Z', '202501060030'],
  ['2025-01-06T00:00:00.000Z', '202501060100'],
  ['2024-02-28T23:00:00.000Z', '202402290000'],
  ['2025-02-28T23:00:00.000Z', '202503010000'],
  ['2025-12-31T22:59:00.000Z', '202512312359'],
  ['2025-12-31T23:00:00.000Z', '202601010000'],
])('at %s it begins with %s, the minute in Lagos', (utc, minute) => {
  expect(referenceAt(utc).slice(0, 12)).toBe(minute)
})

it('the zone of the machine is not asked', () => {
  const zone = process.env.TZ
  const minutes = ['Pacific/Kiritimati', 'America/New_York', 'Africa/Lagos'].map((each) => {
    process.env.TZ = each
    return referenceAt('2025-12-31T23:00:00Z').slice(0, 12)
  })
  if (zone === undefined) delete process.env.TZ
  else process.env.TZ = zone

  expect(minutes).toEqual(['202601010000', '202601010000', '202601010000'])
})

it('the minute is followed by sixteen digits and small letters, as they are drawn', () => {
  const drawn = [0, 1, 9, 10, 11, 35, 0, 1, 9, 10, 11, 35, 34, 33, 32, 31]
  const limits: number[] = []
  const reference = newReference(Date.parse('2025-03-10T09:14:16Z'), (limit) => {
    limits.push(limit)
    return drawn.shift() ?? 0
  })

  expect(reference).toBe('202503101014019abz019abzyxwv')
  expect(new Set(limits)).toEqual(new Set([36]))
})

it('no two are the same', () => {
  const references = Array.from({ length: 20_000 }, () => referenceAt('2025-03-10T09:14:16Z'))

  expect(new Set(references).size).toBe(20_000)
  expect(references.every((each) => /^202503101014[0-9a-z]{16}$/.test(each))).toBe(true)
})
