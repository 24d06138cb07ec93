import { airtime, data, gotv, type Origin, pay, requery, spectranet, type Way } from './way.ts'

/** A rule on a field or on an answer, the calls that show it, and what the last one answers. */
export interface Rule extends Way {
  readonly area: string
  readonly rule: string
  /** The last answer's values by path. */
  readonly expect: Readonly<Record<string, unknown>>
}

const codes: Origin = { page: 'Response Codes', part: 'Transaction/Requery Response' }
const mtn: Origin = { page: 'MTN VTU API Integration', part: 'expected response' }
const mtnData: Origin = { page: 'MTN Data Subscription API', part: 'PURCHASE PRODUCT' }
const smile: Origin = { page: 'Smile Network Payment API', part: 'PURCHASE PRODUCT' }
const gotvChange: Origin = { page: '[UPDATED] GOTV Subscription Payment API', part: 'A. BOUQUET CHANGE' }
const gotvRenew: Origin = { page: '[UPDATED] GOTV Subscription Payment API', part: 'A. BOUQUET RENEWAL' }
const spectranetPay: Origin = { page: 'Spectranet API', part: 'PURCHASE PRODUCT' }
const requestId: Origin = { page: 'How to generate Request ID', part: 'Request ID Format' }

const transactions = 'content.transactions'

