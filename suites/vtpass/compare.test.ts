import { expect, it } from 'vitest'
import { align } from './align.ts'
import { compare } from './compare.ts'
import { digits, lagosDate, lagosMinute, type Template, transactionId, utcDate } from './template.ts'

const fieldsOf = (expected: Template, actual: unknown) =>
  compare(expected, actual).differences.map(({ field, expected: wanted, actual: found }) => [
    field,
    wanted,
    found,
  ])

it.each<[string, Template, unknown, string[][]]>([
  ['nothing differs', { a: 1, b: [{ c: 'x' }] }, { a: 1, b: [{ c: 'x' }] }, []],
  ['a text for a number', { a: 410 }, { a: '410' }, [['a', '410', '"410"']]],
  [
    'a number that is off by the noise of a double',
    { a: 0.7000000000000001 },
    { a: 0.7 },
    [['a', '0.7000000000000001', '0.7']],
  ],
  ['nothing for null', { a: null, b: 1 }, { b: 1 }, [['a', 'null', 'nothing']]],
  ['null for nothing', { b: 1 }, { b: 1, a: null }, [['a', 'nothing', 'null']]],
  [
    'another order',
    { o: { a: 1, b: 2 } },
    { o: { b: 2, a: 1 } },
    [['o', 'keys in the order a, b', 'keys in the order b, a']],
  ],
  ['a list for an object', { a: { b: 1 } }, { a: [] }, [['a', 'object with b', '[]']]],
  ['an object for a list', { a: [1] }, { a: { 0: 1 } }, [['a', 'list of 1', '{"0":1}']]],
  [
    'one entry less',
    { a: [{ id: 'x' }, { id: 'y' }, { id: 'z' }] },
    { a: [{ id: 'x' }, { id: 'z' }] },
    [['a[1]', 'object with id', 'nothing']],
  ],
  [
    'one entry more',
    { a: [{ id: 'x' }, { id: 'z' }] },
    { a: [{ id: 'x' }, { id: 'y' }, { id: 'z' }] },
    [['a[1]', 'nothing', '{"id":"y"}']],
  ],
  [
    'one entry of another name',
    { a: [{ id: 'x' }, { id: 'y' }] },
    { a: [{ id: 'x' }, { id: 'w' }] },
    [['a[1].id', '"y"', '"w"']],
  ],
  ['a matcher', { a: digits(3) }, { a: '12' }, [['a', 'text of 3 digits', '"12"']]],
  ['an empty list', { a: [] }, { a: [1] }, [['a[0]', 'nothing', '1']]],
])('%s', (_name, expected, actual, differences) => {
  expect(fieldsOf(expected, actual)).toEqual(differences)
})

it('every leaf, every order of keys and every list is a field', () => {
  expect(compare({ a: 1, b: { c: 'x' }, d: ['y'] }, {}).fields).toBe(4)
  expect(compare({ a: 1, b: { c: 'x' }, d: ['y'] }, { a: 1, b: { c: 'x' }, d: ['y'] }).fields).toBe(6)
})

it('lists are laid side by side by their names, doubled ones too', () => {
  const pairs = align(['a', 'b', 'b', 'c'], ['a', 'b', 'c', 'd'])
  expect(pairs).toEqual([
    { expected: 0, actual: 0 },
    { expected: 1, actual: 1 },
    { expected: 2, actual: undefined },
    { expected: 3, actual: 2 },
    { expected: undefined, actual: 3 },
  ])
})

const at = Date.UTC(2026, 2, 10, 23, 14, 16)
const now = { from: at, to: at }

it('a date in UTC is of its second, with six zeros', () => {
  expect(utcDate(now).holds('2026-03-10T23:14:16.000000Z')).toBe(true)
  for (const wrong of [
    '2026-03-10T23:14:17.000000Z',
    '2026-03-10T23:14:16Z',
    '2026-03-10T23:14:16.000001Z',
    at,
  ]) {
    expect(utcDate(now).holds(wrong)).toBe(false)
  }
})

it('a date in Lagos is an hour ahead', () => {
  expect(lagosDate(now).holds('2026-03-11 00:14:16.000000')).toBe(true)
  expect(lagosDate(now).holds('2026-03-10 23:14:16.000000')).toBe(false)
  expect(lagosMinute(at)).toBe('202603110014')
})

it('a transactionId begins with its second', () => {
  expect(transactionId(now).holds(`${at / 1000}1234567890123456`)).toBe(true)
  expect(transactionId(now).holds(`${at / 1000 - 1}1234567890123456`)).toBe(false)
  expect(transactionId(now).holds(`${at / 1000}123456789012345`)).toBe(false)
})
