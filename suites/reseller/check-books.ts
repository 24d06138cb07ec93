import type { Balance, Bought } from './driver.ts'
import { nairaText } from './money.ts'
import type { Customer, Purchase, Stage } from './stage.ts'

/** What a customer was told at first is what stands in the books at last. */
export function checkWords(stage: Stage, own: readonly Purchase[], books: readonly Bought[]): void {
  for (const { order, told, plan, price } of own) {
    const book = books.find(({ requestId }) => requestId === order.requestId)
    const amount = nairaText(price ?? plan.cost)
    if (told.word === 'failed' && book?.status === 'delivered') {
      stage.problem({
        field: 'told',
        expected: 'delivered, or processing: so it stands in the books',
        actual: `failed: ${told.said}`,
        cost: `The customer pays ${amount} for what they were told has failed, and buys again.`,
      })
    }
    if (told.word === 'delivered' && book?.status === 'failed') {
      stage.problem({
        field: 'told',
        expected: 'no delivery: in the books it has failed',
        actual: `delivered: ${told.said}`,
        cost: `Goods for ${amount} are handed over, and the money is given back.`,
      })
    }
  }
}

export function checkPrices(stage: Stage, own: readonly Purchase[], books: readonly Bought[]): void {
  for (const { requestId, amount } of books) {
    const price = own.find(({ order }) => order.requestId === requestId)?.price ?? null
    if (price === null || price === amount) continue
    stage.problem({
      field: 'transactions.amount',
      expected: `${nairaText(price)}, as the customer was shown`,
      actual: nairaText(amount),
      cost: `${nairaText(Math.abs(amount - price))} a purchase ${amount > price ? 'too much is taken from the customer' : 'is lost to the reseller'}.`,
    })
  }
}

/** Rounded down to the kobo. */
export function checkEarned(stage: Stage, books: readonly Bought[]): void {
  const percent = stage.driver.settings?.cashback
  if (percent === undefined) return
  for (const { status, amount, earned } of books) {
    const expected = status === 'delivered' ? Math.floor((amount * Math.round(percent * 1000)) / 100_000) : 0
    if (earned === expected || status !== 'delivered') continue
    stage.problem({
      field: 'transactions.earned',
      expected: `${nairaText(expected)}: ${percent} % of ${nairaText(amount)}`,
      actual: nairaText(earned),
      cost: `${nairaText(Math.abs(earned - expected))} of cashback with each sale.`,
    })
  }
}

export function checkBalance(
  stage: Stage,
  customer: Customer,
  { main, cashback, held }: Balance,
  books: readonly Bought[],
): void {
  const delivered = books.filter(({ status }) => status === 'delivered')
  const open = sumOf(books.filter(({ status }) => status === 'pending'))
  const earned = delivered.reduce((sum, bought) => sum + bought.earned, 0)
  const expected = customer.funded + earned - sumOf(delivered) - open
  const actual = main + cashback
  if (actual !== expected) {
    stage.problem({
      field: 'balance',
      expected: `${nairaText(expected)}: ${nairaText(customer.funded)} paid in, ${nairaText(earned)} earned, ${nairaText(sumOf(delivered))} spent, ${nairaText(open)} in doubt`,
      actual: `${nairaText(actual)}: ${nairaText(main)} and ${nairaText(cashback)} of cashback`,
      cost:
        actual > expected
          ? `${nairaText(actual - expected)} too much stands in the customer’s wallet: the reseller loses it.`
          : `${nairaText(expected - actual)} is missing from the customer’s wallet.`,
    })
  }
  if (held !== null && held !== open) {
    stage.problem({
      field: 'balance.held',
      expected: `${nairaText(open)}, for what is in doubt`,
      actual: nairaText(held),
      cost: `${nairaText(Math.abs(held - open))} is ${held > open ? 'held for nothing' : 'not held, and can be spent twice'}.`,
    })
  }
  if (main < 0 || cashback < 0) {
    stage.problem({
      field: 'balance',
      expected: 'no wallet below zero',
      actual: `${nairaText(main)} and ${nairaText(cashback)} of cashback`,
      cost: `${nairaText(-Math.min(main, cashback))} was spent that was not there.`,
    })
  }
}

function sumOf(books: readonly Bought[]): number {
  return books.reduce((sum, { amount }) => sum + amount, 0)
}
