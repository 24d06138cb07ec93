import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import type { ControlledSimulator } from '../../simulator/index.ts'
import type { Bought, Order, ResellerDriver, Told, Word } from './driver.ts'
import { koboOf } from './money.ts'

/** What a small reseller may do wrong. */
export interface Mistakes {
  readonly silenceIsFailure?: boolean
  readonly webhookIsBelieved?: boolean
  readonly processingIsSuccess?: boolean
  readonly retriesUnderNewName?: boolean
  readonly refundsEveryTime?: boolean
  readonly readsBalanceBeforePaying?: boolean
}

interface Book {
  readonly customer: string
  readonly order: Order
  readonly reference: string
  readonly price: number
  readonly openedAt: number
  state: Bought['status']
  notFound: number
}

interface Heard {
  readonly code: string
  readonly status: string
}

/** Longer than a busy machine takes for an answer. */
const PATIENCE_MS = 2_500

/** A reseller of one page, without a database, that does right what it is not told to do wrong. */
export async function startSmallReseller(simulator: ControlledSimulator, mistakes: Mistakes = {}) {
  const wallets = new Map<string, number>()
  const books: Book[] = []
  let aheadMs = 0
  const now = () => Date.now() + aheadMs

  async function ask(path: string, fields: object): Promise<Heard | null> {
    const { apiKey, secretKey } = simulator.account
    try {
      const answer = await fetch(`${simulator.baseUrl}/${path}`, {
        method: 'POST',
        headers: { 'api-key': apiKey, 'secret-key': secretKey, 'content-type': 'application/json' },
        body: JSON.stringify(fields),
        signal: AbortSignal.timeout(PATIENCE_MS),
      })
      const body = await answer.json()
      return { code: String(body.code), status: String(body.content?.transactions?.status ?? '') }
    } catch {
      return null
    }
  }

  function newReference(): string {
    const lagos = new Date(now() + 3_600_000).toISOString().slice(0, 16).replaceAll(/\D/g, '')
    return lagos + randomBytes(8).toString('hex')
  }

  async function priceOf({ serviceID, variation }: Order): Promise<number> {
    const { variations } = await simulator.products.get(serviceID)
    const plan = variations.find(({ variation_code }) => variation_code === variation)
    return koboOf(plan?.variation_amount ?? 0)
  }

  function pay(customer: string, kobo: number): void {
    wallets.set(customer, (wallets.get(customer) ?? 0) + kobo)
  }

  function settle(book: Book, state: Bought['status']): void {
    const isBack = book.state === 'failed' || book.state === 'reversed'
    if (isBack && mistakes.refundsEveryTime !== true) return
    if (state === 'failed' || state === 'reversed') pay(book.customer, book.price)
    book.state = state
  }

  function decide(book: Book, heard: Heard | null, call: 'pay' | 'requery'): void {
    if (heard === null) {
      if (mistakes.silenceIsFailure === true && call === 'pay') settle(book, 'failed')
      return
    }
    const { code, status } = heard
    if (code === '000' && status === 'delivered') settle(book, 'delivered')
    else if (code === '099' && mistakes.processingIsSuccess === true) settle(book, 'delivered')
    else if (code === '016') settle(book, 'failed')
    else if (code === '040') settle(book, 'reversed')
    else if (code === '015' && call === 'requery') {
      book.notFound += 1
      if (book.notFound > 1 && now() - book.openedAt > 600_000) settle(book, 'failed')
    }
  }

  async function requery(book: Book): Promise<void> {
    decide(book, await ask('requery', { request_id: book.reference }), 'requery')
  }

  async function buy(customer: string, order: Order): Promise<Told> {
    const known = books.find((book) => book.customer === customer && book.order.requestId === order.requestId)
    if (known !== undefined) return tell(known.state, known.price)
    const before = wallets.get(customer) ?? 0
    const price = await priceOf(order)
    const funds = mistakes.readsBalanceBeforePaying === true ? before : (wallets.get(customer) ?? 0)
    const twin = books.find((book) => book.customer === customer && book.order.requestId === order.requestId)
    if (twin !== undefined) return tell(twin.state, twin.price)
    if (funds < price) return tell('failed', null)
    pay(customer, -price)
    const reference = newReference()
    const book: Book = { customer, order, reference, price, openedAt: now(), state: 'pending', notFound: 0 }
    books.push(book)
    const { serviceID, variation, recipient } = order
    const fields = { serviceID, billersCode: recipient, variation_code: variation, phone: recipient }
    let heard = await ask('pay', { ...fields, request_id: reference })
    if (heard === null && mistakes.retriesUnderNewName === true)
      heard = await ask('pay', { ...fields, request_id: newReference() })
    decide(book, heard, 'pay')
    return tell(book.state, price)
  }

  async function hear(body: string): Promise<void> {
    const { data } = JSON.parse(body)
    const book = books.find(({ reference }) => reference === data.requestId)
    if (book === undefined) return
    if (mistakes.webhookIsBelieved === true) settle(book, data.content.transactions.status)
    else await requery(book)
  }

  const server = createServer(async (incoming, outgoing) => {
    await hear(await text(incoming)).catch(() => {})
    outgoing.setHeader('content-type', 'application/json')
    outgoing.end('{"response":"success"}')
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const own = (customer: string) => books.filter((book) => book.customer === customer)
  const driver: ResellerDriver = {
    name: 'a small reseller',
    webhookUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/vtpass`,
    fund: async (customer, kobo) => pay(customer, kobo),
    balance: async (customer) => ({ main: wallets.get(customer) ?? 0, cashback: 0, held: null }),
    buy,
    status: async (customer, requestId) => {
      const book = own(customer).find(({ order }) => order.requestId === requestId)
      return book === undefined ? { ...tell('failed', null), word: 'unknown' } : tell(book.state, book.price)
    },
    transactions: async (customer) =>
      own(customer).map(({ order: { requestId, recipient }, state, price }) => ({
        requestId,
        recipient,
        status: state,
        amount: price,
        earned: 0,
      })),
    clock: {
      now: async () => new Date(now()),
      advance: async (seconds) => {
        aheadMs += seconds * 1000
      },
    },
    tick: async () => {
      await Promise.all(books.filter(({ state }) => state === 'pending').map(requery))
    },
  }
  return { driver, stop: () => server.close() }
}

const words: Readonly<Record<Bought['status'], Word>> = {
  delivered: 'delivered',
  pending: 'processing',
  failed: 'failed',
  reversed: 'failed',
}

function tell(state: Bought['status'], amount: number | null): Told {
  return { word: words[state], amount, said: state, status: 200 }
}
