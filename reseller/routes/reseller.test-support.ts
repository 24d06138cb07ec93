import { randomBytes, randomInt, randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import { createApp } from '../app.ts'
import { createLog } from '../log.ts'
import { SECRET_BYTES, secretOf } from '../notices/message.ts'
import type { Posted, PostRequest } from '../notices/post.ts'
import { observeVtpass } from '../observe/observe-vtpass.ts'
import { createObserver, type Observer } from '../observe/observer.ts'
import { readPercent } from '../pricing/percent.ts'
import { lookSettings } from '../purchases/decide-look.ts'
import { guardedVtpass } from '../purchases/guarded-vtpass.ts'
import { createUpstreamGuard, type GuardSettings } from '../purchases/upstream-guard.ts'
import type { Database } from '../storage/database.ts'
import { createCatalogue } from '../vtpass/catalogue.ts'
import type { Heard } from '../vtpass/heard.ts'
import type { PayFields, VerifyFields, Vtpass } from '../vtpass/vtpass.ts'
import type { Backend, BackendSettings } from './backend.ts'
import { expectContract } from './contract.test-support.ts'
import { createCustomers } from './customers.ts'
import { createLimit } from './limit.ts'
import { bouquets, otherServices, smartcard } from './other-products.test-support.ts'
import { type Bearer, mintToken } from './token.ts'

const SECRET_TEXT = 'k3nf8a2qxz7wm1p9k3nf8a2qxz7wm1p9'
export const SECRET = new TextEncoder().encode(SECRET_TEXT)
/** 2026-01-27T12:00:00Z */
export const NOON = Date.UTC(2026, 0, 27, 12)

/** What a test reads of an answer; of many shapes. */
// biome-ignore lint/suspicious/noExplicitAny: a test reads paths that it then asserts on
export type Body = any

interface Answered {
  readonly status: number
  readonly headers: Headers
  readonly body: Body
}

interface CallOptions {
  readonly token?: string | null
  readonly headers?: Record<string, string>
  readonly remoteAddress?: string
}

/** What VTpass is asked and says; a test changes it as it goes. */
interface FakeVtpass {
  pay: (fields: PayFields) => Heard | Promise<Heard>
  requery: (reference: string) => Heard | Promise<Heard>
  variations: (serviceID: string) => Heard | Promise<Heard>
  services: (identifier: string) => Heard | Promise<Heard>
  verify: (fields: VerifyFields) => Heard | Promise<Heard>
  balance: () => Heard | Promise<Heard>
  readonly paid: PayFields[]
  readonly verified: VerifyFields[]
  readonly requeried: string[]
}

function answerOf(body: unknown, httpStatus = 200): Heard {
  return { kind: 'answer', httpStatus, contentType: 'application/json', body }
}

/** VTpass's answer to a purchase of ₦240 of MTN data, as the document prints it. */
export function deliveredAnswer(reference: string, transaction: object = {}, rest: object = {}): Heard {
  return answerOf({
    code: '000',
    response_description: 'TRANSACTION SUCCESSFUL',
    requestId: reference,
    amount: 240,
    transaction_date: '2026-01-27T12:00:00.000000Z',
    content: {
      transactions: {
        status: 'delivered',
        product_name: 'MTN Data',
        unique_element: '08012345678',
        unit_price: '240',
        quantity: 1,
        service_verification: null,
        channel: 'api',
        commission: 2.5,
        total_amount: 247.5,
        discount: null,
        type: 'Data Services',
        email: 'house@reseller.example',
        phone: '08099999999',
        name: null,
        amount: '240',
        platform: 'api',
        method: 'api',
        transactionId: '17415980564672211596777904',
        commission_details: { amount: 2.5, rate: '1.00', rate_type: 'percent', computation_type: 'default' },
        ...transaction,
      },
    },
    ...rest,
  })
}

/** An answer with a code and, where there is one, the status of its transaction. */
export function codeAnswer(code: string, status: string | null, said: string, httpStatus = 200): Heard {
  const content = status === null ? { errors: [] } : { transactions: { status, transactionId: '17' } }
  return answerOf({ code, response_description: said, content }, httpStatus)
}

export const LOST: Heard = { kind: 'lost', why: 'no whole answer in time' }
export const NOT_SENT: Heard = { kind: 'not-sent', why: 'connection refused' }

const plans = [
  { variation_code: 'mtn-1gb-daily', name: 'MTN 1GB Daily', variation_amount: '240.00', fixedPrice: 'Yes' },
  {
    variation_code: 'mtn-1gb-week',
    name: 'N1000 1GB - 7 days',
    variation_amount: '1000.00',
    fixedPrice: 'Yes',
  },
  { variation_code: 'airtime', name: 'Buy Airtime', variation_amount: '0.00', fixedPrice: 'Yes' },
]

const services = [
  {
    serviceID: 'mtn-data',
    name: 'MTN Data',
    minimium_amount: '1',
    maximum_amount: '1000000',
    convinience_fee: '0 %',
    product_type: 'fix',
    image: 'https://sandbox.vtpass.com/resources/products/200X200/MTN-Data.jpg',
  },
  { serviceID: 'smile-direct', name: 'Smile Payment', minimium_amount: '100', maximum_amount: '150000' },
]

function fakeVtpass(): FakeVtpass {
  return {
    paid: [],
    verified: [],
    requeried: [],
    pay: ({ request_id }) => deliveredAnswer(request_id),
    requery: (reference) => deliveredAnswer(reference),
    services: (identifier) => {
      const listed = identifier === 'data' ? services : otherServices[identifier]
      return listed === undefined
        ? answerOf({ code: '011', content: { errors: 'Category Does not Exist' } })
        : answerOf({ response_description: '000', content: listed })
    },
    variations: (serviceID) =>
      answerOf({
        response_description: '000',
        content:
          serviceID === 'gotv'
            ? bouquets
            : { ServiceName: 'MTN Data', serviceID, convinience_fee: '0 %', variations: plans },
      }),
    verify: () => answerOf({ code: '000', content: smartcard }),
    balance: () => answerOf({ code: 1, contents: { balance: 0 } }),
  }
}

/** A customer's webhook: what was posted to it, and what it answers. */
interface FakeWebhook {
  readonly posted: PostRequest[]
  answer: (message: PostRequest) => Posted
}

/** The whole reseller over a database and a VTpass of the test's own. Every answer is held to openapi/reseller.yaml. */
export interface TestReseller {
  readonly vtpass: FakeVtpass
  readonly webhook: FakeWebhook
  readonly backend: Backend
  readonly reported: string[]
  readonly observer: Observer
  /** All that was written down, each line as it stands. */
  readonly lines: string[]
  advance(seconds: number): void
  tokenOf(bearer: Bearer, seconds?: number): Promise<string>
  get(path: string, options?: CallOptions): Promise<Answered>
  put(path: string, body: unknown, options?: CallOptions): Promise<Answered>
  remove(path: string, options?: CallOptions): Promise<Answered>
  post(path: string, body: unknown, options?: CallOptions): Promise<Answered>
}

export interface TestSettings extends Partial<BackendSettings> {
  readonly perUser?: number
  readonly perIp?: number
  readonly allowsPrivateWebhooks?: boolean
  /** Off where it is not said. */
  readonly guard?: Partial<GuardSettings>
}

export function resellerOn(database: Database, settings: TestSettings = {}): TestReseller {
  let now = NOON
  const vtpass = fakeVtpass()
  const webhook: FakeWebhook = { posted: [], answer: () => ({ httpStatus: 204, note: null }) }
  const reported: string[] = []
  const lines: string[] = []
  const log = createLog(
    { level: 'debug', secrets: [SECRET_TEXT] },
    { write: (line) => void lines.push(line) },
  )
  const observer = createObserver(log)
  const fake: Vtpass = {
    pay: async (fields) => {
      vtpass.paid.push(fields)
      return vtpass.pay(fields)
    },
    requery: async (reference) => {
      vtpass.requeried.push(reference)
      return vtpass.requery(reference)
    },
    variations: async (serviceID) => vtpass.variations(serviceID),
    services: async (identifier) => vtpass.services(identifier),
    verify: async (fields) => {
      vtpass.verified.push(fields)
      return vtpass.verify(fields)
    },
    balance: async () => vtpass.balance(),
    close: async () => {},
  }
  const asked = observeVtpass(fake, observer, () => new Date(now))
  const guard = createUpstreamGuard({ downAfter: 0, downForMs: 15_000, balanceEveryMs: 0, ...settings.guard })
  const backend: Backend = {
    shop: {
      database,
      vtpass: guardedVtpass(asked, guard, () => new Date(now)),
      now: () => new Date(now),
      fraction: () => 0.5,
      randomBelow: (limit) => randomInt(limit),
      newId: () => randomUUID(),
      settings: { ...lookSettings, leaseMs: 60_000 },
    },
    catalogue: createCatalogue(asked, { now: () => now }),
    customers: createCustomers(database, () => now),
    vtpass: asked,
    guard,
    settings: {
      jwtSecret: SECRET,
      prices: { markups: { regular: percent('5'), friendly: null }, cashback: percent('0') },
      allowsTestNumbers: true,
      trustedProxies: 0,
      ...settings,
    },
    webhooks: {
      post: async (message) => {
        webhook.posted.push(message)
        return webhook.answer(message)
      },
      newSecret: () => secretOf(randomBytes(SECRET_BYTES)),
      allowsPrivate: settings.allowsPrivateWebhooks ?? true,
    },
    limits: { perUser: createLimit(settings.perUser ?? 0), perIp: createLimit(settings.perIp ?? 0) },
    isStopping: () => false,
    report: (error, where) => void reported.push(`${where}: ${error}`),
  }
  const app = createApp(backend, observer)
  const send = async (method: string, path: string, body: string | undefined, options: CallOptions) => {
    const { token = null, headers = {}, remoteAddress = '127.0.0.1' } = options
    const authorization = token === null ? {} : { authorization: `Bearer ${token}` }
    const init = {
      method,
      headers: { ...authorization, ...headers },
      ...(body === undefined ? {} : { body }),
    }
    const answer = await app.request(path, init, { remoteAddress })
    const text = await answer.text()
    const seen = {
      method,
      path: path.split('?')[0] ?? path,
      status: answer.status,
      headers: answer.headers,
      text,
    }
    expectContract(seen)
    expect(answer.headers.get('x-request-id'), 'every request has an id').toMatch(/^[\w.:=-]{1,64}$/)
    return { status: answer.status, headers: answer.headers, body: isJson(answer) ? JSON.parse(text) : text }
  }
  return {
    vtpass,
    webhook,
    backend,
    reported,
    observer,
    lines,
    advance: (seconds) => {
      now += seconds * 1000
    },
    tokenOf: (bearer, seconds = 3600) => mintToken(bearer, SECRET, now, seconds),
    get: (path, options = {}) => send('GET', path, undefined, options),
    put: (path, body, options = {}) => send('PUT', path, textOf(body), options),
    remove: (path, options = {}) => send('DELETE', path, undefined, options),
    post: (path, body, options = {}) => send('POST', path, textOf(body), options),
  }
}

function isJson({ headers }: Response): boolean {
  return headers.get('content-type')?.startsWith('application/json') ?? false
}

function textOf(body: unknown): string {
  return typeof body === 'string' ? body : JSON.stringify(body)
}

export function percent(text: string) {
  const read = readPercent(text)
  if (read === null) throw new Error(`${text} is no percentage`)
  return read
}
