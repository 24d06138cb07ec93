import { describe, expect, it } from 'vitest'
import { airtime, clientOf, MARCH_10, requestIdOf } from '../../test/client.ts'
import { createManualClock } from '../clock.ts'
import { type ResponseCode, responseCodes } from '../engine/codes.ts'
import { createSimulator } from '../index.ts'

const start = () => clientOf(createSimulator({ clock: createManualClock(MARCH_10) }))
const command = (code: ResponseCode) => ({ 'x-simulator-scenario': `code-${code}` })

/** What each code on command comes to: what it costs of ₦96.50, and what a requery says afterwards. */
const charged = 999_903.5
const untouched = 1_000_000
const withAnOrder: Partial<
  Record<ResponseCode, { status: string | null; balance: number; requery: string }>
> = {
  '000': { status: 'delivered', balance: charged, requery: '000' },
  '001': { status: null, balance: charged, requery: '001' },
  '016': { status: 'failed', balance: untouched, requery: '016' },
  '040': { status: 'reversed', balance: untouched, requery: '040' },
  '044': { status: null, balance: charged, requery: '044' },
  '091': { status: null, balance: untouched, requery: '091' },
  '099': { status: 'pending', balance: charged, requery: '000' },
}

describe.each(responseCodes)('code-%s', (code) => {
  it('is what pay answers, and the order, the money and the requery follow from it', async () => {
    const { pay, requery, balance } = start()
    const paid = await pay(airtime('a'), command(code))
    expect(paid.body.code).toBe(code)
    expect(paid.status).toBe(code === '087' ? 401 : code === '083' ? 500 : 200)
    const expected = withAnOrder[code] ?? {
      status: null,
      balance: untouched,
      requery: code === '019' ? '019' : '015',
    }
    expect(paid.body.content?.transactions?.status ?? null).toBe(expected.status)
    expect(await balance()).toBe(expected.balance)
    expect((await requery(requestIdOf('a'))).body.code).toBe(expected.requery)
  })

  it('is what requery answers, and nothing has happened', async () => {
    const { pay, requery, balance } = start()
    await pay(airtime('a', '201000000000'))
    expect((await requery(requestIdOf('a'), command(code))).body.code).toBe(code)
    expect((await requery(requestIdOf('a'))).body.content.transactions.status).toBe('pending')
    expect(await balance()).toBe(charged)
  })
})

it('a requery after code-001 has the delivered transaction', async () => {
  const { pay, requery } = start()
  await pay(airtime('a'), command('001'))
  const { body } = await requery(requestIdOf('a'))
  expect(body).toMatchObject({ code: '001', content: { transactions: { status: 'delivered' } } })
})

it('a requery after code-099 says pending', async () => {
  const { pay, requery } = start()
  const paid = await pay(airtime('a'), command('099'))
  expect(paid.body.response_description).toBe('TRANSACTION IS PROCESSING')
  expect((await requery(requestIdOf('a'))).body.response_description).toBe('TRANSACTION PROCESSING - PENDING')
})

it('two purchases that differ in their code alone are answered with their own', async () => {
  const { pay, requery } = start()
  const codes = [
    (await pay(airtime('a', '201000000000'))).body.code,
    (await pay(airtime('b', '08022222222'), command('099'))).body.code,
    (await pay(airtime('c', '08033333333'), command('001'))).body.code,
    (await pay(airtime('d'))).body.code,
    (await requery(requestIdOf('c'))).body.code,
    (await requery(requestIdOf('d'))).body.code,
  ]
  expect(codes).toEqual(['000', '099', '001', '000', '001', '000'])
})

it('code-044 is resolved when the pending transaction settles', async () => {
  const clock = createManualClock(MARCH_10)
  const { pay, requery } = clientOf(createSimulator({ clock, account: { settlePendingAfter: '10m' } }))
  await pay(airtime('a'), command('044'))
  expect((await requery(requestIdOf('a'))).body.code).toBe('044')
  await clock.advance(600_000)
  const { body } = await requery(requestIdOf('a'))
  expect(body).toMatchObject({ code: '000', content: { transactions: { status: 'delivered' } } })
})

it.each(['014', '089'] as const)(
  'code-%s leaves the first purchase of the request id as it is',
  async (code) => {
    const { pay, requery, balance } = start()
    await pay(airtime('a'))
    await pay(airtime('a'), command(code))
    expect((await requery(requestIdOf('a'))).body.content.transactions.status).toBe('delivered')
    expect(await balance()).toBe(charged)
  },
)

it('code-019 does not overwrite a purchase that is on record', async () => {
  const { pay, requery } = start()
  await pay(airtime('a'))
  expect((await pay(airtime('a'), command('019'))).body.code).toBe('019')
  expect((await requery(requestIdOf('a'))).body.code).toBe('000')
})

it('a code that comes with an order needs a request that would be accepted', async () => {
  const { pay, balance } = start()
  expect((await pay({ ...airtime('a'), amount: 1 }, command('099'))).body.code).toBe('013')
  expect(await balance()).toBe(untouched)
})

it('wins over what the recipient asks for', async () => {
  const { pay } = start()
  expect((await pay(airtime('a', '201000000000'), command('000'))).body.content.transactions.status).toBe(
    'delivered',
  )
})

it.each(['merchant-verify', 'merchant-verify/smile/email'])(
  '%s takes a code on command too',
  async (path) => {
    const { post } = start()
    const { body } = await post(path, {}, command('020'))
    expect(body).toMatchObject({ code: '020', response_description: 'BILLER CONFIRMED' })
  },
)

it.each(['balance', 'services?identifier=data', 'service-categories', 'service-variations?serviceID=gotv'])(
  'GET %s takes a code on command too',
  async (path) => {
    const { get } = start()
    expect((await get(path, command('021'))).body.code).toBe('021')
  },
)

it('credentials are looked at first', async () => {
  const { pay } = start()
  expect((await pay(airtime('a'), { ...command('016'), 'secret-key': 'wrong' })).body.code).toBe('087')
})

it.each(['', 'code-999', 'code-16', 'nothing', 'CODE-016', '<b>'])(
  'an unknown scenario %j says which there are, and nothing has happened',
  async (name) => {
    const { pay, requery } = start()
    const { status, body, headers } = await pay(airtime('a'), { 'x-simulator-scenario': name })
    expect(status).toBe(400)
    expect(headers.get('content-type')).toBe('application/problem+json')
    expect(body.detail).toContain('code-NNN')
    expect((await requery(requestIdOf('a'))).body.code).toBe('015')
  },
)
