import { type Money, minus, nothing, plus } from '../catalogue/money.ts'
import { decideSettlement, duplicateKey } from './decide.ts'
import type { Event } from './events.ts'
import { isCharged, type SettledStatus, type Transaction, totalOf } from './transaction.ts'
import type { World } from './world.ts'

/**
 * Takes note of what has happened. The only place where a world changes; it changes in place, since a copy of a
 * million transactions a purchase would make the last as slow as all of them.
 */
export function evolve<Type extends Event['type']>(world: World, event: Event & { type: Type }): void {
  notes[event.type](world, event)
}

const notes: { [Type in Event['type']]: (world: World, event: Event & { type: Type }) => void } = {
  ordered: noteOrder,
  'refused-as-duplicate': (world, { requestId, at }) => {
    world.transactions.set(requestId, { requestId, refusedWith: '019', createdAt: at })
  },
  answered: (world, { requestId }) => {
    world.running.delete(requestId)
  },
  settled: (world, { requestId, status }) => settle(world, requestId, status),
  // What was meant to become of it may have become of it by hand, or something else.
  'fell-due': (world, { requestId, status }) => {
    world.schedule.removeNext()
    if (decideSettlement(world, requestId, status) !== null) settle(world, requestId, status)
  },
  'settings-changed': (world, { settings }) => {
    world.account = { ...world.account, settings }
  },
  'wallet-set': (world, { balance }) => {
    const { account } = world
    const openingBalance = plus(account.openingBalance, minus(balance, world.balance))
    world.account = { ...account, openingBalance }
    world.balance = balance
  },
  'product-state-set': (world, { serviceID, state }) => {
    world.productStates.set(serviceID, state)
  },
  'product-replaced': (world, { product }) => {
    const products = new Map(world.catalogue.products).set(product.serviceID, product)
    world.catalogue = { ...world.catalogue, products }
  },
}

function noteOrder(world: World, { transaction, settles, isHeld }: Event & { type: 'ordered' }): void {
  const { requestId } = transaction
  world.transactions.set(requestId, transaction)
  world.balance = minus(world.balance, chargeOf(transaction))
  if (isHeld) world.running.add(requestId)
  if (settles !== null) world.schedule.add({ at: settles.at, requestId, status: settles.to })
  noteForDuplicates(world, transaction)
}

function noteForDuplicates(world: World, { product, recipient, createdAt }: Transaction): void {
  const { duplicateScope, duplicateWindowMs } = world.account.settings
  if (duplicateWindowMs === 0) return
  const key = duplicateKey(duplicateScope, product.serviceID, recipient)
  world.lastOrders.delete(key)
  world.lastOrders.set(key, createdAt)
  for (const [oldKey, moment] of world.lastOrders) {
    if (createdAt - moment < duplicateWindowMs) break
    world.lastOrders.delete(oldKey)
  }
}

function settle(world: World, requestId: string, status: SettledStatus): void {
  const record = world.transactions.get(requestId)
  if (record === undefined || 'refusedWith' in record) return
  const settled: Transaction = { ...record, status, requeryCode: null }
  world.balance = minus(plus(world.balance, chargeOf(record)), chargeOf(settled))
  world.transactions.set(requestId, settled)
}

/** What a transaction in its status takes from the wallet: pending holds the money, failed and reversed give it back. */
function chargeOf(transaction: Transaction): Money {
  return isCharged(transaction.status) ? totalOf(transaction) : nothing
}
