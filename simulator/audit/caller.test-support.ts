import type { Evidence } from './evidence.ts'
import { findingsOf } from './findings.ts'
import type { ProductFacts } from './product-facts.ts'
import type { JournalEntry, Schemas } from './schemas.ts'

/** What VTpass answers, what is heard of it, and what is on record then. */
export interface Answer {
  readonly code: string | null
  readonly status?: string
  readonly httpStatus?: number
  readonly body?: unknown
  readonly heard?: Schemas['Heard']
  readonly fault?: string
  /** Undefined leaves the record as it is. */
  readonly record?: Schemas['TransactionStatus']
}

export const delivered: Answer = { code: '000', status: 'delivered', record: 'delivered' }
export const failed: Answer = { code: '016', status: 'failed', record: 'failed' }
export const pending: Answer = { code: '000', status: 'pending', record: 'pending' }
export const processing: Answer = { code: '099', status: 'pending', record: 'pending' }
export const reversed: Answer = { code: '040', status: 'reversed', record: 'reversed' }
export const systemError: Answer = { code: '083', httpStatus: 500 }
export const notFound: Answer = { code: '015' }
export const usedBefore: Answer = { code: '014' }
export const duplicate: Answer = { code: '019', record: 'refused' }
export const refusedWith = (code: string): Answer => ({ code })

export const unheard = (answer: Answer): Answer => ({ ...answer, heard: 'nothing', fault: 'empty-response' })
export const garbled = (answer: Answer, fault = 'html-502'): Answer => ({
  ...answer,
  heard: 'garbled',
  fault,
})

const products: readonly ProductFacts[] = [
  { serviceID: 'mtn', hasVerification: false, unverifiable: [], renewalPrice: null, openPlans: [] },
  { serviceID: 'mtn-data', hasVerification: false, unverifiable: [], renewalPrice: null, openPlans: [] },
  {
    serviceID: 'gotv',
    hasVerification: true,
    unverifiable: ['201000000000'],
    renewalPrice: 410,
    openPlans: [],
  },
  {
    serviceID: 'smile-direct',
    hasVerification: true,
    unverifiable: [],
    renewalPrice: null,
    openPlans: ['airtime'],
  },
]

export const airtime = { serviceID: 'mtn', recipient: '08011111111', amount: '100' }
export const bouquet = { serviceID: 'gotv', recipient: '1212121212', variationCode: 'gotv-lite' }
export const renewal = { serviceID: 'gotv', recipient: '1212121212', subscriptionType: 'renew' }

type Order = Partial<Schemas['JournalOrder']>

const MINUTE = 60_000

