import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type DueSettlement, Schedule } from './schedule.ts'

it('gives back what falls due by its moment, and of one moment in the order it was added', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 20 })), (moments) => {
      const schedule = new Schedule()
      const added = moments.map(
        (at, index): DueSettlement => ({ at, requestId: String(index), status: 'delivered' }),
      )
      for (const due of added) schedule.add(due)
      const taken: DueSettlement[] = []
      for (let due = schedule.next(); due !== undefined; due = schedule.next()) {
        taken.push(due)
        schedule.removeNext()
      }
      expect(taken).toEqual(added.toSorted((a, b) => a.at - b.at))
    }),
  )
})
