import { expect, it } from 'vitest'
import { airtime, callerAt, delivered, pending, unheard } from './caller.test-support.ts'
import { findingsOf } from './findings.ts'
import { findingsAsText } from './findings-text.ts'

it('a finding is its grade, its title, what happened, the exchanges a line each, and the advice', () => {
  const caller = callerAt()
  caller.pay('a', unheard(delivered))
  caller.wait(1)
  caller.pay('b', delivered)
  caller.requery('a', delivered)
  const items = findingsOf(caller.evidence())
  expect(findingsAsText({ items, isComplete: true })).toBe(
    `1 money bug found: 1 critical

CRITICAL  Bought again while the first purchase was in doubt  [bought-again-while-in-doubt]
  Nobody knew what had become of 202503101014k3v9x2m1a, and the same thing was bought once more with
  a new request_id.
    09:14:16 #1  pay 202503101014k3v9x2m1a mtn ₦100 08011111111 → 000 delivered, not heard
                 (empty-response)
    09:15:16 #2  pay 202503101015k3v9x2m1b mtn ₦100 08011111111 → 000 delivered, heard whole
  → Requery the first request_id until VTpass says what became of it, and buy again, with a new
    request_id, only what failed. Where two tests bought the same thing, give each an account of its
    own.
`,
  )
})

it('no findings are a friendly line', () => {
  expect(findingsAsText({ items: [], isComplete: true })).toBe('No money bugs found. 14 were looked for.\n')
})

it('findings of one name stand together, the first five of them', () => {
  const caller = callerAt()
  for (let index = 0; index < 8; index += 1) {
    caller.pay(`n${index}x`, pending, { ...airtime, amount: `${100 + index}` })
  }
  const text = findingsAsText({ items: findingsOf(caller.evidence()), isComplete: true })
  expect(text).toContain('8 money bugs found: 8 critical')
  expect(text).toContain('CRITICAL  In doubt, and never requeried (8 times)  [never-requeried]')
  expect(text.match(/On record it is/g)).toHaveLength(5)
  expect(text).toContain('  … and 3 more\n')
})

it('of one finding ten exchanges are shown', () => {
  const caller = callerAt()
  for (let sent = 0; sent < 12; sent += 1) caller.get('balance', { 'secret-key': '[redacted]' })
  const text = findingsAsText({ items: findingsOf(caller.evidence()), isComplete: true })
  expect(text.match(/balance → HTTP 200/g)).toHaveLength(10)
  expect(text).toContain('    … and 2 more\n')
})

it('a journal that has dropped exchanges is said to have', () => {
  expect(findingsAsText({ items: [], isComplete: false })).toContain('has dropped its oldest exchanges')
})

it('what a caller sends moves no cursor, and breaks no line', () => {
  const caller = callerAt()
  caller.call('a', '202503101014k3v9x2m1\u001b[2J\nCRITICAL \u202e')
  caller.pay('a', pending)
  const text = findingsAsText({ items: findingsOf(caller.evidence()), isComplete: true })
  expect(text).toContain('202503101014k3v9x2m1·[2J·CRITICAL ·')
})
