import { expect, it } from 'vitest'
import {
  callerAt,
  delivered,
  duplicate,
  failed,
  garbled,
  namesFound,
  pending,
  refusedWith,
  systemError,
  unheard,
  usedBefore,
} from '../caller.test-support.ts'
import { findingsOf } from '../findings.ts'

it.each([
  ['delivered and not heard', unheard(delivered), 'critical'],
  ['pending', pending, 'critical'],
  ['failed and not heard', unheard(failed), 'major'],
  ['answered with 083', systemError, 'major'],
  ['never there', unheard({ code: '083', httpStatus: 500 }), 'major'],
  ['answered with 014', usedBefore, 'major'],
])('a purchase that is %s, and never asked about, is found', (_, answer, grade) => {
  const caller = callerAt()
  caller.pay('a', answer)
  expect(findingsOf(caller.evidence())).toMatchObject([
    { name: 'never-requeried', grade, requestIds: [caller.idOf('a')], exchanges: [{ id: 1 }] },
  ])
})

it('it says what is on record', () => {
  const caller = callerAt()
  caller.pay('a', unheard(delivered))
  expect(findingsOf(caller.evidence())[0]?.detail).toBe(
    `What became of ${caller.idOf('a')} was not heard, nobody asked, and no webhook about it was acknowledged. On record it is delivered.`,
  )
})

it.each([
  ['delivered', delivered],
  ['failed', failed],
  ['refused', refusedWith('013')],
  ['a likely duplicate', duplicate],
  ['delivered, in the wrong content type', garbled(delivered, 'wrong-content-type')],
])('nobody has to ask about what is known to be %s', (_, answer) => {
  const caller = callerAt()
  caller.pay('a', answer)
  expect(namesFound(caller)).toEqual([])
})

it('who still waits for the answer has not failed to ask', () => {
  const caller = callerAt()
  caller.pay('a', { ...pending, heard: 'waiting' })
  expect(namesFound(caller)).toEqual([])
})

it('who acknowledged the webhook need not ask', () => {
  const caller = callerAt()
  caller.pay('a', pending)
  caller.webhook('a', {
    attempts: [caller.attempt({ status: 500, error: 'HTTP 500' }), caller.attempt({})],
  })
  expect(namesFound(caller)).toEqual([])
})

it('a webhook about plans tells nothing of a purchase', () => {
  const caller = callerAt()
  caller.pay('a', pending)
  caller.webhook('a', { type: 'variations-update', attempts: [caller.attempt({})] })
  expect(namesFound(caller)).toEqual(['never-requeried'])
})

it('a requery of another purchase is none of this one', () => {
  const caller = callerAt()
  caller.pay('a', pending)
  caller.pay('b', failed, { serviceID: 'mtn', recipient: '08033333333', amount: '100' })
  caller.requery('b', failed)
  expect(namesFound(caller)).toEqual(['never-requeried'])
})

it('sending it again, and hearing that it is delivered, leaves nothing to ask', () => {
  const caller = callerAt()
  caller.pay('a', unheard({ code: null }))
  caller.pay('a', delivered)
  expect(namesFound(caller)).toEqual([])
})

it('a refusal of the same request id says nothing of the first time', () => {
  const caller = callerAt()
  caller.pay('a', unheard(delivered))
  caller.pay('a', refusedWith('018'))
  expect(namesFound(caller)).toEqual(['never-requeried'])
})
