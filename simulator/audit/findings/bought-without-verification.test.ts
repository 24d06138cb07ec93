import { expect, it } from 'vitest'
import { bouquet, callerAt, delivered, failed, namesFound, pending, unheard } from '../caller.test-support.ts'
import { findingsOf } from '../findings.ts'

const good = { Customer_Name: 'TEST METER' }
const bad = { error: 'The Smartcard/Decoder Number you entered may be invalid' }
const data = { serviceID: 'smile-direct', recipient: '08011111111', variationCode: '624' }
const accounts = {
  Customer_Name: 'THE TESTER ITSELF',
  AccountList: { Account: [{ AccountId: '08011111111' }, { AccountId: '08022222222' }] },
}

it('a smartcard that nobody verified is found', () => {
  const caller = callerAt()
  caller.pay('a', delivered, bouquet)
  caller.verify(bouquet, good)
  expect(findingsOf(caller.evidence())).toMatchObject([
    {
      name: 'bought-without-verification',
      grade: 'major',
      detail: 'gotv was bought for 1212121212, which no verification had found good before.',
      requestIds: [caller.idOf('a')],
    },
  ])
})

it('a verification before it is enough, for every purchase since', () => {
  const caller = callerAt()
  caller.verify(bouquet, good)
  caller.pay('a', delivered, bouquet)
  caller.wait(5)
  caller.pay('b', delivered, bouquet)
  expect(namesFound(caller)).toEqual([])
})

it.each([
  ['was not heard', good, { heard: 'nothing' as const }],
  ['found an error in it, with code 000', bad, {}],
  ['was refused', good, { code: '030' }],
  ['was of another number', good, { code: '000' }],
])('a verification that %s verifies nothing', (why, content, answer) => {
  const caller = callerAt()
  const recipient = why === 'was of another number' ? '99' : bouquet.recipient
  caller.verify({ ...bouquet, recipient }, content, answer)
  caller.pay('a', delivered, bouquet)
  expect(namesFound(caller)).toEqual(['bought-without-verification'])
})

it('Smile is verified by e-mail, and bought for any account that the answer lists', () => {
  const caller = callerAt()
  caller.verify({ serviceID: 'smile-direct', recipient: 'tester@sandbox.com' }, accounts)
  caller.pay('a', delivered, data)
  caller.pay('b', delivered, { ...data, recipient: '08022222222' })
  expect(namesFound(caller)).toEqual([])
  caller.pay('c', delivered, { ...data, recipient: '08033333333' })
  expect(namesFound(caller)).toEqual(['bought-without-verification'])
})

it('a test number that no verification knows need not be verified', () => {
  const caller = callerAt()
  caller.pay('a', pending, { ...bouquet, recipient: '201000000000' })
  caller.requery('a', delivered)
  expect(namesFound(caller)).toEqual([])
})

it('what failed, and what cannot be verified, is left out', () => {
  const caller = callerAt()
  caller.pay('a', failed, { ...bouquet, recipient: '7023456789' })
  caller.pay('b', delivered)
  expect(namesFound(caller)).toEqual([])
})

it('what was bought and not heard counts as bought', () => {
  const caller = callerAt()
  caller.pay('a', unheard(delivered), bouquet)
  caller.requery('a', delivered)
  expect(namesFound(caller)).toEqual(['bought-without-verification'])
})

it('a journal that has dropped entries may have dropped the verification', () => {
  const caller = callerAt()
  caller.pay('a', delivered, bouquet)
  expect(namesFound(caller, { isComplete: false })).toEqual([])
})
