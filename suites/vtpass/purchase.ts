import type { VtpassRequest } from '../targets/target.ts'
import { isRecord } from './compare.ts'
import type { Conversation, Exchange, Expected } from './conversation.ts'
import { type Outcome, outcomes } from './outcomes.ts'
import type { ProductPage } from './products.ts'
import { priceOf, type Sale } from './sale.ts'
import { naira } from './template.ts'
import { type Order, paid, requeried, type Told, toldBy } from './transactions.ts'

/** Buys something, at a request id of its own unless one is given. */
export function pay(
  vtpass: Conversation,
  { serviceID }: ProductPage,
  sale: Sale,
  more: Partial<VtpassRequest> & { readonly requestId?: string } = {},
): Promise<Exchange> {
  const { requestId = vtpass.requestId(), ...request } = more
  const fields = { request_id: requestId, serviceID, ...sale.fields }
  return vtpass.post('/pay', fields, { costs: priceOf(sale), ...request })
}

/** What a purchase must answer; and how it is sent. */
export interface Wanted extends Pick<Expected, 'held' | 'row' | 'confirms'> {
  /** Default: delivered. */
  readonly outcome?: Outcome
  readonly requestId?: string
  readonly atOnce?: boolean
  readonly scenario?: string
}

/** Buys, and holds the answer to what it must be. What it told is in the order. */
export async function buy(
  vtpass: Conversation,
  product: ProductPage,
  sale: Sale,
  wanted: Wanted = {},
): Promise<Order> {
  const { outcome = outcomes.delivered, held, row, confirms, ...sent } = wanted
  const answered = await pay(vtpass, product, sale, sent)
  const order = orderOf(vtpass, product, sale, answered, outcome)
  vtpass.expect(answered, {
    body: paid(order),
    ...(held !== undefined && { held }),
    ...(row !== undefined && { row }),
    ...(confirms !== undefined && { confirms }),
  })
  const told = toldBy(answered)
  if (told !== null && product.format === '2022') expectSameCards(vtpass, told)
  return { ...order, told }
}

/** The same, and asks for it again. */
export async function buyAndRequery(
  vtpass: Conversation,
  product: ProductPage,
  sale: Sale,
  wanted: Wanted = {},
): Promise<void> {
  const order = await buy(vtpass, product, sale, wanted)
  const { row } = wanted
  vtpass.expect(await vtpass.requery(order.requestId), {
    body: requeried(order),
    ...(row !== undefined && { row }),
  })
}

/** What is said of the cards in one text is what is said of them one by one. */
export function expectSameCards(vtpass: Conversation, { purchasedCode, cards }: Told): void {
  const list: readonly unknown[] = Array.isArray(cards) ? cards : []
  const texts = list.filter(isRecord).map(({ pin, serialNumber }) => `PIN: ${pin}, S/N:${serialNumber}`)
  const wanted = texts.join('||')
  vtpass.expectThat(purchasedCode === wanted, undefined, 'purchased_code', wanted, String(purchasedCode))
}

/** The order that a purchase was: made when it was asked for, where the clock is known. */
export function orderOf(
  { target }: Conversation,
  product: ProductPage,
  sale: Sale,
  { request, span, askedAt }: Exchange,
  outcome: Outcome = outcomes.delivered,
): Order {
  const requestId = String(request.fields?.request_id)
  const hasOwnClock = target.abilities['own-clock'] !== undefined
  const when = hasOwnClock ? { from: askedAt, to: askedAt } : span
  return { product, sale, requestId, outcome, merchant: target.merchant, span: when, told: null }
}

/** The wallet's balance in whole millionths of a naira; null where it is no number. */
async function readBalance(vtpass: Conversation): Promise<number | null> {
  const answered = await vtpass.get('/balance')
  vtpass.expect(answered, {
    body: { code: 1, contents: { balance: naira } },
    row: "/balance · Read the wallet's balance",
  })
  const contents = isRecord(answered.body) ? answered.body.contents : null
  const balance = isRecord(contents) ? contents.balance : null
  return typeof balance === 'number' ? Math.round(balance * 1e6) : null
}

/** Does something, and sees that the wallet is charged so many naira for it, to the millionth. */
export async function expectCharge(
  vtpass: Conversation,
  charge: number,
  row: string,
  work: () => Promise<unknown>,
): Promise<void> {
  const before = await readBalance(vtpass)
  await work()
  const after = await readBalance(vtpass)
  if (before === null || after === null) return
  const charged = (before - after) / 1e6
  vtpass.expectThat(before - after === Math.round(charge * 1e6), row, 'charge', `${charge}`, `${charged}`)
}
