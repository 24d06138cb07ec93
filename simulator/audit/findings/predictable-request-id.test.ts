import fc from 'fast-check'
import { expect, it } from 'vitest'
import { airtime, callerAt, delivered } from '../caller.test-support.ts'
import { findingsOf } from '../findings.ts'

/** The request ids that are found to be predictable, of purchases with these suffixes. */
function predictable(...suffixes: string[]): string[] {
  const caller = callerAt('2025-03-10T09:14:16.000Z')
  for (const [index, suffix] of suffixes.entries()) {
    caller.call(`n${index}`, `202503101014${suffix}`)
    caller.pay(`n${index}`, delivered, { ...airtime, amount: `${25_000 + index}` })
  }
  const found = findingsOf(caller.evidence())
  return found.flatMap(({ requestIds }) => requestIds.map((requestId) => requestId.slice(12)))
}

it('the finding counts the ids that can be guessed', () => {
  const caller = callerAt()
  caller.call('a', '202503101014')
  caller.pay('a', delivered)
  expect(findingsOf(caller.evidence())).toMatchObject([
    {
      name: 'predictable-request-id',
      grade: 'minor',
      detail: expect.stringContaining('1 of 1 request ids have nothing behind the twelve digits'),
    },
  ])
})

it.each([
  ['nothing', ''],
  ['the seconds', '16'],
  ['the seconds and milliseconds', '16482'],
  ['three characters', 'x7q'],
  ['the Unix seconds', '1741598056'],
  ['the Unix milliseconds, and a letter', 'P-1741598056123'],
  ['the recipient', '08011111111'],
  ['the service, the recipient and the amount', '-mtn-08011111111-25000'],
  ['the amount', '25000'],
])('%s behind the twelve digits can be guessed', (_, suffix) => {
  expect(predictable(suffix)).toEqual([suffix])
})

it.each([
  ['a UUID', '0f8fad5b-d9cb-469f-a165-70867728950e'],
  ['a nanoid', 'V1StGXR8_Z5jdHi6B-myT'],
  ['hexadecimal', 'ad8ef08acd8fc0f'],
  ['six digits', '482915'],
  ['ten digits that are no time of today', '4738492849'],
  ['the time, and six random characters', '1741598056123k3v9x2'],
  ['the recipient, and six random characters', '08011111111k3v9x2'],
  ['four letters', 'k3vx'],
])('%s cannot', (_, suffix) => {
  expect(predictable(suffix)).toEqual([])
})

it('a counter can be guessed', () => {
  expect(predictable('000041', '000042')).toEqual(['000041', '000042'])
  expect(predictable('ORDER-7719', 'ORDER-7721', 'ORDER-7725')).toHaveLength(3)
})

it.each([
  ['that goes down', ['000042', '000041']],
  ['in large steps', ['104729', '350377']],
  ['behind what is drawn anew', ['k3v9x2m1-1', 'z8q4t7b5-2']],
  ['of attempts behind a UUID', ['0f8fad5b-d9cb-469f-a165-1', '0f8fad5b-d9cb-469f-a165-2']],
])('a number %s is no counter', (_, suffixes) => {
  expect(predictable(...suffixes)).toEqual([])
})

it('one id among many that looks guessable is chance', () => {
  expect(predictable('482915', '16482', '739104', '205518')).toEqual([])
})

it('random suffixes of eight characters are never found', () => {
  const suffix = fc.stringMatching(/^[0-9a-z]{8}$/)
  fc.assert(
    fc.property(fc.uniqueArray(suffix, { minLength: 4, maxLength: 20 }), (suffixes) => {
      expect(predictable(...suffixes)).toEqual([])
    }),
    { seed: 20250310, numRuns: 300 },
  )
})
