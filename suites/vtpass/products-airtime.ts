import type { ProductPage } from './products.ts'
import type { Sale } from './sale.ts'

/** What all airtime has in common. */
const airtime = {
  type: 'Airtime Recharge',
  format: '2025',
  recipient: 'phone',
  delivers: '08011111111',
  mandatory: ['amount', 'phone'],
  standsForOthers: false,
} as const

function sale(amount: number | string, figures: readonly [number, number, number]): Sale {
  const [commission, total, roundedCommission] = figures
  const fields = { amount, phone: '08011111111' }
  return { fields, unitPrice: String(amount), commission, total, roundedCommission }
}

export const airtimeProducts: readonly ProductPage[] = [
  {
    ...airtime,
    serviceID: 'airtel',
    page: 'Airtel VTU API Integration',
    productName: 'Airtel Airtime VTU',
    rate: '3.00',
    productId: 1,
    sales: [sale(100, [3, 97, 3]), sale('66.67', [2.0000999999999998, 64.6699, 2])],
  },
  {
    ...airtime,
    serviceID: 'mtn',
    page: 'MTN VTU API Integration',
    productName: 'MTN Airtime VTU',
    rate: '3.50',
    productId: 2,
    sales: [
      sale(20, [0.7000000000000001, 19.3, 1]),
      sale(10, [0.35000000000000003, 9.65, 0]),
      sale(1499.01, [52.46535000000001, 1446.54465, 52]),
      sale(100, [3.5000000000000004, 96.5, 4]),
    ],
    standsForOthers: true,
  },
  {
    ...airtime,
    serviceID: 'glo',
    page: 'GLO VTU API Integration',
    productName: 'GLO Airtime VTU',
    rate: '3.00',
    productId: 3,
    sales: [sale(150, [4.5, 145.5, 5]), sale('110', [3.3, 106.7, 3])],
  },
  {
    ...airtime,
    serviceID: 'etisalat',
    page: '9mobile VTU API Integration',
    productName: '9mobile Airtime VTU',
    rate: '3.00',
    productId: 4,
    sales: [
      sale(150, [4.5, 145.5, 5]),
      sale(5, [0.15, 4.85, 0]),
      sale('5.50', [0.16499999999999998, 5.335, 0]),
    ],
  },
]
