import { type Money, toNaira } from '../catalogue/money.ts'
import type { Product } from '../catalogue/product.ts'
import { refuseAccess } from './account.ts'
import type { ImproperRequestId, Refusal, RefusalCode } from './codes.ts'
import type { Event } from './events.ts'
import type { Fate, Settling } from './fate.ts'
import type { Luck } from './luck.ts'
import { type Fields, isRefusal, missingFields, type Order, readOrder, refuseFields } from './order.ts'
import { improperRequestId } from './request-id.ts'
import type { Instant, Millis } from './time.ts'
import {
  answerFormOf,
  type Invented,
  type RecordedRefusal,
  type SettledStatus,
  settlesFrom,
  type Transaction,
  totalOf,
} from './transaction.ts'
import type { ProductState, World } from './world.ts'

/** A purchase as it was asked for, with the time, the luck and the fate that it meets. */
export interface PurchaseAttempt {
  readonly fields: Fields
  readonly fate: Fate
  readonly at: Instant
  readonly callerIp: string
  readonly luck: Luck
  /** Whether the answer is held, so that the purchase goes on running after it is on record. */
  readonly isHeld: boolean
}

export type PurchaseDecision =
  | { readonly kind: 'refused'; readonly refusal: Refusal; readonly events: readonly Event[] }
  | { readonly kind: 'ordered'; readonly transaction: Transaction; readonly events: readonly Event[] }

/**
 * What becomes of a purchase, and what the world has to take note of. The checks stand in VTpass's order; the first
 * that refuses ends it. Nothing is changed here: `evolve` does that.
 */
export function decidePurchase(world: World, attempt: PurchaseAttempt): PurchaseDecision {
  const { fields, fate, at } = attempt
  const { settings } = world.account
  const denied = refuseAccess(settings, attempt.callerIp)
  if (denied !== null) return refused(denied)
  if (fate.kind === 'refuse' && fate.moment === 'at-once') return refusedOnCommand(world, fate, attempt)

  const product = world.catalogue.products.get(fields.serviceID ?? '')
  const unread = refuseRequest(world, product, attempt)
  if (unread !== null) return refused(unread)
  const requestId = fields.request_id ?? ''
  if (product === undefined) return refused(noSuchProduct(fields))
  const unsold = refuseProduct(world, product)
  if (unsold !== null) return refused(unsold)
  const order = readOrder(product, fields)
  if (isRefusal(order)) return refused(order)

  if (isLikelyDuplicate(world, order, at.world)) return refusedAsDuplicate(world, requestId, order, at.world)
  const transaction = transactionOf(requestId, order, attempt)
  const total = totalOf(transaction)
  if (world.balance < total) return refused(tooPoor(world.balance, total))
  const unreachable = refuseState(world, product.serviceID, ['unreachable'])
  if (unreachable !== null) return refused(unreachable)
  if (fate.kind === 'refuse') return refused({ code: fate.code, reason: 'the recipient asks for it' })
  return ordered(world, transaction, attempt)
}

/** What a requery finds: the record of the request id, or 011 and 015. */
export function decideRequery(world: World, fields: Fields): Transaction | RecordedRefusal | Refusal {
  const { request_id: requestId } = fields
  if (requestId === undefined) return { code: '011', reason: 'missing: request_id' }
  const found = world.transactions.get(requestId)
  return found ?? { code: '015', reason: `no purchase has the request_id "${requestId}"` }
}

/** The settlements that have fallen due, soonest first. */
export function decideDue(world: World, now: Millis): Event | null {
  const due = world.schedule.next()
  if (due === undefined || due.at > now) return null
  return { type: 'fell-due', requestId: due.requestId, status: due.status }
}

/** Settling by hand: only what is pending can be delivered or failed, and only what is delivered reversed. */
export function decideSettlement(world: World, requestId: string, status: SettledStatus): Event | null {
  const record = world.transactions.get(requestId)
  if (record === undefined || 'refusedWith' in record) return null
  return record.status === settlesFrom[status] ? { type: 'settled', requestId, status } : null
}

function refused(refusal: Refusal): PurchaseDecision {
  return { kind: 'refused', refusal, events: [] }
}

function refusedOnCommand(
  world: World,
  fate: Fate & { kind: 'refuse' },
  { fields, at }: PurchaseAttempt,
): PurchaseDecision {
  const refusal: Refusal = { code: fate.code, reason: 'the scenario asks for it' }
  const { request_id: requestId } = fields
  if (fate.code !== '019' || requestId === undefined || world.transactions.has(requestId))
    return refused(refusal)
  return { kind: 'refused', refusal, events: [{ type: 'refused-as-duplicate', requestId, at: at.world }] }
}

/** 011, 085, 089 and 014: what is wrong with the request itself. */
function refuseRequest(
  world: World,
  product: Product | undefined,
  { fields, at }: PurchaseAttempt,
): Refusal | null {
  const missing = missingFields(fields, ['request_id', 'serviceID'])
  if (missing !== null) return missing
  const unread = product === undefined ? null : refuseFields(product, fields)
  if (unread !== null) return unread
  const requestId = fields.request_id ?? ''
  const { strict, requestIdDate } = world.account.settings
  const improper =
    requestIdDate === 'enforced' ? improperRequestId(requestId, at, strict ? 'strict' : 'lenient') : null
  if (improper !== null) return { code: '085', improper, reason: improperReasons[improper] }
  if (world.running.has(requestId))
    return { code: '089', reason: 'the first purchase of this request_id is running' }
  if (!world.transactions.has(requestId)) return null
  return { code: '014', reason: 'the request_id was used before: requery it, or take another' }
}

