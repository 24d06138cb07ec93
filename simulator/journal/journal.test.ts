import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Asked } from './entry.ts'
import { Journal } from './journal.ts'

const asked: Asked = {
  at: 0,
  wallAt: 0,
  endpoint: 'balance',
  method: 'GET',
  url: 'http://vtpass/api/balance',
  headers: [],
  callerIp: '127.0.0.1',
  fields: {},
}
const answered = { answer: null, code: '1', status: null, heard: 'whole' as const }
const idsOf = (journal: Journal) => journal.entries().map(({ id }) => id)

it('keeps the newest so many, and says how many have made room', () => {
  const journal = new Journal(3)
  for (let count = 0; count < 5; count += 1) journal.begin(asked)
  expect(idsOf(journal)).toEqual([3, 4, 5])
  expect(journal.dropped).toBe(2)
})

it('tells whoever listens of an exchange when it has ended, until it listens no more', () => {
  const journal = new Journal(3)
  const heard: number[] = []
  const stop = journal.listen(({ id }) => heard.push(id))
  const entry = journal.begin(asked)
  expect([heard, entry.heard]).toEqual([[], 'waiting'])
  journal.end(entry, answered)
  stop()
  journal.end(journal.begin(asked), answered)
  expect([heard, entry.heard, entry.code]).toEqual([[1], 'whole', '1'])
})

it('counts on after it was cleared, and from 1 after a reset', () => {
  const journal = new Journal(3)
  journal.begin(asked)
  journal.clear()
  expect(idsOf(journal)).toEqual([])
  expect(journal.begin(asked).id).toBe(2)
  journal.reset(3)
  expect(journal.begin(asked).id).toBe(1)
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
      let [size, count, dropped] = [first, 0, 0]
      let model: number[] = []
      for (const step of run) {
        if (step === 'begin') {
          journal.begin(asked)
          count += 1
          model.push(count)
        } else if (step === 'clear') {
          journal.clear()
          model = []
          dropped = 0
        } else {
          journal.resize(step)
          size = step
        }
        dropped += Math.max(model.length - size, 0)
        model = model.slice(-size)
        expect(idsOf(journal)).toEqual(model)
        expect(journal.dropped).toBe(dropped)
      }
    }),
  )
})
