import { expect, it } from 'vitest'
import { callerAt, delivered, namesFound, pending } from '../caller.test-support.ts'
import { findingsOf } from '../findings.ts'

it('eleven requeries of one purchase within a minute are too many', () => {
  const caller = callerAt()
  caller.pay('a', pending)
  for (let asked = 0; asked < 10; asked += 1) caller.requery('a', pending)
  expect(namesFound(caller)).toEqual([])
  caller.requery('a', delivered)
  expect(findingsOf(caller.evidence())).toMatchObject([
    {
      name: 'hammered-requery',
      grade: 'minor',
      detail: `${caller.idOf('a')} was requeried 11 times within a minute.`,
    },
  ])
})

it('as many in the course of an hour are not', () => {
  const caller = callerAt()
  caller.pay('a', pending)
  for (let asked = 0; asked < 20; asked += 1) {
    caller.wait(3)
    caller.requery('a', pending)
  }
  caller.requery('a', delivered)
  expect(namesFound(caller)).toEqual([])
})

it('an hour that a moved clock makes of a second is an hour', () => {
  const caller = callerAt()
  caller.pay('a', pending)
  for (let asked = 0; asked < 20; asked += 1) {
    caller.moveClock(3)
    caller.requery('a', pending)
  }
  caller.requery('a', delivered)
  expect(namesFound(caller)).toEqual([])
})

it('one requery of each of many purchases is not', () => {
  const caller = callerAt()
  for (let index = 0; index < 20; index += 1) {
    const name = `n${index}x`
    caller.pay(name, pending, { serviceID: 'mtn', recipient: `0801111${1000 + index}`, amount: '100' })
    caller.requery(name, delivered)
  }
  expect(namesFound(caller)).toEqual([])
})
