import type { VtpassCase } from '../case.ts'
import type { Conversation, Exchange, Expected } from '../conversation.ts'
import { type Outcome, outcomes } from '../outcomes.ts'
import { type ProductPage, productPage, products, sampleOf } from '../products.ts'
import { buy, expectCharge, expectSameCards, orderOf, pay } from '../purchase.ts'
import {
  type Code,
  codeTexts,
  improperTexts,
  refusal,
  refusalBody,
  systemError,
  wrongCredentials,
} from '../refusals.ts'
import { saleTo } from '../sale.ts'
import { paid, requeried, toldBy } from '../transactions.ts'

const group = 'on command'
const source = 'the name: Response Codes; what it means for the order is ours'
const mtn = productPage('mtn')
/** Their answers have another form, or what another has not. */
const gotv = productPage('gotv')
const spectranet = productPage('spectranet')

/** What a code on command means for the order. */
interface Meaning {
  readonly answer: Expected | Outcome
  readonly requery: Expected | Outcome
  readonly charge: number
}

const outcomeOf = (code: Code, status: string): Outcome => ({ code, text: codeTexts[code], status })
const none = (answer: Expected): Meaning => ({ answer, requery: refusal('015'), charge: 0 })

const withAnOrder = (total: number): Partial<Record<Code, Meaning>> => ({
  '000': { answer: outcomes.delivered, requery: outcomes.delivered, charge: total },
  '001': { answer: refusal('001'), requery: outcomeOf('001', 'delivered'), charge: total },
  '016': { answer: outcomes.failed, requery: outcomes.failed, charge: 0 },
  '019': { answer: refusal('019'), requery: refusal('019'), charge: 0 },
  '040': { answer: outcomeOf('040', 'reversed'), requery: outcomeOf('040', 'reversed'), charge: 0 },
  '044': { answer: refusal('044'), requery: refusal('044'), charge: total },
  '091': { answer: refusal('091'), requery: refusal('091'), charge: 0 },
  '099': { answer: outcomeOf('099', 'pending'), requery: outcomes.pending, charge: total },
})

const codes = Object.keys(codeTexts) as Code[]
const everyCode: readonly VtpassCase[] = [
  ...codes
    .filter((code) => withAnOrder(0)[code] === undefined)
    .map((code) => onCommand(code, none(refusal(code)))),
  onCommand('083', none(systemError)),
  onCommand('085', none({ body: refusalBody('085', improperTexts['no date']) })),
  onCommand('087', none(wrongCredentials)),
  ...[mtn, gotv, spectranet].flatMap((product) =>
    Object.entries(withAnOrder(sampleOf(product).total)).map(([code, meaning]) =>
      onCommand(code, meaning, product),
    ),
  ),
]

function onCommand(code: string, { answer, requery, charge }: Meaning, product = mtn): VtpassCase {
  return {
    name: `answers-${code}-on-command${product === mtn ? '' : `-for-${product.serviceID}`}`,
    group,
    title: `Scenario code-${code} for ${product.productName}: pay answers it, requery says what it meant, and the wallet pays ₦${charge}`,
    source,
    row: null,
    needs: ['scenarios'],
    run: (vtpass) =>
      expectCharge(
        vtpass,
        charge,
        'wallet · A purchase takes total_amount; what failed takes nothing.',
        async () => {
          const scenario = `code-${code}`
          const answered = await pay(vtpass, product, sampleOf(product), { scenario })
          const requestId = String(answered.request.fields?.request_id)
          const paying = { product, answered }
          expectMeaning(vtpass, answered, paying, answer)
          expectMeaning(vtpass, await vtpass.requery(requestId), paying, requery)
          expectMeaning(vtpass, await vtpass.requery(requestId), paying, requery)
        },
      ),
  }
}

/** Either a refusal, or the whole transaction. */
function expectMeaning(
  vtpass: Conversation,
  exchange: Exchange,
  { product, answered }: { readonly product: ProductPage; readonly answered: Exchange },
  meaning: Expected | Outcome,
): void {
  if ('body' in meaning) {
    vtpass.expect(exchange, meaning)
    return
  }
  const order = orderOf(vtpass, product, sampleOf(product), answered, meaning)
  const body = exchange === answered ? paid(order) : requeried({ ...order, told: toldBy(answered) })
  vtpass.expect(exchange, { body })
}

const settled: readonly VtpassCase[] = products.map((product) => ({
  name: `delivers-pending-${product.serviceID}-later`,
  group,
  title: `A pending purchase of ${product.serviceID} is pending until it settles, and delivered then; it is charged once`,
  source: 'Response Codes, Transaction Response Format; when it settles is ours',
  row: '000 · requery what was delivered',
  account: { settlePendingAfter: 600 },
  needs: ['own-clock'],
  run: async (vtpass) => {
    vtpass.target.abilities['own-clock']?.hold()
    const pending = saleTo(sampleOf(product), '201000000000')
    await expectCharge(vtpass, pending.total, 'wallet · A pending purchase holds the money.', async () => {
      const order = await buy(vtpass, product, pending, { outcome: outcomes.pending })
      await vtpass.target.wait(599_999)
      vtpass.expect(await vtpass.requery(order.requestId), { body: requeried(order) })
      await vtpass.target.wait(1)
      const answered = await vtpass.requery(order.requestId)
      vtpass.expect(answered, { body: requeried({ ...order, outcome: outcomes.delivered }) })
      const toldNow = toldBy(answered)
      if (toldNow !== null && product.format === '2022') expectSameCards(vtpass, toldNow)
    })
  },
}))

const changes = [
  ['pending-then-delivered', outcomes.pending, outcomes.delivered],
  ['pending-then-failed', outcomes.pending, outcomes.failed],
  ['delivered-then-reversed', outcomes.delivered, outcomeOf('040', 'reversed')],
] as const

const later: readonly VtpassCase[] = [mtn, gotv, spectranet].flatMap((product) =>
  changes.map((change) => changing(product, change)),
)

function changing(product: ProductPage, [scenario, first, then]: (typeof changes)[number]): VtpassCase {
  const sale = sampleOf(product)
  const charge = then.status === 'delivered' ? sale.total : 0
  return {
    name: product === mtn ? scenario : `${scenario}-for-${product.serviceID}`,
    group,
    title: `Scenario ${scenario} for ${product.productName}: requery tells it after a minute, and the wallet has paid ₦${charge}`,
    source: 'ours',
    row: null,
    needs: ['scenarios', 'own-clock'],
    run: (vtpass) =>
      expectCharge(
        vtpass,
        charge,
        'wallet · A purchase takes total_amount; what failed takes nothing.',
        async () => {
          vtpass.target.abilities['own-clock']?.hold()
          const order = await buy(vtpass, product, sale, { scenario, outcome: first })
          await vtpass.target.wait(60_000)
          vtpass.expect(await vtpass.requery(order.requestId), {
            body: requeried({ ...order, outcome: then }),
          })
        },
      ),
  }
}

export const onCommandCases: readonly VtpassCase[] = [...everyCode, ...settled, ...later]
