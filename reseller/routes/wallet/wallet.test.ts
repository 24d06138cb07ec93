import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { kobo } from '../../pricing/kobo.ts'
import { customerWith } from '../../storage/purchases.test-support.ts'
import { useDatabase } from '../../storage/use-database.test-support.ts'
import { codeAnswer, LOST, resellerOn } from '../reseller.test-support.ts'

const { database } = useDatabase()

async function wallet(main = 100_000) {
  const id = await customerWith(database(), { main: kobo(main) })
  const reseller = resellerOn(database())
  const token = await reseller.tokenOf({ kind: 'customer', id })
  const operator = await reseller.tokenOf({ kind: 'operator', name: 'ada' })
  const order = { serviceID: 'mtn-data', billersCode: '08012345678', variation_code: 'mtn-1gb-daily' }
  return {
    id,
    ...reseller,
    read: (path = '') => reseller.get(`/api/v1/wallet${path}`, { token }),
    buy: (requestId: string) =>
      reseller.post('/api/v1/vtpass/data/purchase', { ...order, request_id: requestId }, { token }),
    fund: (fields: object, bearer = operator) =>
      reseller.post('/api/v1/wallet/fund', fields, { token: bearer }),
    token,
  }
}

it('says what can be spent, and what is held', async () => {
  const { read, buy, vtpass } = await wallet(100_050)
  vtpass.pay = () => LOST
  await buy('order-1')
  expect((await read()).body).toEqual({
    success: true,
    message: 'Wallet retrieved successfully',
    data: { main: 760.5, cashback: 0, held: 240 },
  })
})

it('lists every line with the balance before and after, a refund as its own', async () => {
  const { read, buy, vtpass } = await wallet()
  vtpass.pay = () => codeAnswer('016', 'failed', 'TRANSACTION FAILED')
  await buy('order-1')
  const { body } = await read('/entries')
  expect(body.message).toBe('Wallet entries retrieved successfully')
  expect(body.data).toMatchObject({
    items: [
      {
        kind: 'refund',
        amount: 240,
        balanceBefore: 760,
        balanceAfter: 1000,
        version: 3,
        requestId: 'order-1',
      },
      {
        kind: 'hold',
        amount: -240,
        balanceBefore: 1000,
        balanceAfter: 760,
        version: 2,
        requestId: 'order-1',
      },
      { kind: 'fund', amount: 1000, balanceBefore: 0, balanceAfter: 1000, version: 1, requestId: null },
    ],
    next: null,
  })
})

it('lists them in pages, and of one wallet', async () => {
  const { read, buy } = await wallet()
  await buy('order-1')
  await buy('order-2')
  const first = (await read('/entries?limit=2&wallet=main')).body.data
  const second = (await read(`/entries?limit=2&wallet=main&cursor=${first.next}`)).body.data
  const versions = [...first.items, ...second.items].map(({ version }: { version: number }) => version)
  expect([versions, second.next]).toEqual([[3, 2, 1], null])
  expect((await read('/entries?wallet=cashback')).body.data).toEqual({ items: [], next: null })
})

it.each([
  ['limit=0', 'limit must be a whole number from 1 to 200'],
  ['limit=201', 'limit must be a whole number from 1 to 200'],
  ['limit=1e2', 'limit must be a whole number from 1 to 200'],
  ['cursor=1;drop table journal', 'cursor must be the next of the page before'],
  ['cursor=-1', 'cursor must be the next of the page before'],
  ['wallet=house', 'wallet must be main or cashback'],
])('refuses ?%s', async (query, message) => {
  const { read } = await wallet()
  expect(await read(`/entries?${query}`)).toMatchObject({ status: 400, body: { message } })
})

it('is funded once by a payment, however often that is heard', async () => {
  const { id, fund, read } = await wallet()
  const payment = { customer: id, amount: 50.5, reference: randomUUID() }
  expect((await fund(payment)).body.data).toEqual({ ...payment, result: 'funded', main: 1050.5 })
  expect((await fund(payment)).body.data).toEqual({ ...payment, result: 'replay', main: 1050.5 })
  expect(await fund({ ...payment, amount: 60 })).toMatchObject({
    status: 409,
    body: { message: `reference ${payment.reference} was used for another payment` },
  })
  expect((await read()).body.data.main).toBe(1050.5)
})

it('is funded by an operator alone', async () => {
  const { id, fund, token, read, get } = await wallet()
  const payment = { customer: id, amount: 50, reference: randomUUID() }
  expect((await fund(payment, token)).status).toBe(401)
  expect((await get('/api/v1/wallet')).status).toBe(401)
  expect((await read()).body.data.main).toBe(1000)
})

it.each([
  [{ customer: 'nobody' }, 404, 'No such customer'],
  [{ customer: '' }, 400, 'customer is required'],
  [{ customer: 'x'.repeat(129) }, 400, 'customer must be 1 to 128 characters'],
  [{ customer: 'a\u0000' }, 400, 'customer must be 1 to 128 characters'],
  [{ amount: -5 }, 400, 'amount must be a number of naira above 0, with at most two decimals'],
  [{ amount: 0 }, 400, 'amount must be a number of naira above 0, with at most two decimals'],
  [{ amount: 1.005 }, 400, 'amount must be a number of naira above 0, with at most two decimals'],
  [{ amount: 1e12 }, 400, 'amount must be a number of naira above 0, with at most two decimals'],
  [{ reference: '' }, 400, 'reference is required'],
  [{ reference: 'ünïcode' }, 400, 'reference must be 1 to 100 printable ASCII characters'],
])('is not funded with %j', async (fields, status, message) => {
  const { id, fund, read } = await wallet()
  const payment = { customer: id, amount: 50, reference: randomUUID(), ...fields }
  expect(await fund(payment)).toMatchObject({ status, body: { message } })
  expect((await read()).body.data.main).toBe(1000)
})
