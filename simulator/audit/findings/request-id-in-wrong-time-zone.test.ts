import { expect, it } from 'vitest'
import { airtime, callerAt, delivered } from '../caller.test-support.ts'
import { findingsOf } from '../findings.ts'

/** What is found of purchases with these request ids, of which the next is sent so many minutes later. */
function found(start: string, requestIds: readonly string[], minutesBetween = 0) {
  const caller = callerAt(start)
  for (const [index, requestId] of requestIds.entries()) {
    caller.call(`n${index}`, requestId)
    caller.pay(`n${index}`, delivered, { ...airtime, amount: `${100 + index}` })
    caller.wait(minutesBetween)
  }
  return findingsOf(caller.evidence()).filter(({ name }) => name === 'request-id-in-wrong-time-zone')
}

const morning = '2025-03-10T09:14:16.000Z'
const random = 'k3v9x2m1'

it('one id with the time of UTC is found, at any hour', () => {
  expect(found(morning, [`202503100914${random}`])).toMatchObject([
    {
      grade: 'major',
      detail: "1 of 1 request ids have a time that is 1 hour behind Lagos's (it is UTC).",
      requestIds: [`202503100914${random}`],
    },
  ])
})

it('several are one finding', () => {
  const ids = [`202503100914${random}`, `202503100915${random}`, `202503100916${random}`]
  expect(found(morning, ids, 1)).toMatchObject([{ requestIds: ids, exchanges: [{}, {}, {}] }])
})

it('an id that was made three minutes before is still of UTC', () => {
  expect(found(morning, [`202503100911${random}`])).toHaveLength(1)
})

it.each([
  ['of Lagos', '202503101014'],
  ['of Lagos, made three minutes before', '202503101011'],
  ['twenty minutes old', '202503100954'],
  ['with the hour and minute left at zero', '202503100000'],
  ['no date at all', 'order-1'],
  ['no calendar time', '202503102460'],
])('an id that is %s is none', (_, digits) => {
  expect(found(morning, [`${digits}${random}`])).toEqual([])
})

it('another zone takes two ids of different minutes, since the hour and minute may be any', () => {
  const newYork = ['202503100514', '202503100515']
  expect(found(morning, [`${newYork[0]}${random}`], 1)).toEqual([])
  expect(found(morning, [`${newYork[0]}a${random}`, `${newYork[0]}b${random}`])).toEqual([])
  expect(
    found(
      morning,
      newYork.map((digits) => digits + random),
      1,
    ),
  ).toMatchObject([{ detail: "2 of 2 request ids have a time that is 5 hours behind Lagos's." }])
})

it('a zone may be half an hour off', () => {
  expect(found(morning, [`202503101444${random}`, `202503101445${random}`], 1)).toMatchObject([
    { detail: "2 of 2 request ids have a time that is 4.5 hours ahead of Lagos's." },
  ])
})

it('an hour and minute that are made up agree with nothing', () => {
  expect(found(morning, [`202503101200${random}`, `202503101734${random}`, `202503100319${random}`])).toEqual(
    [],
  )
})

const midnight = '2025-03-10T23:30:00.000Z'

it('in the hour after midnight, the date of UTC is yesterday’s', () => {
  expect(found(midnight, [`202503102330${random}`])).toHaveLength(1)
  expect(found(midnight, [`202503100000${random}`])).toHaveLength(1)
  expect(found(midnight, [`202503110000${random}`])).toEqual([])
})

it('one id of another zone is enough where the date is wrong too', () => {
  expect(found(midnight, [`202503101930${random}`])).toMatchObject([
    { detail: "1 of 1 request ids have a time that is 5 hours behind Lagos's." },
  ])
})

it('an id among others that is sent an hour late is none', () => {
  const ids = [`202503101014a${random}`, `202503100914b${random}`]
  expect(found(morning, ids)).toEqual([])
})

it('either clock will do: a caller goes by the wall’s, whatever the account’s says', () => {
  const caller = callerAt(morning)
  caller.moveClock(60)
  caller.call('a', `202503101014${random}`)
  caller.pay('a', delivered)
  expect(findingsOf(caller.evidence())).toEqual([])
})
