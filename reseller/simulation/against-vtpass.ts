import { lookSettings } from '../purchases/decide-look.ts'
import type { Purchase } from '../storage/purchase.ts'
import type { Plot } from './customers.ts'
import { planOf } from './plans.ts'
import { LEASE_MS } from './reseller-process.ts'
import type { VtpassWorld } from './vtpass-world.ts'

/** Delivered here if and only if delivered there; nobody is left in doubt whom nobody looks after. */
export function againstVtpass(purchase: Purchase, vtpass: VtpassWorld): string[] {
  const { state, lateLoss, reference } = purchase
  const sent = vtpass.sent.get(reference)
  const there = sent?.status ?? 'no order'
  const isDeliveredThere = there === 'delivered'
  const agree: Record<Purchase['state'], boolean> = {
    sending: false,
    unknown: false,
    review: false,
    delivered: isDeliveredThere && lateLoss === 0,
    failed: isDeliveredThere === lateLoss > 0,
    reversed: there === 'reversed' && lateLoss === 0,
  }
  const wrong = agree[state]
    ? []
    : [`${reference} is ${state} here with a loss of ${lateLoss}, and ${there} at VTpass`]
  const posts = sent?.posts ?? 0
  const twice = posts > 1 ? [`${reference} was sent ${posts} times`] : []
  return [...wrong, ...twice, ...(lateLoss > 0 ? lossIsJustified(purchase, vtpass) : [])]
}

/**
 * It was refunded since VTpass said twice, and long enough after the POST, that it knows no such order. Of a process that was
 * held up beyond its lease nobody knows when its POST ends: from then on the time counts from the beginning.
 */
function lossIsJustified(
  { reference, openedAt, payEndedAt, settledAt }: Purchase,
  { unknownAt }: VtpassWorld,
): string[] {
  const refundedAt = settledAt?.getTime() ?? 0
  const heard = (unknownAt.get(reference) ?? []).filter((at) => at <= refundedAt)
  const began = openedAt.getTime()
  const ended = payEndedAt?.getTime() ?? began
  const since = ended - began <= LEASE_MS ? ended : began
  const isJust = heard.length >= 2 && refundedAt - since >= lookSettings.graceMs
  return isJust
    ? []
    : [`${reference} was refunded after ${heard.length} times 015, ${refundedAt - since} ms after its POST`]
}

/** What VTpass carried out for nobody: sent before its price was held, or for a purchase that was undone. */
export function strangers(purchases: readonly Purchase[], { sent }: VtpassWorld): string[] {
  const known = new Set(purchases.map(({ reference }) => reference))
  return [...sent.keys()]
    .filter((reference) => !known.has(reference))
    .map((reference) => `${reference} is nobody's purchase`)
}

/** At the price that was shown, and with its cashback. */
export function priced(
  { reference, customer, variation, cost, price, earns }: Purchase,
  plot: Plot,
): string[] {
  const plan = planOf(variation ?? undefined)
  const kind = plot.customers.find(({ id }) => id === customer)?.kind ?? 'regular'
  const expected = [
    plan.cost,
    plan.prices[kind],
    Math.floor((plan.prices[kind] * Number(plot.cashback)) / 100),
  ]
  const is = [cost, price, earns]
  return String(is) === String(expected)
    ? []
    : [`${reference} has cost, price and cashback ${is}, not ${expected}`]
}
