import { expect, it } from 'vitest'
import {
  bouquet,
  callerAt,
  delivered,
  failed,
  garbled,
  pending,
  renewal,
  systemError,
  unheard,
} from './caller.test-support.ts'
import { said } from './said.ts'

const caller = callerAt()
caller.pay('a', pending)
caller.pay('b', garbled(delivered), {
  serviceID: 'mtn-data',
  recipient: '08011111111',
  variationCode: 'mtn-10mb-100',
})
caller.pay('c', systemError, { ...renewal, amount: '380' })
caller.pay('d', { ...pending, heard: 'waiting' }, bouquet)
caller.requery('a', failed)
caller.requery('a', unheard(failed))
caller.verify(bouquet, {})
caller.get('balance', {})
caller.pay('e', { code: null, httpStatus: 413, heard: 'part' }, {})

it('an exchange is what was asked, what was answered, and what was heard, in a line', () => {
  expect(caller.evidence().journal.map(said)).toEqual([
    'pay 202503101014k3v9x2m1a mtn ₦100 08011111111 → 000 pending, heard whole',
    'pay 202503101014k3v9x2m1b mtn-data mtn-10mb-100 08011111111 → 000 delivered, heard garbled (html-502)',
    'pay 202503101014k3v9x2m1c gotv renew ₦380 1212121212 → HTTP 500 083, heard whole',
    'pay 202503101014k3v9x2m1d gotv gotv-lite 1212121212 → no answer, still held',
    'requery 202503101014k3v9x2m1a → 016 failed, heard whole',
    'requery 202503101014k3v9x2m1a → 016 failed, not heard (empty-response)',
    'merchant-verify gotv gotv-lite 1212121212 → 000, heard whole',
    'balance → HTTP 200, heard whole',
    'pay 202503101014k3v9x2m1e → HTTP 413, heard in part',
  ])
})

it('a long text is cut', () => {
  const [entry] = caller.evidence().journal
  if (entry?.order == null) throw new Error('the journal is empty')
  const line = said({ ...entry, order: { ...entry.order, requestId: 'x'.repeat(5000) } })
  expect(line).toBe(`pay ${'x'.repeat(79)}… mtn ₦100 08011111111 → 000 pending, heard whole`)
})
