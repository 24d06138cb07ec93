import { expect, it } from 'vitest'
import { type Drift, driftingSimulator } from './drifting.test-support.ts'
import { ownPact } from './pact.test-support.ts'
import { troublesIn, verifyAside } from './verifier.test-support.ts'

/** Ways in which VTpass may drift, by the interaction that must notice. */
const drifts: Record<string, Drift> = {
  'data that is delivered': { to: '/pay', asking: { variation_code: 'mtn-10mb-100' }, set: { code: 0 } },
  'a Smile plan that is delivered': {
    to: '/pay',
    asking: { serviceID: 'smile-direct' },
    set: { 'content.transactions.status': 'successful' },
  },
  'a GOtv bouquet that is changed': {
    to: '/pay',
    asking: { subscription_type: 'change' },
    set: { 'content.transactions.total_amount': '403.85' },
  },
  'a GOtv bouquet that is renewed': {
    to: '/pay',
    asking: { subscription_type: 'renew' },
    set: { requestId: '2026010100001' },
  },
  'a Spectranet PIN that is delivered': { to: '/pay', asking: { serviceID: 'spectranet' }, drop: 'cards' },
  'a purchase that stays pending': { to: '/pay', asking: { phone: '201000000000' }, set: { code: '099' } },
  'a purchase that fails': { to: '/pay', asking: { phone: '08033333333' }, status: 400 },
  'a purchase that meets a system error': { to: '/pay', asking: { phone: '500000000000' }, status: 200 },
  'a purchase whose wallet is too low': { to: '/pay', saying: { code: '018' }, set: { code: '18' } },
  'a likely duplicate': { to: '/pay', saying: { code: '019' }, set: { response_description: '' } },
  'a purchase whose request id was used before': {
    to: '/pay',
    saying: { code: '014' },
    drop: 'response_description',
  },
  'a plan that does not exist': {
    to: '/pay',
    asking: { variation_code: 'no-such-plan' },
    set: { code: '011' },
  },
  'less airtime than may be bought': { to: '/pay', asking: { amount: 1 }, status: 422 },
  'a purchase with keys that VTpass does not know': { to: '/pay', saying: { code: '087' }, drop: 'message' },
  'a requery of a purchase that was delivered': {
    to: '/requery',
    saying: { 'content.transactions.product_name': 'MTN Airtime VTU', code: '000' },
    drop: 'content.transactions.transactionId',
  },
  'a requery of a purchase that is pending': {
    to: '/requery',
    saying: { 'content.transactions.status': 'pending' },
    set: { 'content.transactions.status': 'initiated' },
  },
  'a requery of a purchase that failed': { to: '/requery', saying: { code: '016' }, set: { code: '000' } },
  'a requery of a purchase that never arrived': { to: '/requery', saying: { code: '015' }, status: 404 },
  'a requery with keys that VTpass does not know': { to: '/requery', saying: { code: '087' }, status: 200 },
  'the services of airtime': {
    to: '/services?identifier=airtime',
    drop: 'content.0.minimium_amount',
  },
  'the services of data': { to: '/services?identifier=data', set: { content: {} } },
  'the services of a category that does not exist': {
    to: '/services?identifier=no-such-category',
    set: { 'content.errors': [] },
  },
  'the plans of mtn-data': {
    to: '/service-variations?serviceID=mtn-data',
    set: { response_description: 'OK' },
  },
  'the plans of gotv': { to: '/service-variations?serviceID=gotv', drop: 'content.variations' },
  'the plans of smile-direct': {
    to: '/service-variations?serviceID=smile-direct',
    set: { 'content.variations.1.variation_amount': '1,020.00' },
  },
  'the plans of spectranet': {
    to: '/service-variations?serviceID=spectranet',
    set: { 'content.serviceID': 'Spectranet' },
  },
  'a smartcard that is somebody’s': {
    to: '/merchant-verify',
    asking: { billersCode: '1212121212' },
    saying: { code: '000' },
    drop: 'content.Customer_Name',
  },
  'a smartcard that is nobody’s': {
    to: '/merchant-verify',
    asking: { billersCode: '9999999999' },
    drop: 'content.error',
  },
  'the balance of our wallet': { to: '/balance', saying: { code: 1 }, set: { 'contents.balance': '150000' } },
}

it('every drift is noticed by the interaction that relies on the contrary, and by no other', async () => {
  const simulator = await driftingSimulator(Object.values(drifts))
  const troubles = troublesIn(await verifyAside({ pact: ownPact, target: { simulator } }))

  expect(Object.keys(troubles).toSorted()).toEqual(Object.keys(drifts).toSorted())
})

it('what the reseller does not rely on may drift', async () => {
  const simulator = await driftingSimulator([
    { to: '/pay', set: { transaction_date: null, more: 'of it' } },
    { to: '/pay', saying: { code: '000' }, drop: 'content.transactions.unit_price' },
    { to: '/requery', set: { amount: '100.00' } },
    { to: '/balance', saying: { code: 1 }, set: { code: '1' } },
    {
      to: '/service-variations?serviceID=mtn-data',
      set: { 'content.variations.0.variation_amount': 100 },
    },
  ])

  expect(troublesIn(await verifyAside({ pact: ownPact, target: { simulator } }))).toEqual({})
})
