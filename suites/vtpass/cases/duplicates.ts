import type { VtpassCase } from '../case.ts'
import { isRecord } from '../compare.ts'
import { outcomes } from '../outcomes.ts'
import { productPage, sampleOf } from '../products.ts'
import { buy, expectCharge, pay } from '../purchase.ts'
import { refusal } from '../refusals.ts'
import { saleTo } from '../sale.ts'

const group = 'likely duplicates'
const source = 'Response Codes, Transaction/Requery Response, 019'
const mtn = productPage('mtn')
const sale = sampleOf(mtn)
const twiceRow = '019 · pay twice within 30 s for the same service and recipient'
const scopeRow =
  'duplicates · The likely duplicate (019) looks at service and billersCode (airtime: phone), never at the amount.'
const anyServiceRow =
  'duplicates · Once seen: any service to the same recipient. The setting `duplicateScope: any-service` does so.'

const isDuplicate = (body: unknown) => isRecord(body) && body.code === '019'

/** Both services, with their recipients as they stand in a purchase. */
const pairs = [
  ['mtn', 'phone'],
  ['mtn-data', 'billersCode'],
  ['gotv', 'billersCode'],
  ['smile-direct', 'billersCode'],
  ['spectranet', 'billersCode'],
] as const

const refusesTwice: readonly VtpassCase[] = pairs.map(([serviceID, field]) => ({
  name: `refuses-a-second-purchase-of-${serviceID}`,
  group,
  title: `A second purchase of ${serviceID} for the same ${field} at once is refused with 019, is on record as such, and is not charged`,
  source,
  row: twiceRow,
  run: (vtpass) => {
    const product = productPage(serviceID)
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
    title: 'After 30 s the same purchase is no duplicate any more; before, it is',
    source,
    row: twiceRow,
    needs: ['own-clock'],
    run: async (vtpass) => {
      await buy(vtpass, mtn, sale)
      await vtpass.target.wait(29_999)
      vtpass.expect(await pay(vtpass, mtn, sale, { atOnce: true }), refusal('019'))
      await vtpass.target.wait(1)
      await buy(vtpass, mtn, sale, { atOnce: true })
    },
  },
]

export const duplicateCases: readonly VtpassCase[] = [...refusesTwice, ...others]
