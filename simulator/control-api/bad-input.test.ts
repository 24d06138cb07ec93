import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { airtime, clientOf, MARCH_10, requestIdOf } from '../../test/client.ts'
import { createSimulator, type Simulator } from '../index.ts'
import type { OperationId } from './contract.ts'

interface BadCall {
  readonly method?: string
  readonly path: string
  /** A text is sent as it is, anything else as JSON. */
  readonly body?: unknown
  readonly status: number
  /** What the caller is told. */
  readonly says: string
}

const bad = (status: number, path: string, says: string): BadCall => ({ path, status, says })
const post = (status: number, path: string, body: unknown, says: string): BadCall => ({
  method: 'POST',
  path,
  body,
  status,
  says,
})
const patch = (status: number, path: string, body: unknown, says: string): BadCall => ({
  ...post(status, path, body, says),
  method: 'PATCH',
})
const remove = (status: number, path: string, says: string): BadCall => ({
  method: 'DELETE',
  path,
  status,
  says,
})

const PENDING = requestIdOf('a')
const HUGE = `{"id":"${'x'.repeat(1_100_000)}"}`
const plan = { variation_code: 'gotv-lite', name: 'GOtv Lite', variation_amount: '1.00', fixedPrice: 'Yes' }

/** What is wrong with a call of each operation; an operation that is missing here does not compile. */
const badCalls: Record<OperationId, readonly BadCall[]> = {
  health: [{ ...bad(405, '/health', 'use GET'), method: 'POST' }],
  reset: [
    bad(405, '/reset', 'use POST'),
    post(400, '/reset', {}, 'leave it out'),
    post(404, '/accounts/nobody/reset', undefined, 'there is no account "nobody"'),
    post(400, '/reset?account=x', undefined, 'there is no account here; the query takes nothing'),
  ],
  listAccounts: [
    bad(400, '/accounts?limit=0', 'limit is 0; it must be 1 or more'),
    bad(400, '/accounts?limit=1001', 'limit is 1001; it must be 1000 or less'),
    bad(400, '/accounts?offset=-1', 'offset is -1; it must be 0 or more'),
    bad(400, '/accounts?offset=1.5', 'offset is "1.5"; it must be a whole number'),
  ],
  createAccount: [
    post(400, '/accounts', '{', 'the body is not valid JSON'),
    post(400, '/accounts', [], 'the body is []; it must be an object'),
    post(400, '/accounts', '['.repeat(20_000), 'the body is nested deeper than anything'),
    post(400, '/accounts', `${'{"a":'.repeat(20_000)}1`, 'the body is nested deeper than anything'),
    post(400, '/accounts', { timeoutHold: '999999999d' }, 'it must be 250ms, 30s, 10m'),
    post(400, '/accounts', 'null', 'the body is null; it must be an object'),
    post(413, '/accounts', HUGE, 'a body may have 1 MiB'),
    post(400, '/accounts', { walet: 5 }, 'the body has no "walet"; it may have id, wallet, state'),
    post(400, '/accounts', { wallet: -1 }, 'wallet is -1; it must be naira from 0'),
    post(400, '/accounts', { wallet: 1.001 }, 'with at most two decimals'),
    post(400, '/accounts', { wallet: '5' }, 'wallet is "5"; it must be naira'),
    post(400, '/accounts', { wallet: 1e300 }, 'wallet is 1e+300; it must be naira'),
    post(400, '/accounts', { id: '../default' }, 'id is "../default"; it must be letters, digits'),
    post(400, '/accounts', { id: '' }, 'id is ""; it must be letters, digits'),
    post(409, '/accounts', { id: 'default' }, 'there is an account "default" already'),
    post(400, '/accounts', { state: 'frozen' }, 'state is "frozen"; it must be active, locked'),
    post(400, '/accounts', { duplicateWindow: '30 seconds' }, 'it must be 250ms, 30s, 10m'),
    post(400, '/accounts', { duplicateWindow: -1 }, 'it must be 250ms, 30s, 10m'),
    post(400, '/accounts', { callbackUrl: 'ftp://a' }, 'it must be an address that begins with http://'),
    post(400, '/accounts', { callbackUrl: 'http://[' }, 'account.callbackUrl is "http://["'),
    post(400, '/accounts', { whitelistedProducts: ['mtm'] }, 'there is no product "mtm"; there are'),
    post(400, '/accounts', { whitelistedIps: 'all' }, 'whitelistedIps is "all"; it must be a list or null'),
    post(400, '/accounts', { journalSize: 0 }, 'journalSize is 0; it must be 1 or more'),
    post(400, '/accounts', { webhookTimeout: 0 }, 'webhookTimeout is 0; it must be longer'),
    post(400, '/accounts', { webhookDelays: ['x'] }, 'webhookDelays.0 is "x"'),
    post(400, '/accounts', { strict: 'yes' }, 'strict is "yes"; it must be true or false'),
  ],
  getAccount: [bad(404, '/accounts/nobody', 'GET /_simulator/accounts lists those that there are')],
  changeAccount: [
    patch(404, '/accounts/nobody', {}, 'there is no account "nobody"'),
    patch(400, '/accounts/default', undefined, 'the body is empty; it must be JSON'),
    patch(400, '/accounts/default', { id: 'other' }, 'the body has no "id"; it may have wallet'),
    patch(400, '/accounts/default', { state: 'locked', wallet: 0.001 }, 'with at most two decimals'),
    patch(
      400,
      '/accounts/default',
      { state: 'locked', whitelistedProducts: ['x'] },
      'there is no product "x"',
    ),
    patch(400, '/accounts/default', { state: 'locked', webhookTimeout: '0' }, 'it must be longer'),
  ],
  deleteAccount: [
    remove(404, '/accounts/nobody', 'there is no account'),
    remove(409, '/accounts/default', 'the default account cannot be deleted; POST /_simulator/reset'),
  ],
  listTransactions: [
    bad(400, '/transactions?statu=pending', 'there is no statu here; the query takes status, serviceID'),
    bad(400, '/transactions?status=pending&status=failed', 'status is there more than once'),
    bad(400, '/transactions?status=new', 'status is "new"; it must be pending, delivered, failed'),
    bad(400, '/transactions?recipient=', 'recipient is empty'),
    bad(404, '/accounts/nobody/transactions', 'there is no account'),
  ],
  getTransaction: [bad(404, '/transactions/x', 'no purchase has the request_id "x"')],
  settleTransaction: [
    post(404, '/transactions/x/settle', { status: 'failed' }, 'no purchase has the request_id "x"'),
    post(400, `/transactions/${PENDING}/settle`, undefined, 'the body is empty'),
    post(400, `/transactions/${PENDING}/settle`, {}, 'the body lacks "status"'),
    post(
      400,
      `/transactions/${PENDING}/settle`,
      { status: 'pending' },
      'it must be delivered, failed, reversed',
    ),
    post(
      400,
      `/transactions/${PENDING}/settle`,
      { status: 'failed', why: 1 },
      'the body has no "why"; it may have status',
    ),
    post(
      409,
      `/transactions/${PENDING}/settle`,
      { status: 'reversed' },
      'it is pending; only what is delivered',
    ),
    bad(405, `/transactions/${PENDING}/settle`, 'use POST'),
  ],
  listProducts: [
    bad(400, '/products?serviceID=mtn', 'there is no serviceID here; the query takes offset, limit'),
  ],
  getProduct: [bad(404, '/products/mtm', 'there is no product "mtm"; there are airtel, mtn')],
  changeProduct: [
    patch(404, '/products/mtm', { state: 'active' }, 'there is no product "mtm"'),
    patch(400, '/products/gotv', {}, 'the body is empty; it may have state, variations'),
    patch(400, '/products/gotv', { state: 'gone' }, 'it must be active, suspended, inactive, unreachable'),
    patch(400, '/products/gotv', { variations: [] }, 'variations has too few; it must have 1 or more'),
    patch(
      400,
      '/products/gotv',
      { state: 'inactive', variations: [{}] },
      'variations.0 lacks "variation_code"',
    ),
    patch(
      400,
      '/products/gotv',
      { state: 'inactive', variations: [{ ...plan, variation_amount: 1.005 }] },
      'variations.0.variation_amount is 1.005; it must be naira with at most two decimals',
    ),
    patch(
      409,
      '/products/gotv',
      { state: 'inactive', variations: [{ ...plan, variation_code: 'x' }] },
      'variations lack "gotv-lite"',
    ),
    patch(409, '/products/mtn', { state: 'inactive', variations: [plan] }, 'mtn has no variations'),
  ],
  listScenarios: [bad(400, '/scenarios?limit=x', 'limit is "x"; it must be a whole number')],
  addScenario: [
    post(400, '/scenarios', undefined, 'the body is empty'),
    post(400, '/scenarios', {}, 'the body is {}; it must be a rule with a fate, or a fault, or both'),
    post(
      400,
      '/scenarios',
      { fate: 'delvered' },
      'fate is "delvered"; it must be delivered, failed, pending',
    ),
    post(400, '/scenarios', { fate: 'code-777' }, 'VTpass has the codes 000, 001'),
    post(400, '/scenarios', { fate: 7 }, 'fate is 7; it must be'),
    post(400, '/scenarios', { fate: {} }, 'fate is empty; it may have status, code'),
    post(
      400,
      '/scenarios',
      { fate: { status: 'pending', code: '016' } },
      'fate needs either a status or a code',
    ),
    post(400, '/scenarios', { fate: { settlesAfter: '5m' } }, 'fate needs either a status or a code'),
    post(400, '/scenarios', { fate: { status: 'pending', settlesAfter: '5m' } }, 'needs fate.settlesTo'),
    post(
      400,
      '/scenarios',
      { fate: { status: 'pending', settlesTo: 'reversed' } },
      'which only delivered becomes',
    ),
    post(400, '/scenarios', { fate: { code: '018', settlesTo: 'failed' } }, '018 makes no order'),
    post(400, '/scenarios', { fault: {} }, 'fault lacks "kind"'),
    post(400, '/scenarios', { fault: { kind: 'reset' } }, 'fault.kind is "reset"; it must be fixed-delay'),
    post(400, '/scenarios', { fault: { kind: 'fixed-delay' } }, 'fault lacks "delay"'),
    post(400, '/scenarios', { fault: { kind: 'fixed-delay', delay: 'long' } }, 'fault.delay is "long"'),
    post(
      400,
      '/scenarios',
      { fault: { kind: 'empty-body', delay: '5s' } },
      'fault has no "delay"; it may have kind, when',
    ),
    post(
      400,
      '/scenarios',
      { fault: { kind: 'empty-body', when: 'later' } },
      'it must be before-commit, after-commit',
    ),
    post(
      400,
      '/scenarios',
      { fault: { kind: 'uniform-delay', lower: '5s', upper: '1s' } },
      'fault.lower is longer than fault.upper',
    ),
    post(
      400,
      '/scenarios',
      { match: { endpoint: 'buy' }, fate: 'failed' },
      'match.endpoint is "buy"; it must be pay',
    ),
    post(400, '/scenarios', { match: { serviceID: 'mtm' }, fate: 'failed' }, 'there is no product "mtm"'),
    post(
      400,
      '/scenarios',
      { match: { amount: {} }, fate: 'failed' },
      'match.amount is empty; it may have from, to',
    ),
    post(
      400,
      '/scenarios',
      { match: { amount: { from: 5, to: 4 } }, fate: 'failed' },
      'match.amount.from is above',
    ),
    post(
      400,
      '/scenarios',
      { match: { phone: '1' }, fate: 'failed' },
      'match has no "phone"; it may have endpoint',
    ),
    post(
      400,
      '/scenarios',
      { match: { endpoint: 'balance' }, fate: 'failed' },
      'fate makes an order, and balance does not',
    ),
    post(
      400,
      '/scenarios',
      { occurrence: { first: 0 }, fate: 'failed' },
      'occurrence.first is 0; it must be 1 or more',
    ),
    post(
      400,
      '/scenarios',
      { occurrence: { share: 2 }, fate: 'failed' },
      'occurrence.share is 2; it must be 1 or less',
    ),
    post(
      400,
      '/scenarios',
      { occurrence: { first: 1, nth: 2 }, fate: 'failed' },
      'more than one of first, nth',
    ),
    post(404, '/accounts/nobody/scenarios', { fate: 'failed' }, 'there is no account'),
  ],
  deleteScenarios: [remove(400, '/scenarios?id=rule-1', 'the query takes nothing')],
  getScenario: [bad(404, '/scenarios/rule-9', 'there is no rule "rule-9"')],
  deleteScenario: [remove(404, '/scenarios/rule-9', 'there is no rule "rule-9"')],
  getClock: [bad(400, '/clock?zone=lagos', 'the query takes nothing')],
  moveClock: [
    post(400, '/clock', undefined, 'the body is empty'),
    post(400, '/clock', {}, 'the body is empty; it may have set, advance, mode'),
    post(400, '/clock', { set: 'tomorrow' }, 'it must be a moment with its zone, like 2026-01-05T09:00:00Z'),
    post(400, '/clock', { set: '2026-01-05T09:00:00' }, 'it must be a moment with its zone'),
    post(400, '/clock', { set: '2026-13-05T09:00:00Z' }, 'it must be a moment with its zone'),
    post(400, '/clock', { set: '2026-02-30T09:00:00Z' }, 'it must be a moment with its zone'),
    post(400, '/clock', { set: 5 }, 'set is 5; it must be a text'),
    post(400, '/clock', { advance: '-5s' }, 'advance is "-5s"; it must be 250ms, 30s'),
    post(400, '/clock', { advance: '5s', mode: 'slow' }, 'mode is "slow"; it must be real, frozen'),
    post(400, '/clock', { set: '9999-12-31T23:59:59Z', advance: '1d' }, 'after the year 9999'),
    patch(405, '/clock', { advance: '5s' }, 'use GET or POST'),
  ],
  listJournal: [
    bad(400, '/journal?endpoint=buy', 'endpoint is "buy"; it must be pay, requery'),
    bad(400, '/journal?limit=5&limt=6', 'there is no limt here'),
  ],
  clearJournal: [remove(400, '/journal?endpoint=pay', 'the query takes nothing')],
  countJournal: [bad(400, '/journal/count?limit=5', 'there is no limit here; the query takes endpoint')],
  followJournal: [
    bad(404, '/accounts/nobody/journal/events', 'there is no account'),
    bad(400, '/journal/events?after=5', 'the query takes nothing'),
  ],
  listWebhooks: [bad(400, '/webhooks?state=sent', 'state is "sent"; it must be due, acknowledged, given-up')],
  getWebhook: [bad(404, '/webhooks/webhook-9', 'there is no webhook "webhook-9"')],
  redeliverWebhook: [
    post(404, '/webhooks/webhook-9/redeliver', undefined, 'there is no webhook "webhook-9"'),
    post(
      409,
      '/webhooks/webhook-1/redeliver',
      undefined,
      'the account has no callbackUrl; set it with PATCH',
    ),
    post(400, '/webhooks/webhook-1/redeliver', { url: 'http://x' }, 'leave it out'),
  ],
  getCoverage: [bad(400, '/coverage?format=html', 'format is "html"; it must be json, text')],
  getFindings: [bad(400, '/findings?format=html', 'format is "html"; it must be json, text, junit')],
}

