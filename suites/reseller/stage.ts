import { setTimeout as sleep } from 'node:timers/promises'
import type { NewRule, Settlement, Transaction } from '../../simulator/index.ts'
import type { Problem, SeenExchange } from '../report/index.ts'
import { checkTold } from './check-told.ts'
import type { Balance, Bought, Order, ResellerDriver, Told, Word } from './driver.ts'
import type { Plan, World } from './world.ts'

/** What a case is played on: customers and recipients of its own, and what it found out about them. */
export interface Stage extends Omit<World, 'names' | 'driver'> {
  readonly driver: Pick<
    ResellerDriver,
    'webhookUrl' | 'plans' | 'tick' | 'stop' | 'start' | 'settings' | 'verify' | 'alerts'
  >
  readonly names: World['names']
  readonly customers: readonly Customer[]
  readonly purchases: readonly Purchase[]
  /** How often a purchase for this recipient was asked for under a name of its own. */
  sendsFor(recipient: string): number
  readonly problems: readonly Problem[]
  readonly seen: readonly SeenExchange[]
  /** Somebody new, with so much money in the main wallet: kobo. */
  customer(kobo?: number): Promise<Customer>
  fund(customer: Customer, kobo: number): Promise<void>
  recipient(): string
  /** Arranges what VTpass does about this recipient. Rules are asked in the order in which they were added. */
  arrange(recipient: string, rule: NewRule): Promise<void>
  /** Buys, and holds what the customer is told to what VTpass has on record. */
  buy(customer: Customer, wanted?: Wanted): Promise<Purchase>
  /** Sends the same request once more; nothing is added to what is wanted. */
  again(purchase: Purchase): Promise<Told>
  balance(customer: Customer): Promise<Balance>
  status(customer: Customer, requestId: string): Promise<Told>
  transactions(customer: Customer): Promise<readonly Bought[]>
  /** What VTpass has on record for the recipient; what it refused is left out. */
  atVtpass(recipient: string): Promise<readonly Transaction[]>
  /** Settles all that VTpass has for the recipient, which sends its webhook where there is an address. */
  settle(recipient: string, status: Settlement['status']): Promise<void>
  /** Waits until the reseller has ended every doubt of these customers, and is of VTpass's opinion. */
  resolve(): Promise<void>
  /** Asks about all: none of their purchases may be in doubt. */
  isResolved(): Promise<boolean>
  problem(found: Found): void
  /** Posts to the reseller's webhook. The HTTP status; null where there was no answer. */
  postWebhook(body: string, note: string, contentType?: string): Promise<Answered>
  note(exchange: SeenExchange): void
  /** What is arranged is taken away, and what the case did at VTpass by itself is not counted. */
  end(): Promise<void>
}

export interface Customer {
  readonly name: string
  /** Paid in so far, in kobo. */
  funded: number
}

interface Wanted {
  readonly recipient?: string
  readonly plan?: Plan
  readonly requestId?: string
  readonly useCashback?: boolean
  readonly amount?: number
  /** What the customer may be told; default: whatever VTpass's record bears out. */
  readonly mayBeTold?: readonly Word[]
}

export interface Purchase {
  readonly customer: Customer
  readonly order: Order
  readonly plan: Plan
  readonly told: Told
  /** What it costs the customer, in kobo; null where nobody says so before. */
  readonly price: number | null
}

interface Answered {
  readonly status: number | null
  readonly body: string
}

/** A problem, without what it is seldom about. */
interface Found {
  readonly field?: string
  readonly expected: string
  readonly actual: string
  readonly cost?: string
}

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
      const price = await world.priceOf(customer.name, plan)
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

export function recipientsOf({ purchases }: Pick<Stage, 'purchases'>, customer: Customer): readonly string[] {
  const own = purchases.filter((purchase) => purchase.customer === customer)
  return [...new Set(own.map(({ order }) => order.recipient))]
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