export const rules: readonly Rule[] = [
  {
    area: 'request_id',
    rule: 'The hour and minute need not be the present ones; the date is of Lagos.',
    how: 'pay with 202503100000…',
    from: requestId,
    calls: [pay({ ...airtime('a'), request_id: '202503100000a' })],
    expect: { code: '000' },
  },
  {
    area: 'request_id',
    rule: 'Once seen: the sandbox let an undated id through. The setting `requestIdDate: ignored` does so.',
    how: 'pay with order-1',
    from: 'seen',
    options: { account: { requestIdDate: 'ignored' } },
    calls: [pay({ ...airtime('a'), request_id: 'order-1' })],
    expect: { code: '000', requestId: 'order-1' },
  },
  {
    area: 'request_id',
    rule: 'A refused purchase leaves no record, so its request_id is free. Only 019 is on record.',
    how: 'pay below the minimum, then again with enough',
    from: 'ours',
    calls: [pay(airtime('a', { amount: 5 })), pay(airtime('a'))],
    expect: { code: '000' },
  },
  {
    area: 'amount',
    rule: 'The price of airtime is the amount, between minimum and maximum.',
    how: 'pay ₦123.45 of MTN airtime',
    from: mtn,
    calls: [pay(airtime('a', { amount: 123.45 }))],
    expect: { amount: 123.45, [`${transactions}.unit_price`]: '123.45' },
  },
  {
    area: 'amount',
    rule: "A data plan's price holds, and the amount is ignored.",
    how: 'pay with amount 5 for a plan of ₦100',
    from: mtnData,
    calls: [pay(data('a', { amount: 5 }))],
    expect: { amount: 100, [`${transactions}.unit_price`]: '100.00' },
  },
  {
    area: 'amount',
    rule: "GOTV takes the amount in place of the bouquet's price.",
    how: 'pay with amount 500 for a bouquet of ₦410',
    from: gotvChange,
    calls: [pay(gotv('a', { amount: 500 }))],
    expect: { amount: 500, [`${transactions}.unit_price`]: '500' },
  },
  {
    area: 'amount',
    rule: 'A plan of 0.00 costs the amount sent, within the limits of the service.',
    how: 'pay with amount 250 for Smile airtime',
    from: 'ours',
    calls: [
      pay({
        request_id: '202503101014a',
        serviceID: 'smile-direct',
        billersCode: '08011111111',
        variation_code: 'airtime',
        amount: 250,
        phone: '08011111111',
      }),
    ],
    expect: { code: '000', amount: 250 },
  },
  {
    area: 'amount',
    rule: 'In pay, prices are texts: as the client sent them when they equal the price, else as the plan says.',
    how: 'pay with amount 100 for a plan of "100.00"',
    from: mtnData,
    calls: [pay(data('a', { amount: 100 }))],
    expect: { [`${transactions}.unit_price`]: '100', [`${transactions}.amount`]: '100' },
  },
  {
    area: 'amount',
    rule: 'In requery, prices are numbers.',
    how: 'pay, then requery',
    from: mtnData,
    calls: [pay(data('a')), requery('202503101014a')],
    expect: { [`${transactions}.unit_price`]: 100, [`${transactions}.amount`]: 100 },
  },
  {
    area: 'variation_code',
    rule: 'A doubled code stands for the plan whose price was sent, else for the first.',
    how: 'pay for mtn-xtratalk-300 with the price of the second',
    from: 'ours',
    calls: [pay(data('a', { variation_code: 'mtn-xtratalk-300', amount: 200 }))],
    expect: { code: '000', amount: 200, [`${transactions}.unit_price`]: '200' },
  },
  {
    area: 'quantity',
    rule: "Several units: amount and commission are the whole's, unit_price stays the unit's, one card for each.",
    how: 'pay for two of Spectranet',
    from: 'ours',
    calls: [pay(spectranet('a', { quantity: 2 }))],
    expect: {
      amount: '2000.00',
      [`${transactions}.unit_price`]: 1000,
      [`${transactions}.commission`]: 80,
      [`${transactions}.total_amount`]: 1920,
      'cards.length': 2,
    },
  },
  {
    area: 'quantity',
    rule: 'A product that does not document it takes no notice of it.',
    how: 'pay for MTN airtime with quantity 3',
    from: 'ours',
    calls: [pay(airtime('a', { quantity: 3 }))],
    expect: { amount: 100, [`${transactions}.quantity`]: 1 },
  },
  {
    area: 'subscription_type',
    rule: 'renew takes no variation_code; the price is the amount.',
    how: 'renew with amount 380',
    from: gotvRenew,
    calls: [pay(gotv('a', { variation_code: '', subscription_type: 'renew', amount: 380 }))],
    expect: { code: '000', amount: 380 },
  },
  {
    area: 'subscription_type',
    rule: "renew without an amount costs the test card's bouquet, gotv-lite.",
    how: 'renew without an amount',
    from: 'ours',
    calls: [pay(gotv('a', { variation_code: '', subscription_type: 'renew' }))],
    expect: { amount: 410, [`${transactions}.unit_price`]: '410.00' },
  },
  {
    area: 'phone',
    rule: "Answers name the merchant's phone and e-mail, not the customer's.",
    how: 'pay',
    from: mtn,
    calls: [pay(airtime('a'))],
    expect: {
      [`${transactions}.phone`]: '123450987623',
      [`${transactions}.email`]: 'sandbox@sandbox.vtpass.com',
    },
  },
  {
    area: 'phone',
    rule: "Spectranet's answers name the merchant of its own page.",
    how: 'pay for Spectranet',
    from: spectranetPay,
    calls: [pay(spectranet('a'))],
    expect: { [`${transactions}.phone`]: '07061933309', [`${transactions}.email`]: 'sandbox@vtpass.com' },
  },
  {
    area: 'commission',
    rule: 'In pay, the unrounded double: amount × (rate / 100).',
    how: 'pay ₦20 of MTN airtime',
    from: mtn,
    calls: [pay(airtime('a', { amount: 20 }))],
    expect: { [`${transactions}.commission`]: 0.7000000000000001, [`${transactions}.total_amount`]: 19.3 },
  },
  {
    area: 'commission',
    rule: 'In requery, rounded half up; total_amount stays exact.',
    how: 'pay ₦150 of GLO airtime, then requery',
    from: { page: 'GLO VTU API Integration', part: 'QUERY TRANSACTION STATUS' },
    calls: [pay(airtime('a', { serviceID: 'glo', amount: 150 })), requery('202503101014a')],
    expect: { [`${transactions}.commission`]: 5, [`${transactions}.total_amount`]: 145.5 },
  },
  {
    area: 'transaction',
    rule: "pay says method api, requery wallet; requery adds extras and product_id, and has another keys' order.",
    how: 'pay for Smile, then requery',
    from: smile,
    calls: [
      pay({
        request_id: '202503101014a',
        serviceID: 'smile-direct',
        billersCode: '08011111111',
        variation_code: '516',
        phone: '08011111111',
      }),
      requery('202503101014a'),
    ],
    expect: {
      [`${transactions}.method`]: 'wallet',
      [`${transactions}.extras`]: null,
      [`${transactions}.product_id`]: 27,
    },
  },
  {
    area: 'transaction',
    rule: 'transaction_date is UTC in whole seconds; Spectranet has the format of 2022, an object in Lagos time.',
    how: 'pay for Spectranet',
    from: spectranetPay,
    calls: [pay(spectranet('a'))],
    expect: {
      'transaction_date.date': '2025-03-10 10:14:16.000000',
      'transaction_date.timezone': 'Africa/Lagos',
    },
  },
  {
    area: 'transaction',
    rule: 'A failed purchase has its whole transaction, with commission and total as if delivered.',
    how: 'pay for 08033333333',
    from: 'seen',
    calls: [pay(airtime('a', { phone: '08033333333' }))],
    expect: { code: '016', [`${transactions}.status`]: 'failed', [`${transactions}.total_amount`]: 96.5 },
  },
  {
    area: 'duplicates',
    rule: 'The likely duplicate (019) looks at service and billersCode (airtime: phone), never at the amount.',
    how: 'pay ₦100, then ₦50, to the same phone',
    from: codes,
    calls: [pay(airtime('a')), pay(airtime('b', { amount: 50 }))],
    expect: { code: '019' },
  },
  {
    area: 'duplicates',
    rule: 'Once seen: any service to the same recipient. The setting `duplicateScope: any-service` does so.',
    how: 'pay MTN airtime, then GLO airtime, to the same phone',
    from: 'seen',
    options: { account: { duplicateScope: 'any-service' } },
    calls: [pay(airtime('a')), pay(airtime('b', { serviceID: 'glo' }))],
    expect: { code: '019' },
  },
  {
    area: 'wallet',
    rule: 'A purchase takes total_amount; what failed takes nothing.',
    how: 'pay ₦100 of MTN airtime, then read the balance',
    from: 'ours',
    calls: [pay(airtime('a')), { to: 'balance', fields: {} }],
    expect: { code: 1, 'contents.balance': 999_903.5 },
  },
  {
    area: 'wallet',
    rule: 'A failed purchase costs nothing.',
    how: 'pay for 08033333333, then read the balance',
    from: 'seen',
    calls: [pay(airtime('a', { phone: '08033333333' })), { to: 'balance', fields: {} }],
    expect: { 'contents.balance': 1_000_000 },
  },
  {
    area: 'wallet',
    rule: 'A pending purchase holds the money.',
    how: 'pay for 201000000000, then read the balance',
    from: 'ours',
    calls: [pay(airtime('a', { phone: '201000000000' })), { to: 'balance', fields: {} }],
    expect: { 'contents.balance': 999_903.5 },
  },
  {
    area: 'verification',
    rule: 'A bad smartcard answers code 000 with `content.error`, and no Customer_Name.',
    how: 'verify GOTV 99',
    from: 'seen',
    calls: [{ to: 'merchant-verify', fields: { serviceID: 'gotv', billersCode: '99' } }],
    expect: {
      code: '000',
      'content.Customer_Name': undefined,
      'content.error':
        "The Smartcard/Decoder Number you entered may be invalid, Please check and only proceed if you are sure it's valid.",
    },
  },
  {
    area: 'verification',
    rule: 'Smile is verified at /merchant-verify too.',
    how: 'verify tester@sandbox.com there',
    from: 'seen',
    calls: [
      { to: 'merchant-verify', fields: { serviceID: 'smile-direct', billersCode: 'tester@sandbox.com' } },
    ],
    expect: { 'content.Customer_Name': 'THE TESTER ITSELF' },
  },
  {
    area: 'verification',
    rule: "What GOTV's text names and its sample lacks is added by the setting `verifyDetail`.",
    how: 'verify GOTV 1212121212 with verifyDetail',
    from: { page: '[UPDATED] GOTV Subscription Payment API', part: 'PURCHASE PRODUCT' },
    options: { account: { verifyDetail: true } },
    calls: [{ to: 'merchant-verify', fields: { serviceID: 'gotv', billersCode: '1212121212' } }],
    expect: { 'content.Renewal_Amount': 410 },
  },
  {
    area: 'credentials',
    rule: 'GET service-variations answers without a key, with a warning; `--strict` refuses it.',
    how: 'list glo-data without a key, strict',
    from: 'seen',
    options: { account: { strict: true } },
    calls: [
      {
        to: 'service-variations',
        fields: { serviceID: 'glo-data' },
        headers: { 'api-key': '', 'public-key': '' },
      },
    ],
    expect: { code: '087' },
  },
  {
    area: 'credentials',
    rule: 'A GET with secret-key in place of public-key is answered, with a warning; `--strict` refuses it.',
    how: 'read the balance with the secret-key',
    from: 'seen',
    calls: [{ to: 'balance', fields: {}, headers: { 'public-key': '', 'secret-key': 'SK_sim_secret_key' } }],
    expect: { code: 1 },
  },
]
