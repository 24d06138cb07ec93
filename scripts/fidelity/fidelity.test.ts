import { describe, expect, it } from 'vitest'
import { createManualClock } from '../../simulator/clock.ts'
import { responseCodes } from '../../simulator/engine/codes.ts'
import { createSimulator } from '../../simulator/index.ts'
import { type Body, clientOf, type Heard } from '../../test/client.ts'
import { causes } from './codes.ts'
import { rules } from './rules.ts'
import { type Call, MOMENT, type Way } from './way.ts'

describe('every way to a response code leads there', () => {
  const ways = responseCodes.flatMap((code) => causes[code].map((way) => ({ code, ...way })))

  it.each(ways)('$code: $how', async ({ code, text, ...way }) => {
    const { body } = await go(way)
    expect(codeOf(body)).toBe(code)
    if (text !== undefined) expect(body.response_description).toBe(text)
  })
})

describe('every rule of the page holds', () => {
  it.each(rules)('$area: $rule', async ({ expect: expected, ...way }) => {
    const { body } = await go(way)
    const answered = Object.fromEntries(Object.keys(expected).map((path) => [path, at(body, path)]))
    expect(answered).toEqual(expected)
  })
})

/** Makes the calls in order, without waiting for an answer that is held, and gives the last one's. */
async function go({ options, calls }: Pick<Way, 'options' | 'calls'>): Promise<Heard> {
  const client = clientOf(createSimulator({ ...options, clock: createManualClock(MOMENT) }))
  const send = ({ to, fields, headers }: Call) =>
    to === 'pay' || to === 'requery' || to === 'merchant-verify'
      ? client.post(to, fields, headers)
      : client.send(`${to}?${new URLSearchParams(fields as Record<string, string>)}`, keysFor(headers))
  const answers = []
  for (const call of calls) {
    const answer = send(call)
    answers.push(answer)
    await Promise.race([answer, longEnoughToBeOnRecord()])
  }
  const last = answers.at(-1)
  if (last === undefined) throw new Error('a way has at least one call')
  return last
}

/** The right keys of a GET; an empty one is left out. */
function keysFor(headers: Call['headers'] = {}): RequestInit {
  const keys = { 'api-key': 'sim-api-key', 'public-key': 'PK_sim_public_key', ...headers }
  return { headers: Object.fromEntries(Object.entries(keys).filter(([, value]) => value !== '')) }
}

async function longEnoughToBeOnRecord(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve))
}

function codeOf(body: Body): string {
  return body.code ?? body.response_description
}

function at(body: Body, path: string): unknown {
  return path.split('.').reduce((value, key) => value?.[key], body)
}
