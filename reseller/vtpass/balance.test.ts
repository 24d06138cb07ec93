import { expect, it } from 'vitest'
import { answered } from './answers.test-support.ts'
import { readBalance } from './balance.ts'

it.each([
  [1081.8199999998, 108_182],
  [1_000_000, 100_000_000],
  ['5000.5', 500_050],
  [0, 0],
])('%s naira are %i kobo', (balance, kobo) => {
  expect(readBalance(answered({ code: 1, contents: { balance } }))).toBe(kobo)
})

it.each([
  ['no balance', answered({ code: 1, contents: {} })],
  ['a balance that is no amount', answered({ code: 1, contents: { balance: 'N/A' } })],
  ['an amount below zero', answered({ code: 1, contents: { balance: -5 } })],
  ['another key', answered({ code: 1, content: { balance: 5 } })],
  ['refused keys', answered({ code: '087', message: 'INVALID CREDENTIALS' }, 401)],
  ['a balance under HTTP 500', answered({ code: 1, contents: { balance: 5 } }, 500)],
  ['a page', answered('<html></html>')],
  ['silence', { kind: 'lost', why: 'no whole answer in time' } as const],
])('%s says nothing', (_, heard) => {
  expect(readBalance(heard)).toBeNull()
})