const improperReasons: Record<ImproperRequestId, string> = {
  'no-date': 'request_id must begin with YYYYMMDDHHII in Lagos time (GMT+1)',
  'improper-date':
    'the first twelve characters of request_id must be a date, an hour and a minute: YYYYMMDDHHII',
  'not-today': "the date in request_id is not today's in Lagos (GMT+1)",
}

function noSuchProduct({ serviceID }: Fields): Refusal {
  return { code: '012', reason: `there is no product "${serviceID}"; /api/services lists them` }
}

/** 034, 035 and 028: whether the product may be bought. */
function refuseProduct(world: World, { serviceID }: Product): Refusal | null {
  const byState = refuseState(world, serviceID, ['suspended', 'inactive'])
  if (byState !== null) return byState
  const { whitelistedProducts } = world.account.settings
  if (whitelistedProducts === null || whitelistedProducts.includes(serviceID)) return null
  return { code: '028', reason: `${serviceID} is none of the account's whitelisted products` }
}

/** 034, 035 and 030: whether the product is in one of these states. */
export function refuseState(world: World, serviceID: string, states: readonly BadState[]): Refusal | null {
  const state = world.productStates.get(serviceID) ?? 'active'
  if (state === 'active' || !states.includes(state)) return null
  return { code: codeOfState[state], reason: `${serviceID} is set to "${state}"` }
}

type BadState = Exclude<ProductState, 'active'>

const codeOfState: Record<BadState, RefusalCode> = { suspended: '034', inactive: '035', unreachable: '030' }

function isLikelyDuplicate(world: World, order: Order, now: Millis): boolean {
  const { duplicateWindowMs, duplicateScope } = world.account.settings
  if (duplicateWindowMs === 0) return false
  const last = world.lastOrders.get(duplicateKey(duplicateScope, order.product.serviceID, order.recipient))
  return last !== undefined && now >= last && now - last < duplicateWindowMs
}

/** What counts as the same purchase: the amount is no part of it ("Response Codes", 019). */
export function duplicateKey(
  scope: 'same-service' | 'any-service',
  serviceID: string,
  recipient: string,
): string {
  return scope === 'any-service' ? recipient : `${serviceID} ${recipient}`
}

function refusedAsDuplicate(world: World, requestId: string, order: Order, now: Millis): PurchaseDecision {
  const seconds = world.account.settings.duplicateWindowMs / 1000
  const reason = `${order.recipient} was bought ${order.product.serviceID} less than ${seconds} s ago`
  return {
    kind: 'refused',
    refusal: { code: '019', reason },
    events: [{ type: 'refused-as-duplicate', requestId, at: now }],
  }
}

function tooPoor(balance: Money, total: Money): Refusal {
  return {
    code: '018',
    reason: `the wallet holds ₦${toNaira(balance)}, the purchase costs ₦${toNaira(total)}`,
  }
}

function transactionOf(requestId: string, order: Order, { fate, at, luck }: PurchaseAttempt): Transaction {
  const isVended = fate.kind === 'vend'
  return {
    requestId,
    transactionId: `${Math.floor(at.world / 1000)}${luck.digits(16)}`,
    product: order.product,
    variationCode: order.variationCode,
    recipient: order.recipient,
    unitPrice: order.unitPrice,
    unitPriceText: order.unitPriceText,
    quantity: order.quantity,
    createdAt: at.world,
    invented: isVended ? invent(order, luck) : [],
    status: isVended ? fate.status : 'failed',
    requeryCode: isVended ? fate.requeryCode : null,
  }
}

const nothingInvented: readonly Invented[] = []

function invent({ product, variationCode, quantity }: Order, luck: Luck): readonly Invented[] {
  const { invented } = answerFormOf(product, variationCode)
  if (invented === undefined) return nothingInvented
  return Array.from({ length: quantity }, () =>
    Object.fromEntries(Object.entries(invented).map(([name, kind]) => [name, inventOne(kind, luck)])),
  )
}

function inventOne(kind: string, luck: Luck): string {
  return kind === 'name' ? luck.name() : luck.digits(Number(kind.slice('digits:'.length)))
}

function ordered(
  world: World,
  transaction: Transaction,
  { fate, at, isHeld }: PurchaseAttempt,
): PurchaseDecision {
  const settling = (fate.kind === 'vend' ? fate.settles : null) ?? settlingOfAccount(world, transaction)
  const settles = settling === null ? null : { to: settling.to, at: at.world + settling.afterMs }
  return { kind: 'ordered', transaction, events: [{ type: 'ordered', transaction, settles, isHeld }] }
}

function settlingOfAccount(world: World, { status }: Transaction): Settling | null {
  const { settlePendingAfterMs } = world.account.settings
  if (status !== 'pending' || settlePendingAfterMs === 0) return null
  return { to: 'delivered', afterMs: settlePendingAfterMs }
}
