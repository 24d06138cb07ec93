import { expect, it } from 'vitest'
import { kobo } from '../pricing/kobo.ts'
import { lookAtDue } from '../purchases/look.ts'
import { balancesOf, customerWith } from '../storage/purchases.test-support.ts'
import { useDatabase } from '../storage/use-database.test-support.ts'
import { codeAnswer, LOST, resellerOn } from './reseller.test-support.ts'

const { database } = useDatabase()
const WEBHOOK = '/api/v1/vtpass/webhook'

async function inDoubt() {
  const id = await customerWith(database(), { main: kobo(24_000) })
  const reseller = resellerOn(database())
  const token = await reseller.tokenOf({ kind: 'customer', id })
  reseller.vtpass.pay = () => LOST
  await reseller.post(
    '/api/v1/vtpass/data/purchase',
    {
      serviceID: 'mtn-data',
      billersCode: '08012345678',
      variation_code: 'mtn-1gb-daily',
      request_id: 'order-1',
    },
    { token },
  )
  return { id, token, ...reseller, reference: reseller.vtpass.paid[0]?.request_id ?? '' }
}

it('is acknowledged, and makes us ask VTpass, whose word alone counts', async () => {
  const { id, reference, post, vtpass, backend } = await inDoubt()
  vtpass.requery = () => codeAnswer('016', 'failed', 'TRANSACTION FAILED')
  const forged = { type: 'transaction-update', data: { code: '000', requestId: reference } }
  expect((await post(WEBHOOK, forged)).body).toEqual({ response: 'success' })
  expect(await balancesOf(database(), id)).toEqual([0, 0, 24_000])
  await lookAtDue(backend.shop, 10)
  expect(vtpass.requeried).toEqual([reference])
  expect(await balancesOf(database(), id)).toEqual([24_000, 0, 0])
})

it('that says the plans have changed has them fetched again', async () => {
  const { token, post, get, vtpass } = await inDoubt()
  let fetched = 0
  const { variations } = vtpass
  vtpass.variations = (serviceID) => {
    fetched += 1
    return variations(serviceID)
  }
  const list = () => get('/api/v1/vtpass/data/variation-codes?serviceID=mtn-data', { token })
  await list()
  expect(fetched).toBe(0)
  await post(WEBHOOK, { type: 'variations-update', serviceID: 'mtn-data', actionRequired: 'fetch' })
  await list()
  expect(fetched).toBe(1)
})

it.each([
  ['no JSON', 'hello'],
  ['nothing', ''],
  ['of a purchase that there is not', { type: 'transaction-update', data: { requestId: 'nobody-s' } }],
  ['of a type that there is not', { type: 'surprise' }],
  ['a NUL and half a character', '\u0000\ud800'],
])('is kept and acknowledged even if it is %s', async (_name, body) => {
  const { post } = await inDoubt()
  expect(await post(WEBHOOK, body)).toMatchObject({ status: 200, body: { response: 'success' } })
  const [row] = await database().query<{ count: number }>('select count(*) as count from webhook')
  expect(row?.count).toBeGreaterThan(0)
})
