import type { Heard } from '../vtpass/heard.ts'
import type { PayFields } from '../vtpass/vtpass.ts'
import { drawFate, type Fate, type OrderStatus } from './fates.ts'
import type { Luck } from './luck.ts'
import type { Plan } from './plans.ts'
import { answerOf, invalidRequestId, orderBody, replies } from './wire.ts'

/** One request id that VTpass was sent. */
export interface Sent {
  readonly reference: string
  readonly fate: Fate
  readonly plan: Plan
  /** What VTpass takes for it, in kobo. */
  readonly total: number
  readonly transactionId: string
  /** How many POSTs named it. */
  posts: number
  /** Null before there is an order. */
  status: OrderStatus | null
  wasDelivered: boolean
  visibleFrom: number
}

export interface Occasions {
  now(): number
  later(what: string, afterMs: number, work: () => void): void
  /** An order has changed by itself. */
  changed(sent: Sent): void
}

/** A VTpass of the simulation's own: what it was sent, and what it has on record. */
export interface VtpassWorld {
  readonly sent: ReadonlyMap<string, Sent>
  /** When a requery of a reference was told 015. */
  readonly unknownAt: ReadonlyMap<string, readonly number[]>
  /** A POST has arrived. Null where the request id is known, and nothing is carried out. */
  receive(fields: PayFields): Sent | null
  /** The order is there, once. */
  execute(sent: Sent): void
  /** What the one who sent it hears. */
  answer(sent: Sent): Heard
  requery(reference: string): Heard
  /** What VTpass's staff say of it; a doubt that nothing else ends is ended first. */
  resolve(sent: Sent): 'delivered' | 'failed'
}

/** Whether VTpass never says what has become of it, so that only a person can. */
export function isUntold({ fate }: Sent): boolean {
  return fate.name === 'silent' || fate.reply === 'code 019'
}

/** Of the face price: a commission, and a fee that makes it dearer. */
const SHARES = [0, 150, 300, 355, -2_000] as const

export function createVtpassWorld(
  luck: Luck,
  isSilent: boolean,
  planOf: (code: string | undefined) => Plan,
  occasions: Occasions,
): VtpassWorld {
  const sent = new Map<string, Sent>()
  const unknownAt = new Map<string, number[]>()
  const { now } = occasions

  function become(order: Sent, status: OrderStatus): void {
    order.status = status
    order.wasDelivered ||= status === 'delivered'
  }

  function execute(order: Sent): void {
    if (order.status !== null) return
    become(order, order.fate.begins)
    order.visibleFrom = now() + order.fate.hiddenMs
    for (const { afterMs, status } of order.fate.changes) {
      occasions.later(`makes ${status}`, order.fate.hiddenMs + afterMs, () => {
        become(order, status)
        occasions.changed(order)
      })
    }
  }

  return {
    sent,
    unknownAt,
    receive({ request_id: reference, variation_code }) {
      const known = sent.get(reference)
      if (known !== undefined) {
        known.posts += 1
        return null
      }
      const plan = planOf(variation_code)
      const own = luck.fork(`order ${sent.size}`)
      const order: Sent = {
        reference,
        fate: drawFate(own, isSilent),
        plan,
        total: Math.round((plan.cost * (10_000 - own.pick(SHARES))) / 10_000),
        transactionId: String(17_000 + sent.size),
        posts: 1,
        status: null,
        wasDelivered: false,
        visibleFrom: Number.POSITIVE_INFINITY,
      }
      sent.set(reference, order)
      return order
    },
    execute,
    answer(order) {
      const { reply } = order.fate
      return reply === 'truth' ? answerOf(bodyOf(order)) : replies[reply](order.reference)
    },
    requery(reference) {
      const order = sent.get(reference)
      if (order?.fate.reply === 'code 019') return replies['code 019'](reference)
      if (order === undefined || order.visibleFrom > now()) {
        unknownAt.set(reference, [...(unknownAt.get(reference) ?? []), now()])
        return invalidRequestId()
      }
      return answerOf(bodyOf(order))
    },
    resolve(order) {
      if (order.status === 'pending') become(order, luck.pick(['delivered', 'failed']))
      return order.status === 'delivered' ? 'delivered' : 'failed'
    },
  }
}

export function bodyOf(order: Sent): object {
  const { reference, plan, total, transactionId, status } = order
  return orderBody({ reference, status: status ?? 'pending', cost: plan.cost, total, transactionId })
}
