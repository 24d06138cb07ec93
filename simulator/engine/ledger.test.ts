import fc from 'fast-check'
import { expect, it } from 'vitest'
import { contradictions } from '../../test/contract.ts'
import { countingLuck } from '../../test/world.ts'
import type { AccountOptions } from '../account-options.ts'
import { defaultAccount } from '../accounts.ts'
import { catalogueOf } from '../catalogue/catalogue.ts'
import { loadCatalogue } from '../catalogue/load.ts'
import type { ProductFile } from '../catalogue/product-file.ts'
import { files } from '../files.ts'
import type { Answer } from '../wire/answer.ts'
import { renderBalance } from '../wire/balance.ts'
import { renderRefusal } from '../wire/refusal.ts'
import { renderPayment, renderRequery } from '../wire/transaction.ts'
import { decideDue, decidePurchase, decideRequery, decideSettlement } from './decide.ts'
import { evolve } from './evolve.ts'
import type { Fate } from './fate.ts'
import type { Fields } from './order.ts'
import type { Status, Transaction } from './transaction.ts'
import { openWorld, type World } from './world.ts'

/** The products, with a fee for one of them, so that fees take part. */
const ours = loadCatalogue(files.catalogue, null)
const productFiles = [...ours.products.values()].map(
  ({ file }): ProductFile => (file.service.serviceID === 'gotv' ? { ...file, fee: 100 } : file),
)
const catalogue = catalogueOf(ours.categories, productFiles)

/** What the model knows of a purchase: what it must have cost, reckoned apart from the engine in whole numbers. */
interface Bought {
  status: Status
  readonly cost: bigint
}

interface Model {
  readonly opening: bigint
  readonly bought: Map<string, Bought>
  now: number
}

interface Real {
  readonly world: World
}

type Command = fc.Command<Model, Real>

function charged({ bought }: Model): bigint {
  const standing = [...bought.values()].filter(({ status }) => status === 'pending' || status === 'delivered')
  return standing.reduce((sum, { cost }) => sum + cost, 0n)
}

function checkWallet(model: Model, { world }: Real): void {
  expect(BigInt(world.balance)).toBe(model.opening - charged(model))
  expect(world.balance).toBeGreaterThanOrEqual(0)
  conforms('GET', '/api/balance', renderBalance(world.balance))
}

function conforms(method: string, path: string, answer: Answer): void {
  expect(contradictions({ method, path, ...answer })).toEqual([])
}

/** amount − commission + fee in millionths of a naira, from the texts of the answer and the product's file. */
function costOf(body: { amount: number | string }, file: ProductFile): bigint {
  const kobo = BigInt(Math.round(Number(body.amount) * 100))
  const hundredths = BigInt(file.commission.rate.replace('.', ''))
  return kobo * 10_000n - kobo * hundredths + BigInt(file.fee) * 1_000_000n
}

function pay(fields: Fields, fate: Fate): Command {
  return {
    check: () => true,
    run: (model, real) => {
      const at = { world: model.now, wall: model.now }
      const { world } = real
      const luck = countingLuck()
      const decision = decidePurchase(world, { fields, fate, at, luck, callerIp: '127.0.0.1', isHeld: false })
      for (const event of decision.events) evolve(world, event)
      if (decision.kind === 'refused') conforms('POST', '/api/pay', renderRefusal(decision.refusal))
      else noteOrder(model, decision.transaction, fate, real)
      checkWallet(model, real)
    },
    toString: () => `pay ${JSON.stringify(fields)} ${JSON.stringify(fate)}`,
  }
}

function noteOrder(model: Model, transaction: Transaction, fate: Fate, { world }: Real): void {
  const { requestId, status } = transaction
  expect(model.bought.has(requestId)).toBe(false)
  expect(world.transactions.get(requestId)).toBe(transaction)
  const payCode = fate.kind === 'vend' ? fate.payCode : null
  conforms('POST', '/api/pay', renderPayment(transaction, payCode, world.account.merchant).answer)
  const { answer } = renderPayment(transaction, null, world.account.merchant)
  model.bought.set(requestId, { status, cost: costOf(JSON.parse(answer.body), transaction.product.file) })
}

function requery(requestId: string): Command {
  return {
    check: () => true,
    run: (model, real) => {
      const found = decideRequery(real.world, { request_id: requestId })
      const bought = model.bought.get(requestId)
      if ('status' in found) {
        expect(found.status).toBe(bought?.status)
        conforms('POST', '/api/requery', renderRequery(found, real.world.account.merchant).answer)
      } else {
        expect(bought).toBeUndefined()
        const code = 'refusedWith' in found ? found.refusedWith : found.code
        conforms('POST', '/api/requery', renderRefusal({ code, reason: '' }))
      }
      checkWallet(model, real)
    },
    toString: () => `requery ${requestId}`,
  }
}

