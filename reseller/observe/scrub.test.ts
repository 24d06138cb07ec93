import { expect, it } from 'vitest'
import { createScrub } from './scrub.ts'

const secrets = [
  'SK_sandbox_71f0"quoted\\',
  'PK_sandbox_8823',
  'postgres://ada:correct-horse@db.example:5432/reseller',
  'correct-horse',
  'reseller',
  '',
]
const scrub = createScrub(secrets)
const jwt = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhZGEifQ.c2lnbmF0dXJl-_0'

it.each([
  ['a key, as JSON writes it', { err: `VTpass wants ${secrets[0]} here` }, 'VTpass wants [redacted] here'],
  ['the same key twice', { err: 'PK_sandbox_8823 PK_sandbox_8823' }, '[redacted] [redacted]'],
  ['the database’s address', { err: `cannot reach ${secrets[2]}` }, 'cannot reach [redacted]'],
  ['its password alone', { err: 'password correct-horse is wrong' }, 'password [redacted] is wrong'],
  [
    'a password that is a word',
    { err: 'postgres://ada:reseller@host/reseller' },
    'postgres://[redacted]@host/reseller',
  ],
  ['another database’s password', { err: 'postgres://bob:s3cr%40t@host/x' }, 'postgres://[redacted]@host/x'],
  ['a JWT', { err: `token ${jwt} has expired` }, 'token [redacted] has expired'],
  [
    'a bearer token of any form',
    { err: 'Authorization: Bearer abc.def-123' },
    'Authorization: Bearer [redacted]',
  ],
  [
    'a webhook’s secret',
    { err: 'signed with whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD=' },
    'signed with [redacted]',
  ],
])('takes out %s', (_, line, err) => {
  expect(JSON.parse(scrub(JSON.stringify(line)))).toEqual({ err })
})

it('takes out whatever is called a secret, however deep', () => {
  const line = {
    'api-key': 'a',
    headers: { authorization: 'Basic x', 'secret-key': 'quoted " \\', 'x-other': 'kept' },
    webhook: { secret: 'b', oldSecret: 'c', url: 'https://shop.example' },
    password: 'd',
    publicKey: 'e',
  }
  const hidden = '[redacted]'
  expect(JSON.parse(scrub(JSON.stringify(line)))).toEqual({
    'api-key': hidden,
    headers: { authorization: hidden, 'secret-key': hidden, 'x-other': 'kept' },
    webhook: { secret: hidden, oldSecret: hidden, url: 'https://shop.example' },
    password: hidden,
    publicKey: hidden,
  })
})

it('leaves a line without secrets as it is, and short words alone', () => {
  const line = JSON.stringify({
    name: 'reseller',
    where: 'a short way',
    reference: '202601271200abc',
    bearer: 'of news',
  })
  expect(scrub(line)).toBe(line)
})
