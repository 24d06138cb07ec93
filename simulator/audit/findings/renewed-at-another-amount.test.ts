import { expect, it } from 'vitest'
import { bouquet, callerAt, delivered, namesFound, refusedWith, renewal } from '../caller.test-support.ts'
import { findingsOf } from '../findings.ts'

const good = { Customer_Name: 'TEST METER' }

it('a renewal at another amount than the verification named is found', () => {
  const caller = callerAt()
  caller.verify(renewal, { ...good, Renewal_Amount: 380 })
  caller.pay('a', delivered, { ...renewal, amount: '410' })
  expect(findingsOf(caller.evidence())).toMatchObject([
    {
      name: 'renewed-at-another-amount',
      grade: 'major',
      detail: '1212121212 was renewed for ₦410, and ₦380 was due.',
      exchanges: [{ said: expect.stringContaining('gotv renew ₦410 1212121212 → 000 delivered') }],
    },
  ])
})

it.each(['380', '380.00'])('a renewal at the amount that the verification named (%s) is none', (amount) => {
  const caller = callerAt()
  caller.verify(renewal, { ...good, Renewal_Amount: '380.00' })
  caller.pay('a', delivered, { ...renewal, amount })
  expect(namesFound(caller)).toEqual([])
})

it('the last verification holds', () => {
  const caller = callerAt()
  caller.verify(renewal, { ...good, Renewal_Amount: 380 })
  caller.verify(renewal, { ...good, Renewal_Amount: 390 })
  caller.pay('a', delivered, { ...renewal, amount: '380' })
  expect(namesFound(caller)).toEqual(['renewed-at-another-amount'])
})

it.each([
  ['410', []],
  ['380', ['renewed-at-another-amount']],
])('where the verification names none, the price of the bouquet is due: ₦%s', (amount, found) => {
  const caller = callerAt()
  caller.verify(renewal, good)
  caller.pay('a', delivered, { ...renewal, amount })
  expect(namesFound(caller)).toEqual(found)
})

it('a renewal without an amount, a change of bouquet, and a refusal are none', () => {
  const caller = callerAt()
  caller.verify(renewal, good)
  caller.pay('a', delivered, renewal)
  caller.pay('b', delivered, { ...bouquet, subscriptionType: 'change', amount: '380' })
  caller.pay('c', refusedWith('018'), { ...renewal, amount: '380' })
  expect(namesFound(caller)).toEqual([])
})
