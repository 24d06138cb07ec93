import type { VtpassCase } from '../case.ts'
import { isRecord } from '../compare.ts'
import { outcomes } from '../outcomes.ts'
import { productPage, products, sampleOf } from '../products.ts'
import { buy, expectCharge, pay } from '../purchase.ts'
import { refusal, systemError } from '../refusals.ts'
import { saleTo } from '../sale.ts'

const group = 'likely duplicates'
const source = 'Response Codes, Transaction/Requery Response, 019'
const mtn = productPage('mtn')
const sale = sampleOf(mtn)
const data = productPage('mtn-data')
const twiceRow = '019 · pay twice within 30 s for the same service and recipient'
const scopeRow =
  'duplicates · The likely duplicate (019) looks at service and billersCode (airtime: phone), never at the amount.'
const anyServiceRow =
  'duplicates · Once seen: any service to the same recipient. The setting `duplicateScope: any-service` does so.'

const isDuplicate = (body: unknown) => isRecord(body) && body.code === '019'

/** Those that stand for others are asked of any VTpass. */
const refusesTwice: readonly VtpassCase[] = products.map((product) => ({
  name: `refuses-a-second-purchase-of-${product.serviceID}`,
  group,
  title: `A second purchase of ${product.serviceID} for the same ${product.recipient} at once is refused with 019, is on record as such, and is not charged`,
  source,
  row: twiceRow,
  ...(!product.standsForOthers && { needs: ['fresh-account'] as const }),
  run: (vtpass) => {
    const first = sampleOf(product)
    return expectCharge(vtpass, first.total, twiceRow, async () => {
      await buy(vtpass, product, first)
      const second = await pay(vtpass, product, first, { atOnce: true })
      vtpass.expect(second, refusal('019'))
      vtpass.expect(await vtpass.requery(second.request.fields?.request_id), {
        ...refusal('019'),
        row: '019 · requery the request_id that was refused with 019',
      })
      vtpass.expect(
        await pay(vtpass, product, first, {
          atOnce: true,
          requestId: String(second.request.fields?.request_id),
        }),
        {
          ...refusal('014'),
          row: 'request_id · A refused purchase leaves no record, so its request_id is free. Only 019 is on record.',
        },
      )
    })
  },
}))

const others: readonly VtpassCase[] = [
  {
    name: 'looks-at-no-amount',
    group,
    title: 'Another amount to the same phone is a likely duplicate too',
    source: 'ours, from the text of 019',
    row: scopeRow,
    run: async (vtpass) => {
      await buy(vtpass, mtn, sale)
      const more = { ...sale, fields: { ...sale.fields, amount: 50 } }
      vtpass.expect(await pay(vtpass, mtn, more, { atOnce: true }), refusal('019'))
    },
  },
  {
    name: 'lets-another-recipient-pass',
    group,
    title: 'The same purchase for another recipient is no duplicate',
    source,
    row: scopeRow,
    run: async (vtpass) => {
      await buy(vtpass, mtn, sale)
      const pending = saleTo(sale, '201000000000')
      await buy(vtpass, mtn, pending, { atOnce: true, outcome: outcomes.pending })
    },
  },
  {
    name: 'looks-at-no-plan',
    group,
    title: 'Another plan to the same recipient is a likely duplicate too',
    source: 'ours, from the text of 019',
    row: scopeRow,
    needs: ['fresh-account'],
    run: async (vtpass) => {
      await buy(vtpass, data, sampleOf(data))
      const fields = { ...sampleOf(data).fields, variation_code: 'mtn-50mb-200' }
      vtpass.expect(await pay(vtpass, data, { ...sampleOf(data), fields }, { atOnce: true }), refusal('019'))
    },
  },
  {
    name: 'looks-at-the-billers-code-of-a-plan',
    group,
    title: 'Of a plan the billersCode counts: another phone is a duplicate, another billersCode is none',
    source: 'ours, from the text of 019',
    row: scopeRow,
    needs: ['fresh-account'],
    run: async (vtpass) => {
      const first = sampleOf(data)
      const to = (numbers: Record<string, string>) => ({ ...first, fields: { ...first.fields, ...numbers } })
      await buy(vtpass, data, first)
      const otherPhone = await pay(vtpass, data, to({ phone: '08033333333' }), { atOnce: true })
      vtpass.expect(otherPhone, refusal('019'))
      await buy(vtpass, data, to({ billersCode: '08033333333' }), { atOnce: true })
    },
  },
  ...(
    [
      ['pending', '201000000000'],
      ['failed', '08033333333'],
    ] as const
  ).map(
    ([outcome, recipient]): VtpassCase => ({
      name: `refuses-a-second-purchase-after-one-that-${outcome === 'failed' ? outcome : `is-${outcome}`}`,
      group,
      title: `A ${outcome} purchase is an earlier one too`,
      source: 'ours, from the text of 019',
      row: twiceRow,
      needs: ['fresh-account'],
      run: async (vtpass) => {
        const first = saleTo(sale, recipient)
        await buy(vtpass, mtn, first, { outcome: outcomes[outcome] })
        vtpass.expect(await pay(vtpass, mtn, first, { atOnce: true }), refusal('019'))
      },
    }),
  ),
  {
    name: 'remembers-no-purchase-without-an-order',
    group,
    title: 'After 083, which makes no order, the same purchase is no duplicate',
    source: 'ours',
    row: twiceRow,
    needs: ['fresh-account'],
    run: async (vtpass) => {
      const unexpected = saleTo(sale, '500000000000')
      vtpass.expect(await pay(vtpass, mtn, unexpected), systemError)
      vtpass.expect(await pay(vtpass, mtn, unexpected, { atOnce: true }), systemError)
    },
  },
  {
    name: 'remembers-a-purchase-while-others-are-made',
    group,
    title: 'A purchase is remembered, whatever is bought after it',
    source,
    row: twiceRow,
    needs: ['own-clock'],
    run: async (vtpass) => {
      await buy(vtpass, mtn, sale)
      for (const recipient of ['08033333331', '08033333332']) {
        await vtpass.target.wait(10_000)
        await buy(vtpass, mtn, saleTo(sale, recipient), { outcome: outcomes.failed, atOnce: true })
      }
      vtpass.expect(await pay(vtpass, mtn, sale, { atOnce: true }), refusal('019'))
    },
  },
  {
    name: 'lets-another-service-pass',
    group,
    title: 'Another service to the same recipient is no duplicate, as the text of 019 has it',
    source,
    row: scopeRow,
    run: async (vtpass) => {
      await buy(vtpass, mtn, sale)
      const glo = productPage('glo')
      const other = sampleOf(glo)
      const confirms = [{ row: anyServiceRow, when: isDuplicate }]
      await buy(vtpass, glo, other, { atOnce: true, confirms })
    },
  },
  {
    name: 'lets-the-same-purchase-pass-after-the-window',
    group,
    title:
      'After 30 s the same purchase is no duplicate any more; before, it is, and so is the one after that',
    source,
    row: twiceRow,
    needs: ['own-clock'],
    run: async (vtpass) => {
      await buy(vtpass, mtn, sale)
      await vtpass.target.wait(29_999)
      vtpass.expect(await pay(vtpass, mtn, sale, { atOnce: true }), refusal('019'))
      await vtpass.target.wait(1)
      await buy(vtpass, mtn, sale, { atOnce: true })
      vtpass.expect(await pay(vtpass, mtn, sale, { atOnce: true }), refusal('019'))
    },
  },
]

export const duplicateCases: readonly VtpassCase[] = [...refusesTwice, ...others]
