import { describe, expect, it } from 'vitest'
import { whyNotAcknowledged } from './acknowledgement.ts'

const answered = (body: string, status = 200) => whyNotAcknowledged({ status, body })

describe('an acknowledgement is a JSON object whose response is "success"', () => {
  it.each([
    ['as documented', '{"response":"success"}'],
    ['with blanks around it', ' \r\n{ "response" : "success" }\n'],
    ['with further keys', '{"received":true,"response":"success"}'],
  ])('%s', (_how, body) => {
    expect(answered(body)).toBeNull()
  })

  it.each([201, 302, 404, 500])('whatever its HTTP status: %i', (status) => {
    expect(whyNotAcknowledged({ status, body: '{"response":"success"}', location: '/login' })).toBeNull()
  })
})

describe('anything else is none, and the reason is in words', () => {
  it.each([
    ['{"received":true}', '{"received":true}'],
    ['success', 'success'],
    ['"success"', '"success"'],
    ['{"response":"Success"}', '{"response":"Success"}'],
    ['{"response":true}', '{"response":true}'],
    ['{"data":{"response":"success"}}', '{"data":{"response":"success"}}'],
    ['[{"response":"success"}]', '[{"response":"success"}]'],
    ['{"response":"success"}{}', '{"response":"success"}{}'],
    ['null', 'null'],
    ['', 'empty'],
    [' \n', 'empty'],
    ['\ufeff{"response":"success"}', '\\u{feff}{"response":"success"}'],
    ['<p>\n</p>', '<p>\\u{a}</p>'],
    ['x'.repeat(201), `${'x'.repeat(200)}…`],
  ])('the body %j', (body, shown) => {
    expect(answered(body)).toBe(`the body is ${shown}; it must be {"response":"success"}`)
  })

  it('a redirect', () => {
    const heard = { status: 302, body: '', location: 'https://example.com/login' }
    expect(whyNotAcknowledged(heard)).toBe(
      'it redirects to https://example.com/login; redirects are not followed',
    )
  })

  it('no answer', () => {
    expect(whyNotAcknowledged({ error: 'connection refused' })).toBe('connection refused')
  })

  it('an answer of which a part came, even if that part would be one', () => {
    const heard = { status: 200, body: '{"response":"success"}', error: 'no whole answer within 10 s' }
    expect(whyNotAcknowledged(heard)).toBe('no whole answer within 10 s')
  })
})
