import type { ResponseCode } from '../../simulator/engine/codes.ts'
import { airtime, data, gotv, type Origin, pay, requery, spectranet, type Way } from './way.ts'

const verification: Origin = { page: 'Response Codes', part: 'Verification Response' }
const transaction: Origin = { page: 'Response Codes', part: 'Transaction/Requery Response' }
const format: Origin = { page: 'How to generate Request ID', part: 'Request ID Format' }
const keys: Origin = { page: 'API Key Authentication', part: 'How to use your api keys' }

/** The meaning of a code that has no cause here but the command. */
const onCommandOnly: readonly Way[] = []

/**
 * The natural causes of every code. Beside these, the header `x-simulator-scenario: code-NNN` produces each of them.
 */
export const causes: Record<ResponseCode, readonly Way[]> = {
  '000': [
    { how: 'pay for a number that succeeds', from: transaction, calls: [pay(airtime('a'))] },
    {
      how: 'pay for 201000000000: `000` with status pending',
      from: 'seen',
      calls: [pay(airtime('a', { phone: '201000000000' }))],
    },
    {
      how: 'requery what was delivered',
      from: transaction,
      calls: [pay(airtime('a')), requery('202503101014a')],
    },
    {
      how: 'verify a number, known or not: one that is not has `content.error`',
      from: 'seen',
      calls: [{ to: 'merchant-verify', fields: { serviceID: 'gotv', billersCode: '99' } }],
    },
  ],
  '001': onCommandOnly,
  '010': [
    {
      how: 'pay with a variation_code that the product has not; codes are case-sensitive',
      from: 'seen',
      calls: [pay(data('a', { variation_code: 'MTN-10MB-100' }))],
    },
  ],
  '011': [
    { how: 'pay without a mandatory field', from: transaction, calls: [pay({ serviceID: 'mtn' })] },
    {
      how: 'a field that cannot be read: amount "ten", quantity "two", subscription_type "new"',
      from: 'ours',
      calls: [pay(airtime('a', { amount: 'ten' }))],
    },
    { how: 'requery without a request_id', from: transaction, calls: [{ to: 'requery', fields: {} }] },
    {
      how: 'verify without a billersCode',
      from: verification,
      calls: [{ to: 'merchant-verify', fields: { serviceID: 'gotv' } }],
    },
    {
      how: 'list a category or a product that does not exist; its `errors` is a text',
      from: 'seen',
      calls: [{ to: 'service-variations', fields: { serviceID: 'nothing' } }],
    },
  ],
  '012': [
    {
      how: 'pay for a serviceID that does not exist',
      from: transaction,
      calls: [pay(airtime('a', { serviceID: 'mtn-airtime' }))],
    },
    {
      how: 'verify a product that has no verification',
      from: 'seen',
      calls: [{ to: 'merchant-verify', fields: { serviceID: 'mtn', billersCode: '08011111111' } }],
    },
  ],
  '013': [
    {
      how: 'airtime below its minimum (MTN ₦10)',
      from: transaction,
      calls: [pay(airtime('a', { amount: 9.99 }))],
    },
  ],
  '014': [
    {
      how: 'pay with a request_id that was used before',
      from: transaction,
      calls: [pay(airtime('a')), pay(airtime('a'))],
    },
  ],
  '015': [
    { how: 'requery a request_id that was never used', from: transaction, calls: [requery('202503101014x')] },
    {
      how: 'requery a purchase that was refused (other than with 019), or that 500000000000 answered',
      from: 'seen',
      calls: [pay(airtime('a', { phone: '500000000000' })), requery('202503101014a')],
    },
  ],
  '016': [
    {
      how: 'pay for any number that is not one of the sandbox',
      from: transaction,
      calls: [pay(airtime('a', { phone: '08033333333' }))],
    },
    {
      how: 'requery what has failed',
      from: 'seen',
      calls: [pay(airtime('a', { phone: '08033333333' })), requery('202503101014a')],
    },
  ],
  '017': [
    {
      how: 'airtime above its maximum (MTN ₦200,000)',
      from: transaction,
      calls: [pay(airtime('a', { amount: 200_000.01 }))],
    },
  ],
  '018': [
    {
      how: 'a purchase whose total_amount the wallet does not hold (`--wallet 50`)',
      from: transaction,
      options: { account: { wallet: 50 } },
      calls: [pay(airtime('a'))],
    },
  ],
  '019': [
    {
      how: 'pay twice within 30 s for the same service and recipient',
      from: transaction,
      calls: [pay(airtime('a')), pay(airtime('b', { amount: 50 }))],
    },
    {
      how: 'requery the request_id that was refused with 019',
      from: 'seen',
      calls: [pay(airtime('a')), pay(airtime('b')), requery('202503101014b')],
    },
  ],
  '020': onCommandOnly,
  '021': [
    {
      how: 'account state `locked`',
      from: transaction,
      options: { account: { state: 'locked' } },
      calls: [pay(airtime('a'))],
    },
  ],
  '022': [
    {
      how: 'account state `suspended`',
      from: transaction,
      options: { account: { state: 'suspended' } },
      calls: [pay(airtime('a'))],
    },
  ],
  '023': [
    {
      how: 'account state `api-disabled`',
      from: transaction,
      options: { account: { state: 'api-disabled' } },
      calls: [pay(airtime('a'))],
    },
  ],
  '024': [
    {
      how: 'account state `inactive`',
      from: transaction,
      options: { account: { state: 'inactive' } },
      calls: [{ to: 'balance', fields: {} }],
    },
  ],
  '025': onCommandOnly,
  '026': onCommandOnly,
  '027': [
    {
      how: "call from an address that is none of the account's `whitelistedIps`",
      from: transaction,
      options: { account: { whitelistedIps: ['192.0.2.1'] } },
      calls: [pay(airtime('a'))],
    },
  ],
  '028': [
    {
      how: "pay for a product that is none of the account's `whitelistedProducts`",
      from: transaction,
      options: { account: { whitelistedProducts: ['glo'] } },
      calls: [pay(airtime('a'))],
    },
  ],
  '030': [
    {
      how: 'product state `unreachable`, when it is bought',
      from: transaction,
      options: { products: { mtn: 'unreachable' } },
      calls: [pay(airtime('a'))],
    },
    {
      how: 'product state `unreachable`, when it is verified',
      from: verification,
      options: { products: { gotv: 'unreachable' } },
      calls: [{ to: 'merchant-verify', fields: { serviceID: 'gotv', billersCode: '1212121212' } }],
    },
  ],
  '031': [
    {
      how: 'quantity below 1 (Spectranet, GOTV)',
      from: transaction,
      calls: [pay(spectranet('a', { quantity: 0 }))],
    },
  ],
  '032': [
    {
      how: 'quantity above 10 (Spectranet, GOTV); the limit is ours',
      from: transaction,
      calls: [pay(gotv('a', { quantity: 11 }))],
    },
  ],
  '034': [
    {
      how: 'product state `suspended`',
      from: transaction,
      options: { products: { mtn: 'suspended' } },
      calls: [pay(airtime('a'))],
    },
  ],
  '035': [
    {
      how: 'product state `inactive`',
      from: transaction,
      options: { products: { mtn: 'inactive' } },
      calls: [pay(airtime('a'))],
    },
  ],
  '040': onCommandOnly,
  '044': onCommandOnly,
  '083': [
    {
      how: 'pay for 500000000000: HTTP 500, and no order',
      from: 'seen',
      calls: [pay(airtime('a', { phone: '500000000000' }))],
    },
  ],
  '085': [
    {
      how: 'a request_id that does not begin with eight digits (which text it gets is ours)',
      from: format,
      calls: [pay({ ...airtime('a'), request_id: 'order-1' })],
      text: 'IMPROPER REQUEST ID: DOES NOT CONTAIN DATE',
    },
    {
      how: 'eight digits, and no calendar date, fewer than twelve characters, or no hour and minute after the date',
      from: format,
      calls: [pay({ ...airtime('a'), request_id: '202502301014a' })],
      text: 'IMPROPER REQUEST ID: NOT PROPER DATE FORMAT – FIRST 8 CHARACTERS MUST BE DATE (TODAY’S DATE – YYYYMMDD)',
    },
    {
      how: 'a date that is not today in Lagos',
      from: format,
      calls: [pay({ ...airtime('a'), request_id: '202503111014a' })],
      text: 'IMPROPER REQUEST ID: DATE NOT TODAY’S DATE – FIRST 8 CHARACTERS MUST BE TODAY’S DATE IN THIS FORMAT: YYYYMMDD',
    },
  ],
  '087': [
    {
      how: 'wrong credentials, or a key that is missing where it is needed: HTTP 401, and `message`',
      from: keys,
      calls: [pay(airtime('a'), { 'secret-key': 'SK_wrong' })],
    },
    {
      how: 'a kind of credentials that the account does not take (`authentication: basic`)',
      from: keys,
      options: { account: { authentication: 'basic' } },
      calls: [pay(airtime('a'))],
    },
  ],
  '089': [
    {
      how: 'pay again with the request_id of a purchase whose answer is still being held (300000000000)',
      from: transaction,
      calls: [pay(airtime('a', { phone: '300000000000' })), pay(airtime('a'))],
    },
  ],
  '091': onCommandOnly,
  '099': onCommandOnly,
}
