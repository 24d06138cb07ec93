import type { AccountSetup } from '../../targets/target.ts'
import type { VtpassCase } from '../case.ts'
import { outcomes } from '../outcomes.ts'
import { productPage, sampleOf } from '../products.ts'
import { buy } from '../purchase.ts'
import { type Code, improperTexts, refusal, refusalBody, wrongCredentials } from '../refusals.ts'
import { saleTo } from '../sale.ts'

const group = 'order of checks'

interface Twofold {
  readonly name: string
  readonly title: string
  readonly fields: Readonly<Record<string, unknown>>
  readonly code: Code
  readonly account?: AccountSetup
}

const mtn = productPage('mtn')
const airtime = { serviceID: 'mtn', amount: 100, phone: '08011111111' }
const gotv = {
  serviceID: 'gotv',
  billersCode: '1212121212',
  phone: '08011111111',
  subscription_type: 'change',
  variation_code: 'gotv-lite',
}

/** Purchases with two things wrong: which of them is told. Nobody but us has said so. */
const twofolds: readonly Twofold[] = [
  {
    name: 'missing-field-before-request-id',
    title: 'A missing field comes before an improper request id',
    fields: { ...airtime, phone: undefined, request_id: 'order-1' },
    code: '011',
  },
  {
    name: 'product-before-plan',
    title: 'An unknown product comes before its plan',
    fields: { ...gotv, serviceID: 'gotv2', variation_code: 'x' },
    code: '012',
  },
  {
    name: 'suspension-before-whitelist',
    title: 'A suspended product comes before one that is not whitelisted',
    fields: airtime,
    account: { whitelistedProducts: [], products: { mtn: 'suspended' } },
    code: '034',
  },
  {
    name: 'whitelist-before-plan',
    title: 'A product that is not whitelisted comes before its plan',
    fields: { ...gotv, variation_code: 'x' },
    account: { whitelistedProducts: [] },
    code: '028',
  },
  {
    name: 'plan-before-quantity',
    title: 'An unknown plan comes before its quantity',
    fields: { ...gotv, variation_code: 'x', quantity: 11 },
    code: '010',
  },
  {
    name: 'plan-before-amount',
    title: 'An unknown plan comes before the amount',
    fields: { ...gotv, variation_code: 'x', amount: 500_001 },
    code: '010',
  },
  {
    name: 'missing-field-before-suspension',
    title: 'A missing field comes before a suspended product',
    fields: { ...airtime, phone: undefined },
    account: { products: { mtn: 'suspended' } },
    code: '011',
  },
  {
    name: 'wallet-before-failure',
    title: 'The wallet comes before a failure',
    fields: { ...airtime, phone: '08033333333' },
    account: { wallet: 5 },
    code: '018',
  },
  {
    name: 'quantity-before-amount',
    title: 'The quantity comes before the amount',
    fields: { ...gotv, amount: 500_001, quantity: 11 },
    code: '032',
  },
  {
    name: 'amount-before-wallet',
    title: 'The amount comes before the wallet',
    fields: { ...airtime, amount: 200_001 },
    account: { wallet: 5 },
    code: '017',
  },
  {
    name: 'wallet-before-biller',
    title: 'The wallet comes before a biller out of reach',
    fields: airtime,
    account: { wallet: 5, products: { mtn: 'unreachable' } },
    code: '018',
  },
  {
    name: 'amount-before-recipient',
    title: 'The amount comes before what the recipient does',
    fields: { ...airtime, amount: 9, phone: '500000000000' },
    code: '013',
  },
  {
    name: 'wallet-before-recipient',
    title: 'The wallet comes before what the recipient does',
    fields: { ...airtime, phone: '500000000000' },
    account: { wallet: 5 },
    code: '018',
  },
  {
    name: 'biller-before-recipient',
    title: 'A biller out of reach comes before what the recipient does',
    fields: { ...airtime, phone: '500000000000' },
    account: { products: { mtn: 'unreachable' } },
    code: '030',
  },
  {
    name: 'account-before-fields',
    title: 'The state of the account comes before its fields',
    fields: {},
    account: { state: 'locked' },
    code: '021',
  },
]

const first: readonly VtpassCase[] = twofolds.map(({ name, title, fields, code, account }) => ({
  name,
  group,
  title,
  source: 'ours',
  row: null,
  ...(account !== undefined && { account }),
  run: async (vtpass) => {
    const body = { request_id: vtpass.requestId(), ...fields }
    vtpass.expect(await vtpass.post('/pay', body, { atOnce: true }), refusal(code))
  },
}))

const others: readonly VtpassCase[] = [
  {
    name: 'credentials-before-request-id',
    group,
    title: 'Credentials come before anything else: 087 and not 085',
    source: 'seen',
    row: '087 · wrong credentials, or a key that is missing where it is needed: HTTP 401, and `message`',
    run: async (vtpass) => {
      const body = { ...airtime, request_id: 'test_1' }
      vtpass.expect(await vtpass.post('/pay', body, { credentials: 'wrong-second-key' }), wrongCredentials)
    },
  },
  {
    name: 'request-id-before-product',
    group,
    title: 'An improper request id comes before an unknown product',
    source: 'ours',
    row: null,
    run: async (vtpass) => {
      const body = { ...airtime, serviceID: '9mobile', request_id: 'order-1' }
      vtpass.expect(await vtpass.post('/pay', body), { body: refusalBody('085', improperTexts['no date']) })
    },
  },
  {
    name: 'used-request-id-before-product',
    group,
    title: 'A used request id comes before an unknown product',
    source: 'ours',
    row: null,
    run: async (vtpass) => {
      const failing = saleTo(sampleOf(mtn), '08033333333')
      const { requestId: request_id } = await buy(vtpass, mtn, failing, { outcome: outcomes.failed })
      vtpass.expect(
        await vtpass.post('/pay', { request_id, ...airtime, serviceID: '9mobile' }),
        refusal('014'),
      )
    },
  },
  {
    name: 'amount-before-duplicate',
    group,
    title: 'The amount comes before a likely duplicate',
    source: 'ours',
    row: null,
    run: async (vtpass) => {
      await buy(vtpass, mtn, sampleOf(mtn))
      const second = { request_id: vtpass.requestId(), ...airtime, amount: 1 }
      vtpass.expect(await vtpass.post('/pay', second, { atOnce: true }), refusal('013'))
    },
  },
  {
    name: 'duplicate-before-wallet',
    group,
    title: 'A likely duplicate comes before the wallet',
    source: 'ours',
    row: null,
    account: { wallet: 20 },
    run: async (vtpass) => {
      await buy(vtpass, mtn, sampleOf(mtn))
      const second = { request_id: vtpass.requestId(), ...airtime }
      vtpass.expect(await vtpass.post('/pay', second, { atOnce: true }), refusal('019'))
    },
  },
]

export const orderCases: readonly VtpassCase[] = [...first, ...others]
