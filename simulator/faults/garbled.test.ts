import { describe, expect, it } from 'vitest'
import { type Answer, written } from '../wire/answer.ts'
import { duplicatedAnswer } from './duplicated-answer.ts'
import { truncatedJson } from './truncated-json.ts'
import { unlistedCode } from './unlisted-code.ts'
import { unlistedStatus } from './unlisted-status.ts'
import { wrongCharset } from './wrong-charset.ts'

const latin1 = { kind: 'wrong-charset', charset: 'iso-8859-1' } as const
const utf16 = { kind: 'wrong-charset', charset: 'utf-16le' } as const

function bytesOf({ bytes }: Answer): Buffer {
  return Buffer.from(bytes ?? [])
}

describe('unlisted-code', () => {
  it.each([
    [
      'a purchase',
      '{"code":"016","content":{},"response_description":"TRANSACTION FAILED","requestId":"1"}',
      '{"code":"777","content":{},"response_description":"UNLISTED RESPONSE CODE","requestId":"1"}',
    ],
    ['an answer without a text', '{"code":"000","content":{}}', '{"code":"777","content":{}}'],
    ['the balance, whose code is a number', '{"code":1,"contents":{}}', '{"code":"777","contents":{}}'],
    [
      'the catalogue, whose code is its text',
      '{"response_description":"000","content":[1]}',
      '{"response_description":"777","content":[1]}',
    ],
    ['an answer without either', '{"message":"NO"}', '{"message":"NO","code":"777"}'],
    ['no object', '[1]', '{"code":"777"}'],
    ['no JSON', 'oops', '{"code":"777"}'],
  ])('%s', (_name, before, after) => {
    expect(unlistedCode(written(200, before), 'after-commit', { kind: 'unlisted-code' }).body).toBe(after)
  })
})

describe('unlisted-status', () => {
  it.each([
    [
      'a purchase',
      '{"code":"000","content":{"transactions":{"status":"delivered","name":null}},"requestId":"1"}',
      '{"code":"000","content":{"transactions":{"status":"processing","name":null}},"requestId":"1"}',
    ],
    [
      'a refusal has no transaction, and is given one',
      '{"code":"015","content":{"errors":[]}}',
      '{"code":"015","content":{"errors":[],"transactions":{"status":"processing"}}}',
    ],
    [
      'a list gives way to one',
      '{"response_description":"000","content":[1]}',
      '{"response_description":"000","content":{"transactions":{"status":"processing"}}}',
    ],
    ['no object', 'null', '{"content":{"transactions":{"status":"processing"}}}'],
  ])('%s', (_name, before, after) => {
    expect(unlistedStatus(written(200, before), 'after-commit', { kind: 'unlisted-status' }).body).toBe(after)
  })
})

describe('wrong-charset', () => {
  const answer = written(200, '{"code":"000","response_description":"DONE","name":"Ọlá"}')

  it('utf-16le is JSON to whoever reads UTF-16, and none to whoever believes the head', () => {
    const struck = wrongCharset(answer, 'after-commit', utf16)
    expect(struck.contentType).toBe('application/json; charset=utf-8')
    expect(bytesOf(struck).toString('utf16le')).toBe(answer.body)
    expect(() => JSON.parse(bytesOf(struck).toString('utf8'))).toThrow(SyntaxError)
  })

  it.each(['after-commit', 'mid-answer'] as const)(
    'iso-8859-1 %s is JSON to everybody, and garbles a text of whoever believes the head',
    (moment) => {
      const struck = wrongCharset(answer, moment, latin1)
      expect(struck.contentType).toBe('application/json; charset=iso-8859-1')
      const whole = JSON.parse(bytesOf(struck).toString('utf8'))
      expect(whole).toEqual({ code: '000', response_description: 'DONE₦', name: 'Ọlá' })
      const believed = JSON.parse(new TextDecoder('iso-8859-1').decode(struck.bytes))
      expect(believed.response_description).toBe('DONEâ‚¦')
    },
  )

  it('iso-8859-1 adds the text where there is none to add to', () => {
    expect(wrongCharset(written(200, '{"code":"087"}'), 'after-commit', latin1).body).toBe(
      '{"code":"087","response_description":"₦"}',
    )
  })

  it('replaces a charset that the head has already', () => {
    const named = { ...answer, contentType: 'application/json; charset=utf-8' }
    expect(wrongCharset(named, 'after-commit', latin1).contentType).toBe(
      'application/json; charset=iso-8859-1',
    )
  })
})

it('a body is parted between two characters', () => {
  const answer = written(200, '"₦₦₦"')
  expect(truncatedJson(answer, 'after-commit', { kind: 'truncated-json' }).body).toBe('"₦')
  expect(duplicatedAnswer(answer, 'mid-answer', { kind: 'duplicated-answer' }).body).toBe('"₦"₦₦₦"')
  expect(wrongCharset(answer, 'mid-answer', utf16).bytes).toEqual(
    new Uint8Array([...Buffer.from('"₦'), ...Buffer.from('₦₦"', 'utf16le')]),
  )
})
