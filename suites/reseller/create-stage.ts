import { setTimeout as sleep } from 'node:timers/promises'
import type { Transaction } from '../../simulator/index.ts'
import type { Problem, SeenExchange } from '../report/index.ts'
import { checkTold } from './check-told.ts'
import type { Order, Told } from './driver.ts'
import { type Answered, type Customer, type Found, type Purchase, recipientsOf, type Stage } from './stage.ts'
import type { World } from './world.ts'

const PLENTY = 5_000_000
const WEBHOOK_TIMEOUT_MS = 15_000
const MOST_TRIES = 20

export function createStage(world: World): Stage {
  const { driver, simulator, time, names } = world
  const customers: Customer[] = []
  const purchases: Purchase[] = []
  const problems: Problem[] = []
  const seen: SeenExchange[] = []
  const rules: string[] = []
  const sends: Order[] = []
  const borne = new Set<string>()

  function problem({ field, expected, actual, cost }: Found): void {
    problems.push({ field: field ?? null, expected, actual, cost: cost ?? null, fidelity: null })
  }

  function noteCall(customer: Customer, action: string, request: object, told: Told): void {
    seen.push({
      at: new Date().toISOString(),
      between: 'customer and reseller',
      method: action,
      path: customer.name,
      request: JSON.stringify(request),
      status: told.status,
      answer: told.said,
      note: `the customer understands: ${told.word}`,
    })
  }

  async function send(customer: Customer, order: Order): Promise<Told> {
    for (let tries = 1; ; tries += 1) {
      const told = await driver.buy(customer.name, order)
      noteCall(customer, 'buy', order, told)
      if (told.word !== 'later' || tries >= MOST_TRIES) return told
      // It says that nothing was bought: what a customer does then is ask again.
      sends.push({ ...order, requestId: `${order.requestId} again ${tries}` })
      const seconds = Math.max(told.retryAfter ?? 1, 1)
      if (time.canMove) await time.pass(seconds)
      else await sleep(seconds * 1000)
    }
  }

  async function atVtpass(recipient: string): Promise<readonly Transaction[]> {
    const all = await simulator.transactions.list({ recipient })
    return all.filter(({ status }) => status !== 'refused')
  }

  const stage: Stage = {
    ...world,
    customers,
    purchases,
    problems,
    seen,
    problem,
    atVtpass,
    bearLoss: (recipient) => void borne.add(recipient),
    isBorne: (recipient) => borne.has(recipient),
    sendsFor: (recipient) =>
      new Set(sends.filter((order) => order.recipient === recipient).map(({ requestId }) => requestId)).size,
    note: (exchange) => seen.push(exchange),
    recipient: () => names.recipient(),
    customer: async (kobo = PLENTY) => {
      const customer = { name: names.customer(), funded: 0 }
      customers.push(customer)
      if (kobo > 0) await stage.fund(customer, kobo)
      return customer
    },
    friend: async () => {
      const customer = { name: names.customer(), funded: 0 }
      await driver.befriend?.(customer.name)
      customers.push(customer)
      await stage.fund(customer, PLENTY)
      return customer
    },
    fund: async (customer, kobo) => {
      await driver.fund(customer.name, kobo)
      customer.funded += kobo
    },
    arrange: async (recipient, rule) => {
      const { id } = await simulator.scenarios.add({ ...rule, match: { ...rule.match, recipient } })
      rules.push(id)
    },
    buy: async (customer, wanted = {}) => {
      const { plan = world.plan, requestId = names.request(), recipient = names.recipient() } = wanted
      const { serviceID, variation } = plan
      const order = {
        serviceID,
        variation,
        recipient,
        requestId,
        useCashback: wanted.useCashback ?? false,
        ...(wanted.amount === undefined ? {} : { amount: wanted.amount }),
      }
      const price = wanted.price ?? (await world.priceOf(customer.name, plan))
      sends.push(order)
      const told = await send(customer, order)
      const purchase = { customer, order, plan, told, price }
      purchases.push(purchase)
      await checkTold(stage, purchase, wanted.mayBeTold)
      return purchase
    },
    again: async (purchase) => {
      const told = await send(purchase.customer, purchase.order)
      const index = purchases.findIndex(({ order }) => order === purchase.order)
      if (index >= 0) purchases[index] = { ...purchase, told }
      return told
    },
    balance: (customer) => driver.balance(customer.name),
    status: async (customer, requestId) => {
      const told = await driver.status(customer.name, requestId)
      noteCall(customer, 'status', { requestId }, told)
      return told
    },
    transactions: (customer) => driver.transactions(customer.name),
    settle: async (recipient, status) => {
      for (const { requestId } of await atVtpass(recipient)) {
        const settled = await simulator.transactions.settle(requestId, status)
        seen.push({
          at: new Date().toISOString(),
          between: 'suite and VTpass',
          method: 'settle',
          path: requestId,
          request: status,
          status: 200,
          answer: settled.status,
          note: 'arranged',
        })
      }
    },
    isResolved: async () => {
      for (const { name } of customers) {
        const open = (await driver.transactions(name)).some(({ status }) => status === 'pending')
        if (open || ((await driver.balance(name)).held ?? 0) !== 0) return false
      }
      return true
    },
    resolve: async () => {
      await time.until(() => isAgreed(stage))
    },
    postWebhook: async (body, note, contentType = 'application/json') => {
      const url = driver.webhookUrl ?? ''
      const answered = await post(url, body, contentType)
      const { pathname } = new URL(url)
      seen.push({
        at: new Date().toISOString(),
        between: 'VTpass and reseller',
        method: 'POST',
        path: pathname,
        request: body,
        status: answered.status,
        answer: answered.body,
        note,
      })
      return answered
    },
    end: async () => {
      for (const rule of rules.splice(0)) await simulator.scenarios.remove(rule).catch(() => {})
    },
  }
  return stage
}

/** Nothing is in doubt, and each recipient has as many deliveries here as at VTpass. */
async function isAgreed(stage: Stage): Promise<boolean> {
  if (!(await stage.isResolved())) return false
  for (const customer of stage.customers) {
    const here = (await stage.transactions(customer)).filter(({ status }) => status === 'delivered')
    for (const recipient of recipientsOf(stage, customer)) {
      const there = await stage.atVtpass(recipient)
      const delivered = there.filter(({ status }) => status === 'delivered').length
      if (here.filter((bought) => bought.recipient === recipient).length !== delivered) return false
    }
  }
  return true
}

async function post(url: string, body: string, contentType: string): Promise<Answered> {
  try {
    const signal = AbortSignal.timeout(WEBHOOK_TIMEOUT_MS)
    const headers = { 'content-type': contentType }
    const answer = await fetch(url, { method: 'POST', headers, body, signal })
    return { status: answer.status, body: await answer.text() }
  } catch (error) {
    return { status: null, body: String(error) }
  }
}
