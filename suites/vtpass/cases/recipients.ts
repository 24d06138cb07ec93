import type { VtpassCase } from '../case.ts'
import { outcomes } from '../outcomes.ts'
import { type ProductPage, productPage, products, sampleOf } from '../products.ts'
import { buyAndRequery, expectCharge, orderOf, pay } from '../purchase.ts'
import { refusal, systemError } from '../refusals.ts'
import { saleTo } from '../sale.ts'
import { paid, requeried, toldBy } from '../transactions.ts'

const group = 'recipients'
const failedRow = 'wallet · A failed purchase costs nothing.'
const pendingRow = 'pending · 000, TRANSACTION PROCESSING - PENDING, status pending'
const heldRow = 'wallet · A pending purchase holds the money.'

/** How long a real VTpass holds its answer is not known: long enough to be noticed, or for ever. */
const NOTICED_MS = 10_000
const HOLD_MS = 60_000

interface Event {
  readonly name: string
  readonly title: string
  readonly row: string
  /** Whether trying it with every product takes minutes where time cannot be moved. */
  readonly isSlow: boolean
  readonly run: (product: ProductPage) => VtpassCase['run']
}

const events: readonly Event[] = [
  {
    name: 'pending',
    title: '201000000000 answers code 000 with status pending, and holds the money',
    row: pendingRow,
    isSlow: false,
    run: (product) => (vtpass) => {
      const sale = saleTo(sampleOf(product), '201000000000')
      return expectCharge(vtpass, sale.total, heldRow, () =>
        buyAndRequery(vtpass, product, sale, { outcome: outcomes.pending }),
      )
    },
  },
  {
    name: 'failed',
    title: 'Any other number answers 016 with the whole transaction, and costs nothing',
    row: 'failed · 016, status failed',
    isSlow: false,
    run: (product) => (vtpass) => {
      const sale = saleTo(sampleOf(product), `0803${vtpass.luck.digits(7)}`)
      return expectCharge(vtpass, 0, failedRow, () =>
        buyAndRequery(vtpass, product, sale, { outcome: outcomes.failed }),
      )
    },
  },
  {
    name: 'unexpected',
    title: '500000000000 answers HTTP 500 with 083, and there is no order',
    row: 'unexpected · HTTP 500, 083, no order',
    isSlow: false,
    run: (product) => (vtpass) =>
      expectCharge(vtpass, 0, failedRow, async () => {
        const answered = await pay(vtpass, product, saleTo(sampleOf(product), '500000000000'))
        vtpass.expect(answered, systemError)
        vtpass.expect(await vtpass.requery(answered.request.fields?.request_id), refusal('015'))
      }),
  },
  {
    name: 'no-response',
    title: '400000000000 answers nothing at all, and the order is pending',
    row: 'no-response · the connection is closed without a byte; the order is pending',
    isSlow: true,
    run: (product) => (vtpass) => {
      const sale = saleTo(sampleOf(product), '400000000000')
      return expectCharge(vtpass, sale.total, heldRow, async () => {
        const answered = await pay(vtpass, product, sale)
        vtpass.expectSilence(answered)
        const order = orderOf(vtpass, product, sale, answered, outcomes.pending)
        vtpass.expect(await vtpass.requery(order.requestId), { body: requeried(order) })
      })
    },
  },
  {
    name: 'timeout',
    title: '300000000000 holds its answer, and the order is pending meanwhile',
    row: 'timeout · held for 60 s (`--timeout-hold`), then the pending answer',
    isSlow: true,
    run: (product) => (vtpass) => {
      const sale = saleTo(sampleOf(product), '300000000000')
      const { 'own-clock': ownClock } = vtpass.target.abilities
      return expectCharge(vtpass, sale.total, heldRow, async () => {
        const answered = await pay(vtpass, product, sale)
        const order = orderOf(vtpass, product, sale, answered, outcomes.pending)
        if (answered.answer.status !== null) {
          const held =
            ownClock === undefined ? ([NOTICED_MS, Infinity] as const) : ([HOLD_MS, HOLD_MS] as const)
          vtpass.expect(answered, { body: paid(order), held })
        }
        const known = { ...order, told: toldBy(answered) }
        vtpass.expect(await vtpass.requery(order.requestId), { body: requeried(known) })
      })
    },
  },
]

