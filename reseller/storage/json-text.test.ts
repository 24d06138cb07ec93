import fc from 'fast-check'
import { expect, it } from 'vitest'
import { jsonText, plainStorable } from './json-text.ts'
import { useDatabase } from './use-database.test-support.ts'

const { database } = useDatabase()

it.each([
  [{ a: 'x\0y' }, '{"a":"x\\ufffdy"}'],
  [{ 'x\0': 1 }, '{"x\\ufffd":1}'],
  [{ a: '\ud800' }, '{"a":"\\ufffd"}'],
  [{ a: '\\u0000' }, '{"a":"\\\\u0000"}'],
  [{ a: '\\\0' }, '{"a":"\\\\\\ufffd"}'],
  [{ a: '😀₦' }, '{"a":"😀₦"}'],
])('writes %j so that it can be stored', (value, text) => {
  expect(jsonText(value)).toBe(text)
})

it('has no text for nothing', () => {
  expect([jsonText(null), jsonText(undefined)]).toEqual([null, null])
})

it('is stored whatever it is', async () => {
  const anyText = fc.string({ unit: fc.nat(0xffff).map((code) => String.fromCharCode(code)) })
  const hostile = fc.oneof(anyText, fc.constantFrom('\0', '\\', '\\u0000', '\ud800', '\udc00'))
  await fc.assert(
    fc.asyncProperty(fc.dictionary(hostile, fc.array(hostile)), hostile, async (value, text) => {
      await database().query('select $1::jsonb, $2::text', [jsonText(value), plainStorable(text)])
    }),
  )
})
