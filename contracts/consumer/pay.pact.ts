import { expect } from 'vitest'
import { outcomeOfPay, type PayFields, type Vtpass } from '../../reseller/index.ts'
import { type Agreement, agree } from './agree.ts'
import { words } from './matchers.ts'
import {
  airtime,
  cardsAnswer,
  deliveredAnswer,
  failedAnswer,
  INVALID_CREDENTIALS,
  NEW_REQUEST_ID,
  pendingAnswer,
  RECEIPT,
  REFERENCE,
  SYSTEM_ERROR,
  spectranet,
} from './purchases.ts'

type Answered = Pick<Agreement, 'given' | 'status' | 'answer'>

/** Agrees on what `fields` are answered, and what that comes to. */
function paying(description: string, fields: PayFields, answered: Answered, outcome: object): void {
  const agreement = { given: NEW_REQUEST_ID, request: { post: '/pay', body: fields }, ...answered }
  agree(description, agreement, async (vtpass) => expect(await pay(vtpass, fields)).toMatchObject(outcome))
}

async function pay(vtpass: Vtpass, fields: PayFields) {
  return outcomeOfPay(await vtpass.pay(fields), fields.request_id)
}

const delivered = {
  kind: 'delivered',
  code: '000',
  alert: null,
  receipt: { ...RECEIPT, purchasedCode: null },
}

paying('airtime that is delivered', airtime, { answer: deliveredAnswer }, delivered)

paying(
  'data that is delivered',
  {
    request_id: REFERENCE,
    serviceID: 'mtn-data',
    billersCode: '08011111111',
    variation_code: 'mtn-10mb-100',
    phone: '08011111111',
  },
  { answer: deliveredAnswer },
  delivered,
)

paying(
  'a Smile plan that is delivered',
  {
    request_id: REFERENCE,
    serviceID: 'smile-direct',
    billersCode: '08011111111',
    variation_code: '516',
    phone: '08011111111',
  },
  { answer: deliveredAnswer },
  delivered,
)

const gotv = { request_id: REFERENCE, serviceID: 'gotv', billersCode: '1212121212', phone: '08011111111' }

paying(
  'a GOtv bouquet that is changed',
  { ...gotv, variation_code: 'gotv-lite', subscription_type: 'change' },
  { answer: deliveredAnswer },
  delivered,
)

paying(
  'a GOtv bouquet that is renewed',
  { ...gotv, amount: 410, subscription_type: 'renew' },
  { answer: deliveredAnswer },
  delivered,
)

paying(
  'a Spectranet PIN that is delivered',
  spectranet,
  { answer: cardsAnswer },
  {
    kind: 'delivered',
    receipt: {
      purchasedCode: 'PIN: 08999186, S/N:81560189',
      answer: { cards: [{ serialNumber: '81560189', pin: '08999186' }] },
    },
  },
)

paying(
  'a purchase that stays pending',
  { ...airtime, phone: '201000000000' },
  { answer: pendingAnswer },
  {
    kind: 'unknown',
    code: '000',
    status: 'pending',
    alert: null,
  },
)

paying(
  'a purchase that fails',
  { ...airtime, phone: '08033333333' },
  { answer: failedAnswer },
  {
    kind: 'failed',
    code: '016',
    status: 'failed',
    alert: null,
  },
)

paying(
  'a purchase that meets a system error',
  { ...airtime, phone: '500000000000' },
  { status: 500, answer: SYSTEM_ERROR },
  { kind: 'unknown', code: '083' },
)

/** What a refusal says beside its code is for people. */
function refusal(code: string, said: string): Answered {
  return { answer: { code, response_description: words(said) } }
}

paying(
  'a purchase whose wallet is too low',
  airtime,
  {
    given: ['a wallet that holds less than the purchase costs'],
    ...refusal('018', 'LOW WALLET BALANCE'),
  },
  { kind: 'failed', code: '018', alert: 'low-float', said: 'LOW WALLET BALANCE' },
)

paying(
  'a purchase whose request id was used before',
  airtime,
  { given: ['a delivered purchase'], ...refusal('014', 'REQUEST ID ALREADY EXIST') },
  { kind: 'unknown', code: '014' },
)

paying(
  'a likely duplicate',
  airtime,
  {
    given: ['a purchase for the same recipient a moment ago'],
    ...refusal('019', 'LIKELY DUPLICATE TRANSACTION'),
  },
  { kind: 'failed', code: '019', alert: null },
)

paying(
  'a plan that does not exist',
  {
    request_id: REFERENCE,
    serviceID: 'mtn-data',
    billersCode: '08011111111',
    variation_code: 'no-such-plan',
    phone: '08011111111',
  },
  refusal('010', 'VARIATION CODE DOES NOT EXIST FOR SELECTED PRODUCT'),
  { kind: 'failed', code: '010' },
)

paying(
  'a product that does not exist',
  { ...airtime, serviceID: 'no-such-product' },
  refusal('012', 'PRODUCT DOES NOT EXIST'),
  { kind: 'failed', code: '012' },
)

paying(
  'less airtime than may be bought',
  { ...airtime, amount: 1 },
  refusal('013', 'BELOW MINIMUM AMOUNT ALLOWED'),
  { kind: 'failed', code: '013' },
)

paying(
  'more airtime than may be bought',
  { ...airtime, amount: 1_000_000 },
  refusal('017', 'ABOVE MAXIMUM AMOUNT ALLOWED'),
  { kind: 'failed', code: '017' },
)

paying(
  'a purchase with keys that VTpass does not know',
  airtime,
  { given: ['keys that VTpass does not know'], status: 401, answer: INVALID_CREDENTIALS },
  { kind: 'failed', code: '087', alert: 'credentials', said: 'INVALID CREDENTIALS' },
)
