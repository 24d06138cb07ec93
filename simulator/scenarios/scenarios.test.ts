import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { airtime, clientOf, MARCH_10, requestIdOf } from '../../test/client.ts'
import { responseCodes } from '../engine/codes.ts'
import { createSimulator } from '../index.ts'
import { type ScenarioName, scenarioNames } from './scenario.ts'

interface Expected {
  /** What the caller hears: the HTTP status and the code, or why it hears nothing. */
  readonly hears: string
  /** What a requery says at once, and two minutes later. */
  readonly requery: readonly [string, string]
  /** What of ₦96.50 is gone at once, and two minutes later. */
  readonly spent: readonly [number, number]
}

const paid: Pick<Expected, 'requery' | 'spent'> = {
  requery: ['000 delivered', '000 delivered'],
  spent: [96.5, 96.5],
}
const held: Pick<Expected, 'requery' | 'spent'> = {
  requery: ['000 pending', '000 pending'],
  spent: [96.5, 96.5],
}
const free: Pick<Expected, 'requery' | 'spent'> = { requery: ['016 failed', '016 failed'], spent: [0, 0] }
const none: Pick<Expected, 'requery' | 'spent'> = { requery: ['015', '015'], spent: [0, 0] }

const expectations: Record<ScenarioName, Expected> = {
  delivered: { hears: '200 000 delivered', ...paid },
  failed: { hears: '200 016 failed', ...free },
  pending: { hears: '200 000 pending', ...held },
  'pending-then-delivered': {
    hears: '200 000 pending',
    requery: ['000 pending', '000 delivered'],
    spent: [96.5, 96.5],
  },
  'pending-then-failed': {
    hears: '200 000 pending',
    requery: ['000 pending', '016 failed'],
    spent: [96.5, 0],
  },
  'delivered-then-reversed': {
    hears: '200 000 delivered',
    requery: ['000 delivered', '040 reversed'],
    spent: [96.5, 0],
  },
  'delivered-but-unheard': { hears: 'fetch failed', ...paid },
  'failed-but-unheard': { hears: 'fetch failed', ...free },
  'never-arrived': { hears: 'fetch failed', ...none },
  slow: { hears: '200 000 delivered', ...paid },
  timeout: { hears: '200 000 pending', ...held },
  'unexpected-083': { hears: '500 083', ...none },
  'unexpected-099': { hears: '200 099 pending', ...held },
  'unexpected-code': { hears: expect.stringMatching(/^200 (?!000|016)\d+/), ...paid },
  'unexpected-status': { hears: expect.stringMatching(/^200 000 (?!pending|delivered|failed)\w+/), ...paid },
  'unexpected-html': { hears: '502 no JSON', ...paid },
  'unexpected-empty': { hears: '200 no JSON', ...paid },
  'unexpected-truncated': { hears: '200 no JSON', ...paid },
  'unexpected-text': { hears: '200 Invalid Credentials.', ...paid },
  'unexpected-content-type': { hears: '200 000 delivered', ...paid },
}

async function start() {
  const simulator = createSimulator()
  await simulator.clock.freeze(MARCH_10)
  const { pay, requery, balance } = clientOf(simulator)
  const state = async () => {
    const { body } = await requery(requestIdOf('a'))
    const status = body.content.transactions?.status
    const spent = Math.round((1_000_000 - (await balance())) * 100) / 100
    return { requery: status === undefined ? body.code : `${body.code} ${status}`, spent }
  }
  return { simulator, pay, state }
}

function heard({ status, body }: { status: number; body: unknown }): string {
  if (body === undefined) return `${status} no JSON`
  if (typeof body === 'string') return `${status} ${body}`
  const { code, content } = body as { code: string; content: { transactions?: { status: string } } }
  return [status, code, content.transactions?.status ?? ''].join(' ').trim()
}

describe('a scenario by its name', () => {
  it.each(scenarioNames)('%s is what happens, and what is heard of it', async (name) => {
    const { simulator, pay, state } = await start()
    const answer = pay(airtime('a'), { 'x-simulator-scenario': name }).then(
      heard,
      (error: Error) => error.message,
    )
    await expect
      .poll(() => simulator.transactions.list().then((list) => list.length))
      .toBe(expectations[name].requery[0] === '015' ? 0 : 1)
    const first = await state()
    await simulator.clock.advance('2m')
    const second = await state()
    expect({
      hears: await answer,
      requery: [first.requery, second.requery],
      spent: [first.spent, second.spent],
    }).toEqual(expectations[name])
  })

  it.each(scenarioNames)('%s may be a rule’s fate too', async (name) => {
    const { simulator } = await start()
    expect((await simulator.scenarios.add({ fate: name })).fate).toBe(name)
  })
})

it('the contract names every scenario, and no other', () => {
  const { components } = JSON.parse(
    readFileSync(new URL('../../openapi/generated/control.json', import.meta.url), 'utf8'),
  )
  const { pattern, description, 'x-says': says } = components.schemas.ScenarioName
  const named = [...description.matchAll(/`([a-z0-9-]+)`/g)].map(([, name]) => name)
  for (const name of [...scenarioNames, ...responseCodes.map((code) => `code-${code}`)]) {
    expect(name).toMatch(new RegExp(pattern))
  }
  for (const name of scenarioNames) expect(says).toContain(name)
  expect(named.filter((name) => name !== 'timeout').sort()).toEqual(
    scenarioNames.filter((name) => name !== 'timeout').sort(),
  )
  expect('unexpected-nothing').not.toMatch(new RegExp(pattern))
})
