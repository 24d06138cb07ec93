import type {
  Account,
  ClockReading,
  Coverage,
  Delivery,
  Finding,
  JournalEntry,
  Product,
  Rule,
  Transaction,
} from './types.ts'

/** What a control API answers, for the tests of what reads it. */
export const at = '2026-01-05T09:00:00Z'

export const clock: ClockReading = { now: at, lagos: '202601051000', mode: 'frozen', next: null }

export const rule: Rule = {
  id: 'r1',
  match: { recipient: '08012345678' },
  occurrence: { first: 1 },
  fate: 'delivered-but-unheard',
  fault: null,
  matched: 0,
  decided: 0,
  createdAt: at,
}

export const transaction: Transaction = {
  requestId: '202601051000abc',
  status: 'delivered',
  code: '000',
  transactionId: '17676036000001234567890',
  serviceID: 'mtn',
  variationCode: null,
  recipient: '08011111111',
  quantity: 1,
  unitPrice: 100,
  amount: 100,
  commission: 3,
  fee: 0,
  total: 97,
  charged: 97,
  createdAt: at,
}

export const product: Product = {
  serviceID: 'mtn',
  name: 'MTN Airtime VTU',
  category: 'airtime',
  state: 'active',
  variations: [],
}

export const entry: JournalEntry = {
  id: 1,
  at,
  wallAt: at,
  endpoint: 'pay',
  request: { method: 'POST', path: '/api/pay', query: {}, headers: {}, fields: {}, callerIp: '127.0.0.1' },
  order: null,
  answer: null,
  code: null,
  status: null,
  heard: 'waiting',
  scenario: null,
  rule: null,
  fault: null,
  warnings: [],
}

export const delivery: Delivery = {
  id: 'w1',
  type: 'transaction-update',
  requestId: '202601051000abc',
  serviceID: 'mtn',
  body: {},
  createdAt: at,
  state: 'due',
  attempts: [],
  nextAttemptAt: at,
}

const tally = { exercised: {}, never: [] }

export const coverage: Coverage = {
  percentage: 0,
  products: [],
  endpoints: tally,
  serviceIDs: tally,
  codes: tally,
  statuses: tally,
  faults: tally,
  requeryPaths: tally,
  exercised: [],
}

export const finding: Finding = {
  name: 'bought-again-while-in-doubt',
  grade: 'critical',
  title: 'Bought again while the first purchase was in doubt',
  detail: '202601051000abc was in doubt when 202601051001abc bought the same.',
  advice: 'Requery before you buy again.',
  requestIds: ['202601051000abc', '202601051001abc'],
  exchanges: [{ id: 2, at, said: 'POST pay 202601051001abc → 000 delivered' }],
  webhooks: [],
}

export const account: Account = {
  id: 'shop',
  apiKey: 'shop-api-key',
  publicKey: 'PK_shop',
  secretKey: 'SK_shop',
  email: 'shop@vtpass.com',
  password: 'secret',
  wallet: 500,
  openingBalance: 500,
  state: 'active',
  authentication: 'all',
  whitelistedProducts: null,
  whitelistedIps: null,
  callbackUrl: null,
  duplicateWindow: '30s',
  duplicateScope: 'same-service',
  settlePendingAfter: '0',
  timeoutHold: '60s',
  requestIdDate: 'enforced',
  verifyDetail: false,
  webhookDelays: [],
  webhookTimeout: '10s',
  journalSize: 1000,
  strict: false,
}

/** A list that is one page. */
export function listOf<Item>(...items: Item[]): { items: Item[]; total: number } {
  return { items, total: items.length }
}
