import { expect, it } from 'vitest'
import { callerAt, delivered, namesFound, notFound, pending } from '../caller.test-support.ts'
import { findingsOf } from '../findings.ts'

it('a requery for the transactionId on record is found', () => {
  const caller = callerAt()
  caller.pay('a', delivered)
  caller.call('t', caller.transactionIdOf('a'))
  caller.requery('t', notFound)
  caller.requery('t', notFound)
  expect(findingsOf(caller.evidence())).toMatchObject([
    {
      name: 'requeried-with-transaction-id',
      detail: "2 requeries asked for VTpass's transactionId in place of the request_id.",
      requestIds: [caller.transactionIdOf('a')],
      exchanges: [{ id: 2 }, { id: 3 }],
    },
  ])
})

it('a transactionId on record may have 22 digits', () => {
  const caller = callerAt()
  caller.pay('a', delivered)
  caller.call('t', '1563873435424123456789')
  caller.requery('t', notFound)
  const transactions = caller
    .evidence()
    .transactions.map((record) => ({ ...record, transactionId: '1563873435424123456789' }))
  expect(namesFound(caller, { transactions })).toEqual(['requeried-with-transaction-id'])
})

it('26 digits that begin with Unix seconds are a transactionId, on record or not', () => {
  const caller = callerAt()
  caller.call('t', '17415980561234567890123456')
  caller.requery('t', notFound)
  expect(namesFound(caller)).toEqual(['requeried-with-transaction-id'])
})

it.each([
  ['a request id of 26 digits', '20250310101412345678901234'],
  ['a request id of 22 digits', '2025031010141234567890'],
  ['a request id that is not known', '202503101014zzzzzzzz'],
])('%s is none', (_, requestId) => {
  const caller = callerAt()
  caller.call('a', requestId)
  caller.requery('a', notFound)
  expect(namesFound(caller)).toEqual([])
})

it('what was bought with is a request id, whatever it looks like', () => {
  const caller = callerAt()
  caller.call('a', '17415980561234567890123456')
  caller.pay('a', pending)
  caller.requery('a', delivered)
  expect(namesFound(caller)).toEqual([])
})
