import type { VtpassCase } from '../case.ts'
import { productPage, sampleOf } from '../products.ts'
import { buy, buyAndRequery, expectCharge, pay } from '../purchase.ts'
import { refusal } from '../refusals.ts'
import type { Sale } from '../sale.ts'

const group = 'limits'
const source = 'Response Codes, Transaction/Requery Response'
const highRow = '017 · airtime above its maximum (MTN ₦200,000)'

const mtn = productPage('mtn')
const airtime: Sale = {
  ...sampleOf(mtn),
  fields: { amount: 100, phone: '08011111111' },
  unitPrice: '100',
  commission: 3.5000000000000004,
  total: 96.5,
  roundedCommission: 4,
}
const walletRow = '018 · a purchase whose total_amount the wallet does not hold (`--wallet 50`)'

/** The last that is still allowed: it costs too much to be tried with anybody's money. */
const atLimits: readonly (readonly [name: string, serviceID: string, sale: Sale])[] = [
  ['mtn-at-its-maximum', 'mtn', airtimeSale(200_000, 7000.000000000001, 193_000, 7000)],
  ['airtel-at-its-maximum', 'airtel', airtimeSale(50_000, 1500, 48_500, 1500)],
  ['glo-at-its-maximum', 'glo', airtimeSale(100_000, 3000, 97_000, 3000)],
  ['etisalat-at-its-maximum', 'etisalat', airtimeSale(50_000, 1500, 48_500, 1500)],
  ['airtel-at-its-minimum', 'airtel', airtimeSale(50, 1.5, 48.5, 2)],
  ['glo-at-its-minimum', 'glo', airtimeSale(10, 0.3, 9.7, 0)],
  [
    'ten-cards',
    'spectranet',
    {
      fields: { billersCode: '1212121212', variation_code: 'vt-1000', quantity: 10, phone: '1212121212' },
      unitPrice: 1000,
      amount: 10_000,
      quantity: 10,
      commission: 400,
      total: 9600,
      roundedCommission: 400,
    },
  ],
]

function airtimeSale(amount: number, commission: number, total: number, roundedCommission: number): Sale {
  const fields = { amount, phone: '08011111111' }
  return { fields, unitPrice: String(amount), commission, total, roundedCommission }
}

const allowed: readonly VtpassCase[] = atLimits.map(([name, serviceID, sale]) => ({
  name: `sells-${name}`,
  group,
  title: `${serviceID} is sold at its very limit: ${name.replaceAll('-', ' ')}`,
  source: 'seen (limits of airtime); ours (of a quantity)',
  row: serviceID === 'spectranet' ? '032 · quantity above 10 (Spectranet, GOTV); the limit is ours' : highRow,
  needs: ['fresh-account'],
  run: (vtpass) =>
    expectCharge(vtpass, sale.total, walletRow, () => buyAndRequery(vtpass, productPage(serviceID), sale)),
}))

const special: readonly VtpassCase[] = [
  {
    name: 'refuses-what-the-wallet-does-not-hold',
    group,
    title: 'A wallet of one kobo less than total_amount is refused with 018, and leaves no record',
    source,
    row: walletRow,
    account: { wallet: 96.49 },
    run: (vtpass) =>
      expectCharge(vtpass, 0, walletRow, async () => {
        const answered = await pay(vtpass, mtn, airtime)
        vtpass.expect(answered, refusal('018'))
        vtpass.expect(await vtpass.requery(answered.request.fields?.request_id), refusal('015'))
      }),
  },
  {
    name: 'sells-for-the-last-kobo',
    group,
    title: 'A wallet of exactly total_amount is enough, and is empty afterwards',
    source,
    row: walletRow,
    account: { wallet: 96.5 },
    run: async (vtpass) => {
      await buy(vtpass, mtn, airtime)
      vtpass.expect(await vtpass.get('/balance'), { body: { code: 1, contents: { balance: 0 } } })
    },
  },
  {
    name: 'opens-with-a-million-naira',
    group,
    title: 'A new account of the simulator has ₦1,000,000, as a number',
    source: 'ours',
    row: "/balance · Read the wallet's balance",
    needs: ['fresh-account'],
    run: async (vtpass) => {
      vtpass.expect(await vtpass.get('/balance'), { body: { code: 1, contents: { balance: 1_000_000 } } })
    },
  },
  {
    name: 'refuses-to-verify-with-a-biller-out-of-reach',
    group,
    title: 'A verification is refused with 030 where the biller is out of reach',
    source: 'Response Codes, Verification Response',
    row: '030 · product state `unreachable`, when it is verified',
    account: { products: { gotv: 'unreachable' } },
    run: async (vtpass) => {
      const fields = { billersCode: '1212121212', serviceID: 'gotv' }
      vtpass.expect(await vtpass.post('/merchant-verify', fields), refusal('030'))
    },
  },
]

export const limitCases: readonly VtpassCase[] = [...allowed, ...special]