/** A caller of VTpass, from whose calls the evidence grows. Its clock stands still until it waits. */
export function callerAt(start = '2025-03-10T09:14:16.000Z') {
  const journal: JournalEntry[] = []
  const records = new Map<string, Schemas['Transaction']>()
  const webhooks: Schemas['Delivery'][] = []
  const requestIds = new Map<string, string>()
  let now = Date.parse(start)
  let wall = now

  const note = (entry: Partial<JournalEntry>, answer: Answer) => {
    journal.push({
      id: journal.length + 1,
      at: new Date(now).toISOString(),
      wallAt: new Date(wall).toISOString(),
      endpoint: null,
      request: requestOf('POST', '/api/pay'),
      order: null,
      scenario: null,
      rule: null,
      warnings: [],
      ...entry,
      ...answered(answer),
    })
  }
  const settle = (requestId: string, status: Schemas['TransactionStatus'], order: Order = {}) => {
    const known = records.get(requestId) ?? recordOf(requestId, order, now)
    records.set(requestId, { ...known, status })
  }
  /** The request id that a name in a test stands for; a new one is made from the clock. */
  const idOf = (name: string) => {
    const id = requestIds.get(name) ?? `${stampOf(now)}k3v9x2m1${name}`
    requestIds.set(name, id)
    return id
  }

  return {
    idOf,
    /** Says what a request id is, in place of one that is made. */
    call: (name: string, requestId: string) => requestIds.set(name, requestId),
    wait: (minutes: number) => {
      now += minutes * MINUTE
      wall += minutes * MINUTE
    },
    moveClock: (minutes: number) => {
      now += minutes * MINUTE
    },
    pay: (name: string, answer: Answer, order: Order = airtime) => {
      const requestId = idOf(name)
      note({ endpoint: 'pay', order: { ...noOrder, ...order, requestId } }, answer)
      if (answer.record !== undefined) settle(requestId, answer.record, order)
    },
    requery: (name: string, answer: Answer) => {
      note({ endpoint: 'requery', order: { ...noOrder, requestId: idOf(name) } }, answer)
    },
    verify: (order: Order, content: object, answer: Partial<Answer> = {}) => {
      const body = { code: '000', content }
      note({ endpoint: 'merchant-verify', order: { ...noOrder, ...order } }, { code: '000', body, ...answer })
    },
    get: (endpoint: string, headers: Record<string, string>) => {
      note({ endpoint, request: requestOf('GET', `/api/${endpoint}`, headers) }, { code: null })
    },
    /** What VTpass refuses before it looks at the body. */
    unauthorized: () => note({ endpoint: 'pay', order: noOrder }, { code: '087', httpStatus: 401 }),
    settle: (name: string, status: Schemas['TransactionStatus']) => settle(idOf(name), status),
    webhook: (name: string | null, webhook: Partial<Schemas['Delivery']>) => {
      const requestId = name === null ? null : idOf(name)
      webhooks.push(
        deliveryOf(`webhook-${webhooks.length + 1}`, requestId, new Date(now).toISOString(), webhook),
      )
    },
    attempt: (attempt: Partial<Schemas['Attempt']>): Schemas['Attempt'] => ({
      at: new Date(now).toISOString(),
      url: 'http://127.0.0.1:3000/vtpass',
      status: 200,
      body: '{"response":"success"}',
      error: null,
      isAcknowledged: (attempt.error ?? null) === null,
      ...attempt,
    }),
    transactionIdOf: (name: string) => records.get(idOf(name))?.transactionId ?? '',
    evidence: (changes: Partial<Evidence> = {}): Evidence => ({
      journal: [...journal],
      transactions: [...records.values()],
      webhooks: [...webhooks],
      products,
      now: new Date(now).toISOString(),
      isComplete: true,
      ...changes,
    }),
  }
}

export type Caller = ReturnType<typeof callerAt>

const noOrder: Schemas['JournalOrder'] = {
  requestId: null,
  serviceID: null,
  recipient: null,
  variationCode: null,
  amount: null,
  subscriptionType: null,
}

/** The first twelve digits of a request id: Lagos is an hour ahead of UTC. */
function stampOf(moment: number): string {
  return new Date(moment + 60 * MINUTE).toISOString().replace(/\D/g, '').slice(0, 12)
}

function requestOf(
  method: string,
  path: string,
  headers: Record<string, string> = {},
): JournalEntry['request'] {
  return { method, path, query: {}, headers, fields: {}, callerIp: '127.0.0.1' }
}

function answered(answer: Answer): Pick<JournalEntry, 'answer' | 'code' | 'status' | 'heard' | 'fault'> {
  const { code, status = null, httpStatus = 200, heard = 'whole', fault, body = { code } } = answer
  const written = {
    status: httpStatus,
    contentType: 'application/json',
    body: JSON.stringify(body),
    reason: null,
  }
  return {
    answer: heard === 'waiting' ? null : written,
    code,
    status,
    heard,
    fault: fault === undefined ? null : { kind: fault, when: 'after-commit' },
  }
}

function recordOf(requestId: string, order: Order, now: number): Schemas['Transaction'] {
  return {
    requestId,
    status: 'pending',
    code: '000',
    transactionId: `${Math.floor(now / 1000)}${String(requestId.length).padStart(16, '7')}`,
    serviceID: order.serviceID ?? null,
    variationCode: order.variationCode ?? null,
    recipient: order.recipient ?? null,
    quantity: 1,
    unitPrice: 100,
    amount: 100,
    commission: 3.5,
    fee: 0,
    total: 96.5,
    charged: 96.5,
    createdAt: new Date(now).toISOString(),
  }
}

function deliveryOf(
  id: string,
  requestId: string | null,
  createdAt: string,
  changes: Partial<Schemas['Delivery']>,
): Schemas['Delivery'] {
  return {
    id,
    type: 'transaction-update',
    requestId,
    serviceID: 'mtn',
    body: {},
    createdAt,
    state: 'acknowledged',
    attempts: [],
    nextAttemptAt: null,
    ...changes,
  }
}

/** The names of what an auditor finds in it. */
export function namesFound(caller: Caller, changes: Partial<Evidence> = {}): string[] {
  return findingsOf(caller.evidence(changes)).map(({ name }) => name)
}
