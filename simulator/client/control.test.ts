import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { type AccountControl, type ControlledAccount, controlOf, type SimulatorControl } from './index.ts'
import {
  account,
  at,
  clock,
  coverage,
  delivery,
  entry,
  finding,
  listOf,
  product,
  rule,
  transaction,
} from './samples.test-support.ts'

/** A call, what it asks the simulator for, what it is answered, what it sends along and what its caller gets. */
type Written<Control> = readonly [
  call: string,
  run: (control: Control) => Promise<unknown>,
  asks: string,
  answer: unknown,
  rest?: { readonly sends?: unknown; readonly gives?: unknown },
]

function rowsOf<Control>(written: readonly Written<Control>[]) {
  return written.map(([call, run, asks, answer, { sends, gives = answer } = {}]) => {
    return { call, run, asks, answer, sends, gives }
  })
}

const PAGE = 'offset=0&limit=1000'
const ID = '202601051000abc'
const journal = { ...listOf(entry), dropped: 0 }

const accountRows = rowsOf<AccountControl>([
  ['clock.get()', (control) => control.clock.get(), 'GET /clock', clock],
  [
    'clock.set(a Date)',
    (control) => control.clock.set(new Date(at)),
    'POST /clock',
    clock,
    { sends: { set: '2026-01-05T09:00:00.000Z' } },
  ],
  [
    'clock.set(a text)',
    (control) => control.clock.set(at),
    'POST /clock',
    clock,
    { sends: { set: '2026-01-05T09:00:00Z' } },
  ],
  [
    "clock.advance('30s')",
    (control) => control.clock.advance('30s'),
    'POST /clock',
    clock,
    { sends: { advance: '30s' } },
  ],
  [
    'clock.advance(90)',
    (control) => control.clock.advance(90),
    'POST /clock',
    clock,
    { sends: { advance: 90 } },
  ],
  [
    'clock.freeze()',
    (control) => control.clock.freeze(),
    'POST /clock',
    clock,
    { sends: { mode: 'frozen' } },
  ],
  [
    'clock.freeze(a Date)',
    (control) => control.clock.freeze(new Date(at)),
    'POST /clock',
    clock,
    { sends: { set: '2026-01-05T09:00:00.000Z', mode: 'frozen' } },
  ],
  [
    'clock.release()',
    (control) => control.clock.release(),
    'POST /clock',
    clock,
    { sends: { mode: 'real' } },
  ],
  [
    'scenarios.add(rule)',
    (control) => control.scenarios.add({ match: { serviceID: 'mtn' }, fate: 'failed' }),
    'POST /scenarios',
    rule,
    { sends: { match: { serviceID: 'mtn' }, fate: 'failed' } },
  ],
  ['scenarios.get(id)', (control) => control.scenarios.get('r1'), 'GET /scenarios/r1', rule],
  [
    'scenarios.list()',
    (control) => control.scenarios.list(),
    `GET /scenarios?${PAGE}`,
    listOf(rule, rule),
    { gives: [rule, rule] },
  ],
  ['scenarios.remove(id)', (control) => control.scenarios.remove('r1'), 'DELETE /scenarios/r1', undefined],
  ['scenarios.clear()', (control) => control.scenarios.clear(), 'DELETE /scenarios', undefined],
  [
    'transactions.get(requestId)',
    ({ transactions }) => transactions.get(ID),
    `GET /transactions/${ID}`,
    transaction,
  ],
  [
    'transactions.get(a request id of any characters)',
    ({ transactions }) => transactions.get('2026 ü/?'),
    'GET /transactions/2026%20%C3%BC%2F%3F',
    transaction,
  ],
  [
    'transactions.list()',
    ({ transactions }) => transactions.list(),
    `GET /transactions?${PAGE}`,
    listOf(transaction),
    { gives: [transaction] },
  ],
  [
    'transactions.list(filter)',
    ({ transactions }) => transactions.list({ status: 'pending', serviceID: 'mtn', recipient: '+234' }),
    `GET /transactions?status=pending&serviceID=mtn&recipient=%2B234&${PAGE}`,
    listOf(),
    { gives: [] },
  ],
  [
    'transactions.list(a filter that is undefined)',
    ({ transactions }) => transactions.list({ status: undefined } as object),
    `GET /transactions?${PAGE}`,
    listOf(),
    { gives: [] },
  ],
  [
    'transactions.settle(requestId, status)',
    ({ transactions }) => transactions.settle(ID, 'delivered'),
    `POST /transactions/${ID}/settle`,
    transaction,
    { sends: { status: 'delivered' } },
  ],
  ['products.get(serviceID)', ({ products }) => products.get('mtn'), 'GET /products/mtn', product],
  [
    'products.list()',
    ({ products }) => products.list(),
    `GET /products?${PAGE}`,
    listOf(product),
    { gives: [product] },
  ],
  [
    'products.change(serviceID, change)',
    ({ products }) => products.change('mtn', { state: 'suspended' }),
    'PATCH /products/mtn',
    product,
    { sends: { state: 'suspended' } },
  ],
  [
    'journal.list()',
    (control) => control.journal.list(),
    `GET /journal?${PAGE}`,
    journal,
    { gives: [entry] },
  ],
  [
    'journal.purchases(filter)',
    (control) => control.journal.purchases({ requestId: ID }),
    `GET /journal?requestId=${ID}&endpoint=pay&${PAGE}`,
    journal,
    { gives: [entry] },
  ],
  [
    'journal.requeries(filter)',
    (control) => control.journal.requeries({ code: '000' }),
    `GET /journal?code=000&endpoint=requery&${PAGE}`,
    journal,
    { gives: [entry] },
  ],
  ['journal.count()', (control) => control.journal.count(), 'GET /journal/count', { count: 3 }, { gives: 3 }],
  [
    'journal.count(filter)',
    (control) => control.journal.count({ endpoint: 'pay' }),
    'GET /journal/count?endpoint=pay',
    { count: 3 },
    { gives: 3 },
  ],
  ['journal.clear()', (control) => control.journal.clear(), 'DELETE /journal', undefined],
  [
    'webhooks.list(filter)',
    ({ webhooks }) => webhooks.list({ state: 'due' }),
    `GET /webhooks?state=due&${PAGE}`,
    listOf(delivery),
    { gives: [delivery] },
  ],
  ['webhooks.get(id)', ({ webhooks }) => webhooks.get('w1'), 'GET /webhooks/w1', delivery],
  [
    'webhooks.redeliver(id)',
    ({ webhooks }) => webhooks.redeliver('w1'),
    'POST /webhooks/w1/redeliver',
    delivery,
  ],
  ['coverage()', (control) => control.coverage(), 'GET /coverage', coverage],
  [
    'findings()',
    (control) => control.findings(),
    'GET /findings',
    { ...listOf(finding), isComplete: true },
    { gives: [finding] },
  ],
  ['reset()', (control) => control.reset(), 'POST /reset', undefined],
])

