import { expect, it } from 'vitest'
import { describeFailure } from './failure.ts'

it.each([
  ['ECONNREFUSED', 'connection refused'],
  ['EPIPE', 'the connection closed before there was a whole answer'],
  ['EAI_AGAIN', 'the host name could not be looked up'],
  ['ENETUNREACH', 'the host cannot be reached'],
  ['ETIMEDOUT', 'the host cannot be reached'],
  ['EMFILE', 'the connection failed: EMFILE'],
])('%s is "%s"', (code, words) => {
  expect(describeFailure(Object.assign(new Error(), { code }))).toBe(words)
})

it('a failure without a code says what it says', () => {
  expect(describeFailure(new Error('certificate has expired'))).toBe(
    'the connection failed: certificate has expired',
  )
})
