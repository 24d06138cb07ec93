/** What the tests' VTpass lists beside data, as its pages print it. */

const networks = [
  ['mtn', 'MTN Airtime VTU', '10', '200000'],
  ['glo', 'GLO Airtime VTU', '10', '100000'],
  ['airtel', 'Airtel Airtime VTU', '50', '50000'],
  ['etisalat', '9mobile Airtime VTU', '5', '50000'],
  ['foreign-airtime', 'International Airtime', null, null],
] as const

/** By the category. */
export const otherServices: Readonly<Record<string, readonly object[]>> = {
  airtime: networks.map(([serviceID, name, minimium_amount, maximum_amount]) => ({
    serviceID,
    name,
    minimium_amount,
    maximum_amount,
    convinience_fee: '0 %',
    product_type: 'flexible',
    image: `https://sandbox.vtpass.com/resources/products/200X200/${serviceID}.jpg`,
  })),
  'tv-subscription': [
    { serviceID: 'dstv', name: 'DSTV Subscription', minimium_amount: '1', maximum_amount: '500000' },
    { serviceID: 'gotv', name: 'Gotv Payment', minimium_amount: '1', maximum_amount: '500000' },
  ],
}

export const bouquets = {
  ServiceName: 'Gotv Payment',
  serviceID: 'gotv',
  convinience_fee: 'N0',
  variations: [
    ['gotv-lite', 'GOtv Lite N410', '410.00'],
    ['gotv-max', 'GOtv Max N3,600', '3600.00'],
    ['gotv-free', 'GOtv without a price', '0.00'],
  ].map(([variation_code, name, variation_amount]) => ({
    variation_code,
    name,
    variation_amount,
    fixedPrice: 'Yes',
  })),
}

/** Whose renewal costs ₦380.50: less than the bouquet. */
export const smartcard = {
  Customer_Name: 'TEST METER',
  Status: 'ACTIVE',
  Due_Date: '02-FEB-25',
  Customer_Number: '81111111111',
  Customer_Type: 'GOTV',
  Current_Bouquet: 'GOtv Lite N410',
  Renewal_Amount: '380.50',
  commission_details: { amount: null, rate: '1.50', rate_type: 'percent', computation_type: 'default' },
}
