import type { ProductPage } from './products.ts'

const gotv = { billersCode: '1212121212', phone: '08011111111' }
const change = { ...gotv, subscription_type: 'change' }
const smile = { billersCode: '08011111111', phone: '08011111111' }
const spectranet = { billersCode: '1212121212', phone: '1212121212' }

export const otherProducts: readonly ProductPage[] = [
  {
    serviceID: 'gotv',
    page: '[UPDATED] GOTV Subscription Payment API',
    productName: 'Gotv Payment',
    type: 'TV Subscription',
    rate: '1.50',
    productId: 11,
    format: '2025',
    recipient: 'billersCode',
    delivers: '1212121212',
    mandatory: ['billersCode', 'variation_code', 'phone', 'subscription_type'],
    standsForOthers: true,
    sales: [
      {
        fields: { ...change, variation_code: 'gotv-lite' },
        unitPrice: '410.00',
        commission: 6.1499999999999995,
        total: 403.85,
        roundedCommission: 6,
      },
      {
        fields: { ...gotv, subscription_type: 'renew' },
        unitPrice: '410.00',
        commission: 6.1499999999999995,
        total: 403.85,
        roundedCommission: 6,
      },
      {
        fields: { ...gotv, subscription_type: 'renew', amount: 380 },
        unitPrice: '380',
        commission: 5.7,
        total: 374.3,
        roundedCommission: 6,
      },
      {
        fields: { ...change, variation_code: 'gotv-lite', amount: 500 },
        unitPrice: '500',
        commission: 7.5,
        total: 492.5,
        roundedCommission: 8,
      },
      {
        fields: { ...change, variation_code: 'gotv-jinja', quantity: 2 },
        unitPrice: '1640.00',
        amount: '3280.00',
        quantity: 2,
        commission: 49.199999999999996,
        total: 3230.8,
        roundedCommission: 49,
      },
    ],
  },
  {
    serviceID: 'smile-direct',
    page: 'Smile Network Payment API',
    productName: 'Smile Payment',
    type: 'Data Services',
    rate: '4.50',
    productId: 27,
    format: '2025',
    recipient: 'billersCode',
    delivers: '08011111111',
    mandatory: ['billersCode', 'variation_code', 'phone'],
    standsForOthers: true,
    sales: [
      {
        fields: { ...smile, variation_code: '516', amount: 510 },
        unitPrice: '510',
        commission: 22.95,
        total: 487.05,
        roundedCommission: 23,
      },
      {
        fields: { ...smile, variation_code: 'airtime', amount: 250 },
        unitPrice: '250',
        commission: 11.25,
        total: 238.75,
        roundedCommission: 11,
      },
    ],
  },
  {
    serviceID: 'spectranet',
    page: 'Spectranet API',
    productName: 'Spectranet',
    type: 'Data Services',
    rate: '4.00',
    productId: 28,
    format: '2022',
    recipient: 'billersCode',
    delivers: '1212121212',
    mandatory: ['billersCode', 'variation_code', 'phone'],
    standsForOthers: true,
    sales: [
      {
        fields: { ...spectranet, variation_code: 'vt-1000', quantity: 1 },
        unitPrice: 1000,
        commission: 40,
        total: 960,
        roundedCommission: 40,
      },
      {
        fields: { ...spectranet, variation_code: 'vt-2000', quantity: 3 },
        unitPrice: 2000,
        amount: 6000,
        quantity: 3,
        commission: 240,
        total: 5760,
        roundedCommission: 240,
      },
    ],
  },
]
