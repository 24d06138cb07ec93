import { expect } from 'vitest'
import { readBalance } from '../../reseller/index.ts'
import { agree } from './agree.ts'
import { number } from './matchers.ts'
import { INVALID_CREDENTIALS } from './purchases.ts'

agree(
  'the balance of our wallet',
  { request: { get: '/balance' }, answer: { contents: { balance: number(1081.8199999998) } } },
  async (vtpass) => expect(readBalance(await vtpass.balance())).toBe(108_182),
)

agree(
  'the balance, with keys that VTpass does not know',
  {
    given: ['keys that VTpass does not know'],
    request: { get: '/balance' },
    status: 401,
    answer: INVALID_CREDENTIALS,
  },
  async (vtpass) => expect(readBalance(await vtpass.balance())).toBeNull(),
)
