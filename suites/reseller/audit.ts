import type { Transaction } from '../../simulator/index.ts'
import { checkBalance, checkEarned, checkPrices, checkWords } from './check-books.ts'
import type { Bought } from './driver.ts'
import { koboOf, nairaText } from './money.ts'
import { type Customer, type Purchase, recipientsOf, type Stage } from './stage.ts'

/**
 * The money from both sides, kobo by kobo: the reseller's books against VTpass's record. Nobody is charged twice, nothing is
 * refunded that was delivered, nothing is kept that was not, and no purchase is forgotten in doubt.
 */
export async function audit(stage: Stage): Promise<void> {
  for (const customer of stage.customers) await auditCustomer(stage, customer)
}

async function auditCustomer(stage: Stage, customer: Customer): Promise<void> {
  const [balance, books] = await Promise.all([stage.balance(customer), stage.transactions(customer)])
  const own = stage.purchases.filter((purchase) => purchase.customer === customer)
  for (const recipient of recipientsOf(stage, customer)) {
    const there = await stage.atVtpass(recipient)
    const cost = own.find(({ order }) => order.recipient === recipient)?.plan.cost ?? 0
    await checkNames(stage, recipient, nairaText(cost))
    compare(
      stage,
      there,
      books.filter((bought) => bought.recipient === recipient),
      own.filter(({ order }) => order.recipient === recipient),
    )
  }
  await checkListed(stage, own, books)
  const strange = books.filter(({ requestId }) => !own.some(({ order }) => order.requestId === requestId))
  for (const { requestId, amount, status } of strange) {
    stage.problem({
      field: 'transactions',
      expected: 'no purchase that the customer has not asked for',
      actual: `${requestId} is ${status}`,
      cost: `${nairaText(amount)} of somebody’s money moved that nobody asked for.`,
    })
  }
  checkWords(stage, own, books)
  checkPrices(stage, own, books)
  checkEarned(stage, books)
  checkBalance(stage, customer, balance, books)
}

/** What VTpass has on record is in the customer's list, whatever became of it. */
async function checkListed(stage: Stage, own: readonly Purchase[], books: readonly Bought[]): Promise<void> {
  for (const { order, plan, price } of own) {
    const isListed = books.some(({ requestId }) => requestId === order.requestId)
    if (isListed || stage.sendsFor(order.recipient) !== 1) continue
    if ((await stage.atVtpass(order.recipient)).length === 0) continue
    stage.problem({
      field: 'transactions',
      expected: `${order.requestId}, which VTpass has on record`,
      actual: 'no such purchase',
      cost: `Nobody can see what became of ${nairaText(price ?? plan.cost)}.`,
    })
  }
}

type Status = Transaction['status'] | Bought['status']

function count(all: readonly { readonly status: Status }[], status: Status): number {
  return all.filter((one) => one.status === status).length
}

function compare(
  stage: Stage,
  there: readonly Transaction[],
  here: readonly Bought[],
  wanted: readonly Purchase[],
): void {
  const [first] = wanted
  if (first === undefined) return
  const price = nairaText(here[0]?.amount ?? first.price ?? first.plan.cost)
  const cost = nairaText(first.plan.cost)
  const names = new Set(wanted.map(({ order }) => order.requestId))
  const said = `VTpass: ${summary(there)}; the reseller: ${summary(here)}`
  checkWhatIsBought(stage, there, first)
  const live = there.length - count(there, 'failed') - count(there, 'reversed')
  if (live > names.size) {
    stage.problem({
      field: 'purchases at VTpass',
      expected: `${names.size}, as often as the customer asked`,
      actual: said,
      cost: `VTpass is paid ${live} times for ${names.size}: ${cost} is lost each time.`,
    })
  }
  const charged = count(here, 'delivered')
  const delivered = count(there, 'delivered')
  if (charged > delivered) {
    stage.problem({
      field: 'charged',
      expected: `${delivered} charged, as VTpass delivered`,
      actual: said,
      cost: `${price} of the customer’s is kept for what never came.`,
    })
  }
  if (charged + count(here, 'pending') < delivered && !stage.isBorne(first.order.recipient)) {
    stage.problem({
      field: 'charged',
      expected: `${delivered} charged, as VTpass delivered`,
      actual: said,
      cost: `${price} was given back, or never taken, for what VTpass delivered: ${cost} of the reseller’s is lost.`,
    })
  }
  const forgotten = count(here, 'pending') - count(there, 'pending')
  if (forgotten > 0) {
    stage.problem({
      field: 'in doubt',
      expected: 'no purchase forgotten: VTpass has ended every doubt',
      actual: said,
      cost: `${price} of the customer’s is held for good, and nobody asks VTpass about it.`,
    })
  }
}

/** What VTpass was asked for is what the customer wants. */
function checkWhatIsBought(stage: Stage, there: readonly Transaction[], { plan }: Purchase): void {
  for (const { requestId, serviceID, variationCode, amount } of there) {
    const isRight = serviceID === plan.serviceID && variationCode === plan.variation
    if (isRight && amount !== null && koboOf(amount) === plan.cost) continue
    stage.problem({
      field: 'purchases at VTpass',
      expected: `${plan.serviceID} ${plan.variation} for ${nairaText(plan.cost)}`,
      actual: `${requestId}: ${serviceID} ${variationCode} for ₦${amount}`,
      cost: `The customer pays for a plan of ${nairaText(plan.cost)}, and gets another.`,
    })
  }
}

/** A retry under a new name is another purchase, whatever became of it this time. */
async function checkNames(stage: Stage, recipient: string, cost: string): Promise<void> {
  const calls = await stage.simulator.journal.purchases({ recipient })
  const names = new Set(calls.map(({ order }) => order?.requestId))
  const wanted = stage.sendsFor(recipient)
  if (names.size <= wanted) return
  stage.problem({
    field: 'request ids at VTpass',
    expected: `${wanted}, as often as the customer asked`,
    actual: `${names.size}: ${[...names].join(', ')}`,
    cost: `Each is a purchase of its own: ${cost} for every one that VTpass delivers.`,
  })
}

function summary(all: readonly { readonly status: Status }[]): string {
  const groups = Map.groupBy(all, ({ status }) => status)
  return [...groups].map(([status, { length }]) => `${length} ${status}`).join(', ') || 'nothing'
}

/** What the customer is told who asks at the end is what became of it at VTpass. */
export async function auditStatus(stage: Stage): Promise<void> {
  for (const { customer, order, plan, price, told } of stage.purchases) {
    const there = await stage.atVtpass(order.recipient)
    if (stage.sendsFor(order.recipient) !== 1 || told.word === 'later') continue
    const { word, said, amount } = await stage.status(customer, order.requestId)
    if (amount !== null && price !== null && amount !== price) {
      stage.problem({
        field: 'status',
        expected: nairaText(price),
        actual: `${nairaText(amount)}: ${said}`,
        cost: `The customer is told another price than was paid: ${nairaText(Math.abs(amount - price))} a purchase.`,
      })
    }
    if (stage.isBorne(order.recipient)) continue
    const isDelivered = there.some(({ status }) => status === 'delivered')
    if (isDelivered === (word === 'delivered')) continue
    stage.problem({
      field: 'status',
      expected: isDelivered ? 'delivered' : 'no delivery',
      actual: `${word}: ${said}`,
      cost: `The customer asks what became of ${nairaText(price ?? plan.cost)}, and is told what is not so.`,
    })
  }
}
