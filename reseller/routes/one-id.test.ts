import { expect, it } from 'vitest'
import { lookAtDue } from '../purchases/look.ts'
import { useDatabase } from '../storage/use-database.test-support.ts'
import { customerOf } from './data/customer.test-support.ts'
import { operatorOf } from './operator/operator.test-support.ts'
import { type Body, codeAnswer, deliveredAnswer, LOST, NOT_SENT } from './reseller.test-support.ts'

const { database } = useDatabase()

function readLines(lines: readonly string[]): Body[] {
  return lines.map((line) => JSON.parse(line))
}

const plainly = { level: 'info', name: 'reseller', time: expect.any(String) }

it('one id runs through the request, the call to VTpass, and the answer', async () => {
  const operator = await operatorOf(database())
  operator.lines.length = 0
  const answer = await operator.post(
    '/api/v1/vtpass/data/purchase',
    {
      serviceID: 'mtn-data',
      billersCode: '08012345678',
      variation_code: 'mtn-1gb-daily',
      request_id: 'order',
    },
    {
      token: await operator.tokenOf({ kind: 'customer', id: operator.id }),
      headers: { 'x-request-id': 'shop-7f3a' },
    },
  )
  expect(answer.headers.get('x-request-id')).toBe('shop-7f3a')
  const purchase = answer.body.data.id
  const reference = operator.vtpass.paid[0]?.request_id
  expect(purchase).toBe(await operator.idOf('order'))
  expect(readLines(operator.lines)).toEqual([
    {
      ...plainly,
      request: 'shop-7f3a',
      call: 'variations',
      outcome: 'answer',
      httpStatus: 200,
      code: null,
      ms: expect.any(Number),
      msg: 'VTpass was asked',
    },
    {
      ...plainly,
      request: 'shop-7f3a',
      call: 'pay',
      reference,
      purchase,
      outcome: 'delivered',
      httpStatus: 200,
      code: '000',
      ms: expect.any(Number),
      msg: 'VTpass was asked',
    },
    {
      ...plainly,
      request: 'shop-7f3a',
      method: 'POST',
      route: '/api/v1/vtpass/data/purchase',
      status: 200,
      customer: operator.id,
      reference,
      purchase,
      ms: expect.any(Number),
      msg: 'request',
    },
  ])
})

it('one search for a purchase, or for its reference, finds request, calls and webhook', async () => {
  const customer = await customerOf(database())
  customer.vtpass.pay = () => LOST
  await customer.buy({ request_id: 'order' })
  const reference = customer.vtpass.paid[0]?.request_id ?? ''
  const update = { type: 'transaction-update', data: { requestId: reference } }
  await customer.post('/api/v1/vtpass/webhook', update)
  customer.vtpass.requery = () => codeAnswer('099', null, 'TRANSACTION IS PROCESSING')
  await lookAtDue(customer.backend.shop, 50)
  customer.advance(60)
  customer.vtpass.requery = deliveredAnswer
  const { body } = await customer.query('order')
  expect(body.data.code).toBe('000')
  const [row] = (await customer.list('transactions')).body.data.items
  await customer.list(`transactions/${row.id}`)

  const told = (line: Body) => line.call ?? line.about ?? line.route
  for (const word of [reference, row.id]) {
    const found = readLines(customer.lines.filter((line) => line.includes(word)))
    expect(found.map(told)).toEqual([
      'pay',
      '/api/v1/vtpass/data/purchase',
      'purchase',
      '/api/v1/vtpass/webhook',
      'requery',
      'requery',
      '/api/v1/vtpass/data/query',
      '/api/v1/vtpass/data/transactions/{id}',
    ])
    for (const line of found) expect(line).toMatchObject({ reference, purchase: row.id })
  }
})

it('what the worker asks belongs to no request, and still names its purchase', async () => {
  const customer = await customerOf(database())
  customer.vtpass.pay = () => LOST
  await customer.buy({ request_id: 'order' })
  customer.lines.length = 0
  customer.advance(60)
  customer.vtpass.requery = () => LOST
  await lookAtDue(customer.backend.shop, 50)
  const [line] = readLines(
    customer.lines.filter((each) => each.includes(customer.vtpass.paid[0]?.request_id ?? '')),
  )
  expect(line).toMatchObject({ level: 'warn', call: 'requery', outcome: 'nothing-learnt', why: LOST_WHY })
  expect(line.purchase).toMatch(/^[0-9a-f-]{36}$/)
  expect(line.request).toBeUndefined()
})

const LOST_WHY = 'no whole answer in time'