function settle(requestId: string, status: 'delivered' | 'failed' | 'reversed'): Command {
  return {
    check: () => true,
    run: (model, real) => {
      const event = decideSettlement(real.world, requestId, status)
      if (event !== null) {
        evolve(real.world, event)
        const bought = model.bought.get(requestId)
        expect(bought?.status).toBe(status === 'reversed' ? 'delivered' : 'pending')
        if (bought !== undefined) bought.status = status
      }
      checkWallet(model, real)
    },
    toString: () => `settle ${requestId} ${status}`,
  }
}

function passTime(ms: number): Command {
  return {
    check: () => true,
    run: (model, real) => {
      model.now += ms
      for (let due = decideDue(real.world, model.now); due !== null; due = decideDue(real.world, model.now)) {
        evolve(real.world, due)
        const bought = due.type === 'fell-due' ? model.bought.get(due.requestId) : undefined
        if (bought?.status === 'pending') bought.status = 'delivered'
      }
      checkWallet(model, real)
    },
    toString: () => `${ms} ms go by`,
  }
}

const requestIds = fc.integer({ min: 0, max: 30 }).map((n) => `202503101200${n}`)
const recipients = fc.constantFrom('08011111111', '1212121212', '08033333333')
const amounts = fc.oneof(
  fc.integer({ min: 1, max: 30_000 }).map(String),
  fc.integer({ min: 1, max: 3_000_000 }).map((kobo) => (kobo / 100).toFixed(2)),
  fc.constantFrom('ten', '-1', '0', '999999999'),
)
const codes = [...catalogue.products.values()].flatMap((product) => [...product.variations.keys()])

const fields: fc.Arbitrary<Fields> = fc.constantFrom(...catalogue.products.values()).chain((product) => {
  const own = [...product.variations.keys()]
  return fc.record(
    {
      request_id: fc.oneof(
        { weight: 9, arbitrary: requestIds },
        { weight: 1, arbitrary: fc.constantFrom('x', '202503091200a') },
      ),
      serviceID: fc.oneof(
        { weight: 15, arbitrary: fc.constant(product.serviceID) },
        { weight: 1, arbitrary: fc.constant('nothing') },
      ),
      billersCode: recipients,
      phone: recipients,
      amount: amounts,
      variation_code: fc.oneof(
        { weight: 9, arbitrary: fc.constantFrom(...(own.length > 0 ? own : ['none'])) },
        { weight: 1, arbitrary: fc.constantFrom(...codes) },
      ),
      quantity: fc.integer({ min: -1, max: 12 }).map(String),
      subscription_type: fc.constantFrom('change', 'renew', 'new'),
    },
    {
      requiredKeys: [
        'request_id',
        'serviceID',
        'billersCode',
        'phone',
        'variation_code',
        'subscription_type',
      ],
    },
  )
})

const fates: fc.Arbitrary<Fate> = fc.oneof(
  fc.record({
    kind: fc.constant('vend' as const),
    status: fc.constantFrom<Status>('pending', 'delivered', 'failed', 'reversed'),
    payCode: fc.constant(null),
    requeryCode: fc.constant(null),
    settles: fc.constant(null),
  }),
  fc.constantFrom<Fate>(
    { kind: 'vend', status: 'delivered', payCode: '001', requeryCode: '001', settles: null },
    { kind: 'vend', status: 'pending', payCode: '099', requeryCode: null, settles: null },
    { kind: 'vend', status: 'pending', payCode: '044', requeryCode: '044', settles: null },
    { kind: 'vend', status: 'failed', payCode: '091', requeryCode: '091', settles: null },
    { kind: 'refuse', code: '083', moment: 'at-the-biller' },
    { kind: 'refuse', code: '019', moment: 'at-once' },
    { kind: 'refuse', code: '021', moment: 'at-once' },
  ),
)

const commands = fc.commands(
  [
    fc.tuple(fields, fates).map(([asked, fate]) => pay(asked, fate)),
    fc.tuple(fields, fates).map(([asked, fate]) => pay(asked, fate)),
    requestIds.map((requestId) => requery(requestId)),
    fc
      .tuple(requestIds, fc.constantFrom('delivered' as const, 'failed' as const, 'reversed' as const))
      .map(([requestId, status]) => settle(requestId, status)),
    fc.integer({ min: 0, max: 120_000 }).map((ms) => passTime(ms)),
  ],
  { size: 'medium' },
)

const accounts: fc.Arbitrary<AccountOptions> = fc.record({
  wallet: fc.integer({ min: 0, max: 400_000 }),
  duplicateWindow: fc.constantFrom(0, 15, 30),
  settlePendingAfter: fc.constantFrom(0, 10, 60),
})

it('the wallet is the opening balance less what is delivered and pending, whatever happens', () => {
  fc.assert(
    fc.property(accounts, commands, (options, run) => {
      const world = openWorld(defaultAccount(options), catalogue)
      const model: Model = {
        opening: BigInt(world.balance),
        bought: new Map(),
        now: Date.parse('2025-03-10T11:00:00Z'),
      }
      fc.modelRun(() => ({ model, real: { world } }), run)
    }),
    { numRuns: 300 },
  )
})
