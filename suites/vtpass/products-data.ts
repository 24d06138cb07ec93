import type { ProductPage } from './products.ts'
import type { Sale } from './sale.ts'

/** What all data plans have in common. */
const data = {
  type: 'Data Services',
  format: '2025',
  recipient: 'billersCode',
  delivers: '08011111111',
  mandatory: ['billersCode', 'variation_code', 'phone'],
  standsForOthers: false,
} as const

interface Sent {
  readonly plan: string
  /** It is ignored, but for how the price is written. */
  readonly amount?: number | string
}

function sale({ plan, amount }: Sent, price: string, figures: readonly [number, number, number]): Sale {
  const [commission, total, roundedCommission] = figures
  const fields = {
    billersCode: '08011111111',
    variation_code: plan,
    ...(amount !== undefined && { amount }),
    phone: '08011111111',
  }
  return { fields, unitPrice: price, commission, total, roundedCommission }
}

export const dataProducts: readonly ProductPage[] = [
  {
    ...data,
    serviceID: 'airtel-data',
    page: 'Airtel Data Subscription API',
    productName: 'Airtel Data',
    rate: '3.00',
    productId: 7,
    sales: [
      sale({ plan: 'airt-voice-100', amount: 100 }, '100', [3, 97, 3]),
      sale({ plan: 'airt-50' }, '49.99', [1.4997, 48.4903, 1]),
      sale({ plan: 'airt-200', amount: 5 }, '199.03', [5.970899999999999, 193.0591, 6]),
    ],
  },
  {
    ...data,
    serviceID: 'mtn-data',
    page: 'MTN Data Subscription API',
    productName: 'MTN Data',
    rate: '4.00',
    productId: 8,
    sales: [
      sale({ plan: 'mtn-10mb-100', amount: 100 }, '100', [4, 96, 4]),
      sale({ plan: 'mtn-50mb-200' }, '200.00', [8, 192, 8]),
      // A doubled code: the plan whose price was sent, else the first.
      sale({ plan: 'mtn-xtratalk-300', amount: 200 }, '200', [8, 192, 8]),
      sale({ plan: 'mtn-xtratalk-300' }, '300.00', [12, 288, 12]),
    ],
    standsForOthers: true,
  },
  {
    ...data,
    serviceID: 'glo-data',
    page: 'GLO Data Subscription API',
    productName: 'GLO Data',
    rate: '4.00',
    productId: 9,
    sales: [
      sale({ plan: 'glo100', amount: 100 }, '100', [4, 96, 4]),
      sale({ plan: 'glo500', amount: '500' }, '500', [20, 480, 20]),
    ],
  },
  {
    ...data,
    serviceID: 'etisalat-data',
    page: '9mobile Data Subscription API',
    productName: '9mobile Data',
    rate: '3.00',
    productId: 10,
    sales: [
      sale({ plan: 'eti-100', amount: 100 }, '100', [3, 97, 3]),
      sale({ plan: 'eti-200', amount: '200.00' }, '200.00', [6, 194, 6]),
    ],
  },
  {
    ...data,
    serviceID: 'glo-sme-data',
    page: 'GLO SME Data API',
    productName: 'GLO Data (SME)',
    rate: '4.00',
    productId: 600,
    sales: [
      sale({ plan: 'glo-dg-50', amount: 50 }, '50', [2, 48, 2]),
      sale({ plan: 'glo-dg-125-30' }, '125.00', [5, 120, 5]),
    ],
  },
]