const simulatorRows = rowsOf<SimulatorControl>([
  ['health()', (control) => control.health(), 'GET /health', { status: 'ok', version: '0.1.0' }],
  [
    'accounts.list()',
    ({ accounts }) => accounts.list(),
    `GET /accounts?${PAGE}`,
    listOf(account),
    { gives: [account] },
  ],
  [
    'accounts.create()',
    async ({ accounts }) => (await accounts.create()).id,
    'POST /accounts',
    account,
    { sends: {}, gives: 'shop' },
  ],
  [
    'accounts.create(settings)',
    async ({ accounts }) => (await accounts.create({ id: 'shop', wallet: 500 })).secretKey,
    'POST /accounts',
    account,
    { sends: { id: 'shop', wallet: 500 }, gives: 'SK_shop' },
  ],
  [
    'accounts.get(id)',
    async ({ accounts }) => (await accounts.get('shop')).apiKey,
    'GET /accounts/shop',
    account,
    { gives: 'shop-api-key' },
  ],
])

const controlledRows = rowsOf<ControlledAccount>([
  ['read()', (shop) => shop.read(), 'GET /accounts/shop', account],
  [
    'change(settings)',
    (shop) => shop.change({ state: 'locked' }),
    'PATCH /accounts/shop',
    account,
    { sends: { state: 'locked' } },
  ],
  ['delete()', (shop) => shop.delete(), 'DELETE /accounts/shop', undefined],
])

const ofShop = accountRows.map((row) => ({ ...row, asks: row.asks.replace(' /', ' /accounts/shop/') }))

