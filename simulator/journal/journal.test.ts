import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Entry } from './entry.ts'
import { Journal } from './journal.ts'

const entryOf = (): Entry => ({
  id: 0,
  at: { world: 0, wall: 0 },
  endpoint: 'balance',
  method: 'GET',
  url: 'http://vtpass/api/balance',
  headers: [],
  callerIp: '127.0.0.1',
  fields: {},
  arranged: null,
  rule: null,
  answer: null,
  code: null,
  status: null,
  heard: 'waiting',
  caller: null,
})
const begin = (journal: Journal) => {
  const entry = entryOf()
  journal.begin(entry)
  return entry
}
const idsOf = (journal: Journal) => journal.entries().map(({ id }) => id)

it('keeps the newest so many, and says how many have made room', () => {
  const journal = new Journal(3)
  for (let count = 0; count < 5; count += 1) begin(journal)
  expect(idsOf(journal)).toEqual([3, 4, 5])
  expect(journal.dropped).toBe(2)
})

it('tells whoever listens of an exchange when it has ended, until it listens no more', () => {
  const journal = new Journal(3)
  const heard: number[] = []
  const stop = journal.listen({ heard: ({ id }) => heard.push(id), closed: () => heard.push(0) })
  const entry = begin(journal)
  expect(heard).toEqual([])
  journal.end(entry)
  stop()
  journal.end(begin(journal))
  expect(heard).toEqual([1])
  journal.listen({ heard: () => {}, closed: () => heard.push(0) })
  journal.close()
  expect(heard).toEqual([1, 0])
})

it('counts on after it was cleared, and from 1 after a reset', () => {
  const journal = new Journal(3)
  begin(journal)
  journal.clear()
  expect(idsOf(journal)).toEqual([])
  expect(begin(journal).id).toBe(2)
  journal.reset(3)
  expect(begin(journal).id).toBe(1)
})

it('always holds the newest of what a list of all would hold', () => {
  const steps = fc.array(
    fc.oneof(
      { weight: 8, arbitrary: fc.constant('begin' as const) },
      { weight: 1, arbitrary: fc.constant('clear' as const) },
      { weight: 1, arbitrary: fc.integer({ min: 1, max: 9 }) },
    ),
    { maxLength: 60 },
  )
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9 }), steps, (first, run) => {
      const journal = new Journal(first)
      let [size, count, dropped, cleared] = [first, 0, 0, 0]
      let model: number[] = []
      for (const step of run) {
        if (step === 'begin') {
          begin(journal)
          count += 1
          model.push(count)
        } else if (step === 'clear') {
          journal.clear()
          cleared = count
        } else {
          journal.resize(step)
          size = step
        }
        dropped += Math.max(model.length - size, 0)
        model = model.slice(-size)
        expect(idsOf(journal)).toEqual(model.filter((id) => id > cleared))
        expect(journal.all().map(({ id }) => id)).toEqual(model)
        expect(journal.dropped).toBe(dropped)
      }
    }),
  )
})