it('each request has its own id, and two at once do not mix', async () => {
  const customer = await customerOf(database())
  await Promise.all([customer.buy({ request_id: 'one' }), customer.buy({ request_id: 'two' })])
  const requests = readLines(customer.lines).filter(({ msg }) => msg === 'request')
  const pays = readLines(customer.lines).filter(({ call }) => call === 'pay')
  expect(new Set(requests.map(({ request }) => request)).size).toBe(2)
  for (const { request, reference, purchase } of pays) {
    expect(requests.find((each) => each.request === request)).toMatchObject({ reference, purchase })
  }
})

it('a twin that was not sent names no purchase of its own', async () => {
  const customer = await customerOf(database())
  await Promise.all([customer.buy({ request_id: 'same' }), customer.buy({ request_id: 'same' })])
  const requests = readLines(customer.lines).filter(({ msg }) => msg === 'request')
  const named = requests.filter(({ purchase }) => purchase !== undefined)
  expect(named).toHaveLength(1)
  const { items } = (await customer.list('transactions')).body.data
  expect(named[0].purchase).toBe(items[0].id)
})

it.each([
  ['too long', 'x'.repeat(65)],
  ['with spaces', 'a b'],
  ['with quotes', '"},{"a":"'],
  ['empty', ''],
])('an x-request-id that is %s gives way to a new one', async (_, given) => {
  const customer = await customerOf(database())
  const answer = await customer.get('/health', { headers: { 'x-request-id': given } })
  expect(answer.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
})

it('says the id in a refusal as well, and writes its status', async () => {
  const customer = await customerOf(database())
  const headers = { 'x-request-id': 'req:1=a.b_c-d' }
  for (const [path, status, route] of [
    ['/api/v1/wallet', 401, '/api/v1/wallet'],
    ['/api/v1/nothing/there', 404, 'none'],
    ['/api/v1/vtpass/data/purchase', 405, 'none'],
  ] as const) {
    customer.lines.length = 0
    const answer = await customer.get(path, { headers })
    expect([answer.status, answer.headers.get('x-request-id')]).toEqual([status, 'req:1=a.b_c-d'])
    expect(readLines(customer.lines)).toMatchObject([
      { level: 'info', request: 'req:1=a.b_c-d', status, route },
    ])
  }
})

it('writes who the operator was, and a mistake of ours as a warning', async () => {
  const operator = await operatorOf(database())
  operator.lines.length = 0
  await operator.asksFor('alerts')
  expect(readLines(operator.lines)).toMatchObject([
    { level: 'info', operator: 'ada', route: '/api/v1/operator/alerts' },
  ])
  operator.lines.length = 0
  operator.vtpass.balance = () => {
    throw new Error('a bug')
  }
  await operator.asksFor('reconciliation')
  expect(readLines(operator.lines)).toMatchObject([{ level: 'warn', status: 500 }])
})

it('keeps probes out of the way, unless something is wrong with them', async () => {
  const customer = await customerOf(database())
  customer.lines.length = 0
  await customer.get('/health')
  await customer.get('/ready')
  await customer.get('/metrics')
  expect(readLines(customer.lines).map(({ level, status }) => [level, status])).toEqual([
    ['debug', 200],
    ['debug', 200],
    ['info', 401],
  ])
})

it('warns of a VTpass that was not reached', async () => {
  const customer = await customerOf(database())
  customer.vtpass.pay = () => NOT_SENT
  await customer.buy()
  expect(readLines(customer.lines)).toContainEqual(
    expect.objectContaining({ level: 'warn', call: 'pay', outcome: 'failed', why: 'connection refused' }),
  )
})

it('writes no body, no token, no secret and no phone', async () => {
  const customer = await customerOf(database())
  const token = await customer.tokenOf({ kind: 'customer', id: customer.id }, 86_400)
  const { body } = await customer.put('/api/v1/webhook', { url: 'http://127.0.0.1:9/hook' }, { token })
  await customer.buy({ request_id: 'order' })
  customer.vtpass.pay = () => codeAnswer('016', 'failed', 'a word of VTpass')
  await customer.buy({ request_id: 'order-2' })
  await customer.post('/api/v1/vtpass/webhook', {
    type: 'transaction-update',
    data: { requestId: 'x', pin: '1234-5678' },
  })
  await customer.get(`/api/v1/wallet?token=${token}`, { token })
  const written = customer.lines.join('')
  expect(body.data.secret).toMatch(/^whsec_/)
  for (const secret of [
    token,
    token.split('.')[2] ?? '',
    body.data.secret,
    'k3nf8a2qxz7wm1p9',
    '08012345678',
    'a word of VTpass',
    '1234-5678',
    'house@reseller.example',
  ]) {
    expect(written).not.toContain(secret)
  }
})
