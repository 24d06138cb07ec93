import type { VtpassCase } from '../case.ts'
import { type Outcome, outcomes } from '../outcomes.ts'
import { type ProductPage, productPage } from '../products.ts'
import { buy, buyAndRequery, expectCharge, expectSameCards } from '../purchase.ts'
import { refusal } from '../refusals.ts'
import { type Sale, saleTo } from '../sale.ts'
import { requeried, toldBy } from '../transactions.ts'

const group = 'several units'
const source = 'ours'
const row =
  "quantity · Several units: amount and commission are the whole's, unit_price stays the unit's, one card for each."

const gotv = productPage('gotv')
const spectranet = productPage('spectranet')
const [, , , , twoMonths] = gotv.sales
const [oneCard, threeCards] = spectranet.sales

interface Several {
  readonly what: string
  readonly product: ProductPage
  readonly sale: Sale
}

const several: readonly Several[] = [
  ...(twoMonths === undefined ? [] : [{ what: 'two-months-of-gotv', product: gotv, sale: twoMonths }]),
  ...(threeCards === undefined ? [] : [{ what: 'three-cards', product: spectranet, sale: threeCards }]),
]

const ends: readonly (readonly [name: string, recipient: string, outcome: Outcome, isCharged: boolean])[] = [
  ['are-pending', '201000000000', outcomes.pending, true],
  ['fail', '08033333333', outcomes.failed, false],
]

/** The price is the whole's, whatever becomes of it. */
const ended: readonly VtpassCase[] = several.flatMap(({ what, product, sale }) =>
  ends.map(([end, recipient, outcome, isCharged]) => ({
    name: `${what}-that-${end}`,
    group,
    title: `${what.replaceAll('-', ' ')} that ${end.replaceAll('-', ' ')} are told at the price of all, and ${isCharged ? 'hold it' : 'cost nothing'}`,
    source,
    row,
    needs: ['fresh-account'],
    run: (vtpass) =>
      expectCharge(vtpass, isCharged ? sale.total : 0, row, () =>
        buyAndRequery(vtpass, product, saleTo(sale, recipient), { outcome }),
      ),
  })),
)

const others: readonly VtpassCase[] = [
  {
    name: 'delivers-three-pending-cards-later',
    group,
    title: 'Three cards that were pending are all there when they are delivered, and are paid for once',
    source,
    row,
    account: { settlePendingAfter: 60 },
    needs: ['own-clock'],
    run: async (vtpass) => {
      if (threeCards === undefined) return
      const pending = saleTo(threeCards, '201000000000')
      vtpass.target.abilities['own-clock']?.hold()
      await expectCharge(vtpass, pending.total, row, async () => {
        const order = await buy(vtpass, spectranet, pending, { outcome: outcomes.pending })
        await vtpass.target.wait(60_000)
        const answered = await vtpass.requery(order.requestId)
        vtpass.expect(answered, { body: requeried({ ...order, outcome: outcomes.delivered }) })
        const told = toldBy(answered)
        if (told !== null) expectSameCards(vtpass, told)
      })
    },
  },
  {
    name: 'sells-one-card-where-no-quantity-is-sent',
    group,
    title: 'Without a quantity one card is sold',
    source: 'Spectranet API, PURCHASE PRODUCT',
    row,
    needs: ['fresh-account'],
    run: async (vtpass) => {
      const { quantity: _quantity, ...fields } = oneCard.fields
      await buyAndRequery(vtpass, spectranet, { ...oneCard, fields })
    },
  },
  {
    name: 'takes-a-quantity-that-is-a-text',
    group,
    title: 'The quantity may be a text, as a form sends it',
    source: 'ours',
    row,
    needs: ['fresh-account'],
    run: async (vtpass) => {
      if (threeCards === undefined) return
      const fields = { ...threeCards.fields, quantity: '3' }
      await buyAndRequery(vtpass, spectranet, { ...threeCards, fields })
    },
  },
  {
    name: 'refuses-three-cards-where-a-kobo-is-missing',
    group,
    title: 'A wallet that lacks a kobo of the price of three cards buys none: 018',
    source: 'Response Codes, Transaction/Requery Response, 018',
    row: '018 · a purchase whose total_amount the wallet does not hold (`--wallet 50`)',
    account: { wallet: 5759.99 },
    run: async (vtpass) => {
      const fields = { request_id: vtpass.requestId(), serviceID: 'spectranet', ...threeCards?.fields }
      vtpass.expect(await vtpass.post('/pay', fields), refusal('018'))
    },
  },
]

export const unitCases: readonly VtpassCase[] = [...ended, ...others]