/** A simulator that notes what it is asked, and gives these answers one after the other. */
function fake(answers: readonly unknown[], token?: string) {
  const asked: string[] = []
  const sent: unknown[] = []
  const authorizations: (string | null)[] = []
  const fetch = async (input: Request | string, init?: RequestInit) => {
    const request = new Request(input, init)
    const text = await request.text()
    const answer = answers[asked.length]
    asked.push(`${request.method} ${request.url.replace('http://vtpass/_simulator', '')}`)
    sent.push(text === '' ? undefined : JSON.parse(text))
    authorizations.push(request.headers.get('authorization'))
    return answer === undefined ? new Response(null, { status: 204 }) : Response.json(answer)
  }
  const control = controlOf('http://vtpass', { fetch, ...(token !== undefined && { token }) })
  return { control, asked, sent, authorizations }
}

it.each([...accountRows, ...simulatorRows])(
  'simulator.$call',
  async ({ run, asks, answer, sends, gives }) => {
    const { control, asked, sent } = fake([answer])

    expect(await run(control)).toEqual(gives)
    expect({ asked, sent }).toEqual({ asked: [asks], sent: [sends] })
  },
)

it.each([...ofShop, ...controlledRows])('account.$call', async ({ run, asks, answer, sends, gives }) => {
  const { control, asked, sent } = fake([account, answer])
  const shop = await control.accounts.get('shop')

  expect(await run(shop)).toEqual(gives)
  expect({ asked, sent }).toEqual({ asked: ['GET /accounts/shop', asks], sent: [undefined, sends] })
})

it('the token goes along with every call', async () => {
  const { control, authorizations } = fake([account, clock, clock], 'open-sesame')
  const shop = await control.accounts.create()
  await shop.clock.get()
  await control.clock.get()

  expect(authorizations).toEqual(['Bearer open-sesame', 'Bearer open-sesame', 'Bearer open-sesame'])
})

it('without a token none is sent', async () => {
  const { control, authorizations } = fake([clock])
  await control.clock.get()

  expect(authorizations).toEqual([null])
})

it.each(['', '.', '..'])('what is asked of a rule named "%s" is not done to all', async (id) => {
  const { control, asked } = fake([])

  await expect(control.scenarios.remove(id)).rejects.toThrow(`"${id}" names nothing`)
  expect(asked).toEqual([])
})

/** The rows above are held to the contract, so that this file tests no API but ours. */
describe('the contract', () => {
  const text = readFileSync(new URL('../../openapi/generated/control.json', import.meta.url), 'utf8')
  const { paths } = JSON.parse(text) as Contract
  const ajv = new Ajv2020({ strict: false, validateFormats: false, validateSchema: false })
  ajv.addSchema(JSON.parse(text), 'control')
  const rows = [...accountRows, ...simulatorRows, ...controlledRows]

  it.each(rows)('has what $call asks, sends and is answered', ({ asks, answer, sends }) => {
    const [path, verb] = operationOf(asks)
    const pointer = `control#/paths/${path.replaceAll('/', '~1')}/${verb}`
    const success = Object.keys(paths[path]?.[verb]?.responses ?? {})[0]
    const conforms = (at: string, body: unknown) =>
      ajv.validate({ $ref: `${pointer}/${at}/content/application~1json/schema` }, body) || ajv.errorsText()

    if (answer === undefined) expect(success).toBe('204')
    else expect(conforms(`responses/${success}`, answer)).toBe(true)
    if (sends !== undefined) expect(conforms('requestBody', sends)).toBe(true)
  })

  it('has no operation that is asked for by no call', () => {
    const all = Object.entries(paths).flatMap(([path, verbs]) =>
      Object.keys(verbs)
        .filter((verb) => verb !== 'parameters' && verb !== 'servers')
        .map((verb) => `${verb} ${path}`),
    )
    const reached = rows.map(({ asks }) => operationOf(asks).toReversed().join(' '))

    expect(all.filter((operation) => !reached.includes(operation))).toEqual(['get /journal/events'])
  })

  function operationOf(asks: string): [path: string, verb: string] {
    const [verb = '', url = ''] = asks.split(' ')
    const [path = ''] = url.split('?')
    const templates = Object.keys(paths).filter((template) => {
      return new RegExp(`^${template.replace(/\{\w+\}/g, '[^/]+')}$`).test(path)
    })
    return [templates.find((template) => template === path) ?? templates[0] ?? path, verb.toLowerCase()]
  }
})

interface Contract {
  readonly paths: Record<string, Record<string, { readonly responses?: object } | undefined>>
}
