import { expect, it } from 'vitest'
import {
  callerAt,
  delivered,
  failed,
  namesFound,
  notFound,
  pending,
  systemError,
  unheard,
} from '../caller.test-support.ts'
import { findingsOf } from '../findings.ts'

it('who has not asked for more than ten minutes has given up', () => {
  const caller = callerAt()
  caller.pay('a', pending)
  caller.requery('a', pending)
  caller.wait(11)
  expect(findingsOf(caller.evidence())).toMatchObject([
    {
      name: 'gave-up-too-early',
      grade: 'major',
      detail: `The last requery of ${caller.idOf('a')} left it in doubt. Nobody has asked for 11 minutes by the account's clock.`,
      exchanges: [{ id: 1 }, { id: 2 }],
    },
  ])
})

it('who asked within ten minutes may ask yet', () => {
  const caller = callerAt()
  caller.pay('a', pending)
  caller.requery('a', pending)
  caller.wait(9)
  caller.requery('a', unheard(pending))
  caller.wait(9)
  expect(namesFound(caller)).toEqual([])
})

it('what settled after the last requery was not heard', () => {
  const caller = callerAt()
  caller.pay('a', pending)
  caller.requery('a', pending)
  caller.settle('a', 'delivered')
  expect(findingsOf(caller.evidence())).toMatchObject([
    { name: 'gave-up-too-early', detail: expect.stringContaining('It has been delivered since') },
  ])
})

it('a requery that was not heard, of what is delivered, was one too few', () => {
  const caller = callerAt()
  caller.pay('a', unheard(delivered))
  caller.requery('a', unheard(delivered))
  expect(namesFound(caller)).toEqual(['gave-up-too-early'])
})

it('who acknowledged the webhook was told, and need not ask again', () => {
  const caller = callerAt()
  caller.pay('a', pending)
  caller.requery('a', pending)
  caller.settle('a', 'failed')
  caller.webhook('a', { attempts: [caller.attempt({})] })
  caller.wait(60)
  expect(namesFound(caller)).toEqual([])
})

it('one 015 right away is too soon to stop, and there is time to ask again', () => {
  const caller = callerAt()
  caller.pay('a', systemError)
  caller.requery('a', notFound)
  expect(namesFound(caller)).toEqual([])
  caller.wait(11)
  expect(namesFound(caller)).toEqual(['gave-up-too-early'])
})

it('who asked until it was known has not given up, however long ago', () => {
  const caller = callerAt()
  caller.pay('a', pending)
  caller.requery('a', pending)
  caller.settle('a', 'failed')
  caller.requery('a', failed)
  caller.wait(60)
  expect(namesFound(caller)).toEqual([])
})
