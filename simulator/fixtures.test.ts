import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { clientOf } from '../test/client.ts'
import { createManualClock } from './clock.ts'
import { createSimulator } from './index.ts'

/** A sample of VTpass's pages: a call, and the answer that the page prints. */
interface Fixture {
  readonly seed: string
  readonly page: string
  readonly section: string
  readonly clock: string
  readonly before: readonly Call[]
  readonly call: Call
  readonly answer: object
  /** The paths of the values that do not follow from the call. */
  readonly invented: readonly string[]
}

interface Call {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly body?: object
}

const directory = new URL('./fixtures/', import.meta.url)
const names = readdirSync(directory)
const fixtures = names.map((name) => JSON.parse(readFileSync(new URL(name, directory), 'utf8')) as Fixture)

describe.each(fixtures)('$seed $page, $section', ({ clock, before, call, answer, invented }) => {
  it(`${call.method} ${call.path} answers as the page prints`, async () => {
    const client = clientOf(createSimulator({ clock: createManualClock(clock) }), 'http://vtpass')
    const send = ({ method, path, body = {} }: Call) =>
      method === 'GET' ? client.get(path.slice(1)) : client.post(path.slice(1), body)
    for (const earlier of before) await send(earlier)
    const heard = await send(call)

    // Compared as text, since the order of the keys is a part of the answer.
    expect(masked(heard.body, invented)).toBe(masked(answer, invented))
  })
})

it('holds every sample of documents 000 to 003', () => {
  const samples = fixtures.map(({ seed, call }) => `${seed} ${call.path.replace('/api/', '').split('?')[0]}`)
  const counts = Object.fromEntries(
    [...new Set(samples)].map((kind) => [kind, samples.filter((sample) => sample === kind).length]),
  )
  expect(counts).toEqual({
    '000 pay': 1,
    '000 requery': 1,
    '000 service-variations': 1,
    '001 merchant-verify/smile/email': 1,
    '001 pay': 1,
    '001 requery': 1,
    '001 service-variations': 1,
    '002 pay': 8,
    '002 requery': 8,
    '002 service-variations': 4,
    '003 merchant-verify': 1,
    '003 pay': 2,
    '003 requery': 1,
    '003 service-variations': 1,
  })
})

/** The answer as text, with every invented digit as #; the Unix seconds in a transactionId are not invented. */
function masked(answer: object, invented: readonly string[]): string {
  const copy = structuredClone(answer)
  for (const path of invented) maskAt(copy, path.split('.'))
  return JSON.stringify(copy, null, 1)
}

function maskAt(value: object, [key = '', ...rest]: readonly string[]): void {
  const record = value as Record<string, object | string>
  const inner = record[key]
  if (typeof inner === 'object') maskAt(inner, rest)
  else if (key === 'transactionId')
    record[key] = `${inner?.slice(0, 10)}${inner?.slice(10).replace(/\d/g, '#')}`
  else record[key] = inner?.replace(/\d/g, '#') ?? ''
}