const everyProduct: readonly VtpassCase[] = products.flatMap((product) =>
  events.map(({ name, title, row, isSlow, run }) => ({
    name: `${product.serviceID}-${name}`,
    group,
    title: `${product.productName}: ${title}`,
    source: `${product.page}, table of test numbers`,
    row,
    ...(isSlow && !product.standsForOthers && { needs: ['own-clock'] as const }),
    run: run(product),
  })),
)

/** Which of two numbers decides, where a purchase has both. */
const mixtures = [
  ['mtn', { billersCode: '201000000000' }, 'pending', 'a special billersCode decides of airtime too'],
  ['mtn-data', { billersCode: '201000000000' }, 'pending', 'a special billersCode decides'],
  ['mtn-data', { phone: '201000000000' }, 'pending', 'a special phone decides'],
  ['mtn-data', { phone: '08033333333' }, 'delivered', 'one number that succeeds is enough'],
  [
    'mtn-data',
    { billersCode: '08033333333' },
    'delivered',
    'one number that succeeds is enough, be it the phone',
  ],
  ['gotv', { phone: '201000000000' }, 'delivered', 'the phone does not matter'],
  ['smile-direct', { phone: '201000000000' }, 'delivered', 'the phone does not matter'],
  [
    'spectranet',
    { billersCode: '08033333333' },
    'delivered',
    'one number that succeeds is enough, be it the phone',
  ],
  ['spectranet', { phone: '201000000000' }, 'pending', 'a special phone decides'],
] as const

const mixed: readonly VtpassCase[] = mixtures.map(([serviceID, numbers, outcome, title]) => ({
  name: `${serviceID}-with-${Object.entries(numbers).flat().join('-')}`.toLowerCase(),
  group,
  title: `${serviceID} with ${Object.entries(numbers).flat().join(' ')}: ${title}`,
  source: 'ours, from the tables of test numbers',
  row: outcome === 'pending' ? pendingRow : 'delivered · 000, status delivered',
  run: async (vtpass) => {
    const product = productPage(serviceID)
    const sale = { ...sampleOf(product), fields: { ...sampleOf(product).fields, ...numbers } }
    await buyAndRequery(vtpass, product, sale, { outcome: outcomes[outcome] })
  },
}))

/** Airtime and data look at both numbers: a product of theirs may not be tried on its own account everywhere. */
const mixedElsewhere: readonly VtpassCase[] = products
  .filter(({ type, format }) => type !== 'TV Subscription' && format === '2025')
  .filter(({ standsForOthers }) => !standsForOthers)
  .flatMap((product) =>
    (['phone', 'billersCode'] as const).map((field) => ({
      name: `${product.serviceID}-with-a-special-${field.toLowerCase()}`,
      group,
      title: `${product.productName} with ${field} 201000000000: a special number decides, whichever it is`,
      source: 'ours, from the tables of test numbers',
      row: pendingRow,
      needs: ['fresh-account'],
      run: async (vtpass) => {
        const sample = sampleOf(product)
        const sale = { ...sample, fields: { ...sample.fields, [field]: '201000000000' } }
        await buyAndRequery(vtpass, product, sale, { outcome: outcomes.pending })
      },
    })),
  )

/** Numbers that are nearly those of the tables. */
const nearly = [
  ['a-country-code', '2348011111111'],
  ['a-digit-more', '080111111110'],
  ['a-digit-less', '0801111111'],
  ['a-special-number-and-more', '2010000000000'],
] as const

const near: readonly VtpassCase[] = nearly.map(([name, recipient]) => ({
  name: `mtn-to-a-number-with-${name}`,
  group,
  title: `Airtime for ${recipient} fails, as for any number of which the tables know nothing`,
  source: 'MTN VTU API Integration, table of test numbers',
  row: 'failed · 016, status failed',
  needs: ['fresh-account'],
  run: async (vtpass) => {
    const mtn = productPage('mtn')
    await buyAndRequery(vtpass, mtn, saleTo(sampleOf(mtn), recipient), { outcome: outcomes.failed })
  },
}))

export const recipientCases: readonly VtpassCase[] = [...everyProduct, ...mixed, ...mixedElsewhere, ...near]