/** A default account with something of everything, that a call could spoil. */
async function filled(): Promise<Simulator> {
  const simulator = createSimulator({ post: async () => ({ error: 'nobody listens' }) })
  const { pay } = clientOf(simulator)
  await simulator.clock.freeze(MARCH_10)
  const account = await simulator.accounts.get('default')
  await account.change({ callbackUrl: 'http://127.0.0.1:9/' })
  await pay(airtime('b'))
  await account.transactions.settle(requestIdOf('b'), 'reversed')
  await account.change({ callbackUrl: null, duplicateWindow: 0 })
  await pay(airtime('a', '201000000000'))
  await account.scenarios.add({ fate: 'failed', occurrence: { nth: 99 } })
  return simulator
}

const kept = ['accounts', 'clock', 'scenarios', 'transactions', 'products', 'journal', 'webhooks']

/** All that the simulator would tell of itself. */
async function stateOf(simulator: Simulator): Promise<string> {
  const texts = kept.map(async (path) => (await simulator.fetch(`http://vtpass/_simulator/${path}`)).text())
  return (await Promise.all(texts)).join('\n')
}

const calls = Object.entries(badCalls).flatMap(([operation, each]) =>
  each.map((call) => ({
    operation,
    method: 'GET',
    ...call,
    shown: JSON.stringify(call.body)?.slice(0, 80) ?? '',
  })),
)

