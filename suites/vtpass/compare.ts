import { align } from './align.ts'
import { Matcher, type Template } from './template.ts'

/** How two answers compare, field by field: a leaf, a key too many, and an order of keys are a field each. */
export interface Comparison {
  readonly fields: number
  readonly differences: readonly Difference[]
}

export interface Difference {
  /** Like `content.transactions.unit_price`; empty for the whole. */
  readonly field: string
  readonly expected: string
  readonly actual: string
}

/** Compares values, their JSON types, their presence, and the order of keys. */
export function compare(expected: Template, actual: unknown, field = ''): Comparison {
  if (expected instanceof Matcher) return leaf(expected.holds(actual), field, expected.says, actual)
  if (isList(expected)) {
    return Array.isArray(actual)
      ? compareLists(expected, actual, field)
      : leaf(false, field, `list of ${expected.length}`, actual)
  }
  if (typeof expected === 'object' && expected !== null) {
    return isRecord(actual)
      ? compareObjects(expected, actual, field)
      : leaf(false, field, `object with ${Object.keys(expected).join(', ')}`, actual)
  }
  return leaf(Object.is(expected, actual), field, describe(expected), actual)
}

function leaf(holds: boolean, field: string, expected: string, actual: unknown): Comparison {
  return { fields: 1, differences: holds ? [] : [{ field, expected, actual: describe(actual) }] }
}

function compareObjects(
  expected: Readonly<Record<string, Template>>,
  actual: Readonly<Record<string, unknown>>,
  field: string,
): Comparison {
  const path = (key: string) => (field === '' ? key : `${field}.${key}`)
  const known = Object.entries(expected).map(([key, template]) =>
    compare(template, Object.hasOwn(actual, key) ? actual[key] : undefined, path(key)),
  )
  const extra = Object.keys(actual).filter((key) => !Object.hasOwn(expected, key))
  return sum([
    ...known,
    ...extra.map((key) => leaf(false, path(key), 'nothing', actual[key])),
    compareOrder(Object.keys(expected), Object.keys(actual), field),
  ])
}

/** What is missing or too much is told already. */
function compareOrder(expected: readonly string[], actual: readonly string[], field: string): Comparison {
  const ours = expected.filter((key) => actual.includes(key)).join(', ')
  const theirs = actual.filter((key) => expected.includes(key)).join(', ')
  const difference = { field, expected: `keys in the order ${ours}`, actual: `keys in the order ${theirs}` }
  return { fields: 1, differences: ours === theirs ? [] : [difference] }
}

function compareLists(expected: readonly Template[], actual: readonly unknown[], field: string): Comparison {
  const pairs = align(expected.map(nameOf), actual.map(nameOf))
  const entries = pairs.map((pair) => {
    const path = `${field}[${pair.expected ?? pair.actual}]`
    const wanted = pair.expected === undefined ? undefined : expected[pair.expected]
    const found = pair.actual === undefined ? undefined : actual[pair.actual]
    return wanted === undefined ? leaf(false, path, 'nothing', found) : compare(wanted, found, path)
  })
  return sum([leaf(true, field, '', actual), ...entries])
}

/** What an entry of a list is known by: its first value, where that is a text. */
function nameOf(entry: unknown): string {
  const [first] = isRecord(entry) ? Object.values(entry) : []
  return typeof first === 'string' ? first : ''
}

function sum(parts: readonly Comparison[]): Comparison {
  return {
    fields: parts.reduce((total, { fields }) => total + fields, 0),
    differences: parts.flatMap(({ differences }) => differences),
  }
}

function isList(value: Template): value is readonly Template[] {
  return Array.isArray(value)
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const LONGEST_DESCRIPTION = 300

/** A value as JSON has it, so that "100" is not 100; cut where it is long. */
export function describe(value: unknown): string {
  const text = value === undefined ? 'nothing' : JSON.stringify(value)
  return text.length <= LONGEST_DESCRIPTION ? text : `${text.slice(0, LONGEST_DESCRIPTION)}…`
}
