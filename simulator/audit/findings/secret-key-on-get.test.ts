import { expect, it } from 'vitest'
import { callerAt, namesFound } from '../caller.test-support.ts'
import { findingsOf } from '../findings.ts'

it('a GET with the secret-key and no public-key is found', () => {
  const caller = callerAt()
  caller.get('balance', { 'api-key': '[redacted]', 'secret-key': '[redacted]' })
  caller.get('services', { 'api-key': '[redacted]', 'Secret-Key': '[redacted]' })
  expect(findingsOf(caller.evidence())).toMatchObject([
    {
      name: 'secret-key-on-get',
      grade: 'minor',
      detail: '2 GET requests carried the secret-key and no public-key.',
      exchanges: [{ said: 'balance → HTTP 200, heard whole' }, { said: 'services → HTTP 200, heard whole' }],
    },
  ])
})

it.each([
  ['the public-key', { 'api-key': '[redacted]', 'public-key': '[redacted]' }],
  ['both', { 'api-key': '[redacted]', 'public-key': '[redacted]', 'secret-key': '[redacted]' }],
  ['a password', { authorization: '[redacted]' }],
])('a GET with %s is none', (_, headers) => {
  const caller = callerAt()
  caller.get('balance', headers)
  expect(namesFound(caller)).toEqual([])
})