describe('a call that cannot be done is answered with what to change, and changes nothing', () => {
  it.each(calls)(
    '$operation: $method $path $shown is $status',
    async ({ method, path, body, status, says }) => {
      const simulator = await filled()
      const before = await stateOf(simulator)
      const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body)
      const answer = await simulator.fetch(`http://vtpass/_simulator${path}`, {
        method,
        ...(text !== undefined && { body: text }),
      })
      const problem = await answer.json()
      expect(answer.headers.get('content-type')).toBe('application/problem+json')
      expect(problem).toMatchObject({ type: 'about:blank', status })
      expect(answer.status).toBe(status)
      expect(problem.detail).toContain(says)
      expect(problem.detail.length).toBeLessThan(700)
      expect(await stateOf(simulator)).toBe(before)
    },
  )
})

it('every operation of the contract is there, and answers with its own status', async () => {
  const document = JSON.parse(
    readFileSync(new URL('../../openapi/generated/control.json', import.meta.url), 'utf8'),
  ) as { paths: Record<string, Record<string, { operationId?: string }>> }
  const ids = Object.values(document.paths).flatMap((verbs) =>
    Object.values(verbs).flatMap(({ operationId }) => operationId ?? []),
  )
  expect(ids.sort()).toEqual(Object.keys(badCalls).sort())
})

it.each(['/nothing', '/accounts/default/nothing', '/accounts/default/accounts', '/transactions/a/b', '/'])(
  '%s does not exist',
  async (path) => {
    const answer = await createSimulator().fetch(`http://vtpass/_simulator${path}`)
    expect([answer.status, (await answer.json()).detail]).toEqual([
      404,
      'there is no such path; /_simulator/docs lists those that there are',
    ])
  },
)
