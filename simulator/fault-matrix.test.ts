import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { clientOf, type Heard } from '../test/client.ts'
import { loadCatalogue } from './catalogue/load.ts'
import type { Product } from './catalogue/product.ts'
import { faultKinds } from './faults/strike.ts'
import { files } from './files.ts'
import { type ControlledAccount, type NewRule, type RunningSimulator, startSimulator } from './index.ts'
import { type ScenarioName, scenarioNames } from './scenarios/scenario.ts'

/** Every fate × every fault × every moment, over a socket and seen from a client: what it hears, and what then holds. */
let simulator: RunningSimulator
beforeAll(async () => {
  simulator = await startSimulator({ port: 0 })
})
afterAll(() => simulator.stop())

type AskedFault = NonNullable<NewRule['fault']>
type Moment = NonNullable<AskedFault['when']>

const moments: readonly Moment[] = ['before-commit', 'after-commit', 'mid-answer']

/** Each fault with what it needs to be told; a kind that is missing here does not compile. */
const faults: { readonly [Kind in AskedFault['kind']]: AskedFault & { kind: Kind } } = {
  'fixed-delay': { kind: 'fixed-delay', delay: '40s' },
  'uniform-delay': { kind: 'uniform-delay', lower: '20s', upper: '40s' },
  'lognormal-delay': { kind: 'lognormal-delay', median: '20s', sigma: 0.4, maximum: '40s' },
  'chunked-dribble-delay': { kind: 'chunked-dribble-delay', numberOfChunks: 4, totalDuration: '40s' },
  'wrong-content-type': { kind: 'wrong-content-type' },
  'wrong-charset': { kind: 'wrong-charset' },
  'connection-reset-by-peer': { kind: 'connection-reset-by-peer' },
  'empty-response': { kind: 'empty-response' },
  'malformed-response-chunk': { kind: 'malformed-response-chunk' },
  'random-data-then-close': { kind: 'random-data-then-close' },
  'truncated-json': { kind: 'truncated-json' },
  'html-502': { kind: 'html-502' },
  'html-503': { kind: 'html-503' },
  'html-504': { kind: 'html-504' },
  'duplicated-answer': { kind: 'duplicated-answer' },
  'empty-body': { kind: 'empty-body' },
  'unlisted-code': { kind: 'unlisted-code' },
  'unlisted-status': { kind: 'unlisted-status' },
  'bare-text': { kind: 'bare-text' },
}

/** What a client makes of what it hears: VTpass's own answer, something else, or no answer that it could read. */
type Impression = 'the answer' | 'JSON that is not the answer' | 'no JSON' | 'a broken answer' | 'no answer'

interface Effect {
  readonly after: Impression
  readonly mid: Impression
}

const same = (impression: Impression): Effect => ({ after: impression, mid: impression })
const cut: Effect = { after: 'no answer', mid: 'a broken answer' }

const effects: Record<AskedFault['kind'], Effect> = {
  'fixed-delay': same('the answer'),
  'uniform-delay': same('the answer'),
  'lognormal-delay': same('the answer'),
  'chunked-dribble-delay': same('the answer'),
  'wrong-content-type': same('the answer'),
  'wrong-charset': same('no JSON'),
  'connection-reset-by-peer': cut,
  'empty-response': cut,
  'malformed-response-chunk': same('a broken answer'),
  'random-data-then-close': { after: 'no answer', mid: 'no JSON' },
  'truncated-json': same('no JSON'),
  'html-502': same('no JSON'),
  'html-503': same('no JSON'),
  'html-504': same('no JSON'),
  'duplicated-answer': same('no JSON'),
  'empty-body': same('no JSON'),
  'unlisted-code': same('JSON that is not the answer'),
  'unlisted-status': same('JSON that is not the answer'),
  'bare-text': same('JSON that is not the answer'),
}

const delays = ['fixed-delay', 'uniform-delay', 'lognormal-delay']

/** Whether the order is made all the same: a delay before the commit only lets it come late. */
function isCommitted(kind: string, moment: Moment): boolean {
  return moment !== 'before-commit' || delays.includes(kind)
}

const { products } = loadCatalogue(files.catalogue, null)
const MOMENT = '2025-03-10T09:14:16Z'
const REQUEST_ID = '202503101014a'

function purchaseOf({ file }: Product): Record<string, string | number> {
  const [success = ''] = file.recipient.outcomes.delivered ?? []
  return {
    request_id: REQUEST_ID,
    serviceID: file.service.serviceID,
    amount: 100,
    variation_code: file.variations?.list.at(0)?.variation_code ?? '',
    subscription_type: 'change',
    phone: '08022222222',
    billersCode: '08022222222',
    [file.recipient.field]: success,
  }
}

interface Told {
  readonly impression: Impression
  readonly heard: Heard | null
}

/** Sends one purchase, moves the clock on while it is being held, and tells what its sender made of it. */
async function buy(account: ControlledAccount, purchase: object): Promise<Told> {
  const { pay } = clientOf({ account, fetch: globalThis.fetch }, simulator.baseUrl)
  let isOver = false
  const sent = pay(purchase).then(
    (heard): Told => ({ impression: impressionOf(heard), heard }),
    (error: Error): Told => ({
      impression: error.message === 'fetch failed' ? 'no answer' : 'a broken answer',
      heard: null,
    }),
  )
  sent.then(() => {
    isOver = true
  })
  for (let turn = 0; !isOver; turn += 1) {
    if (turn > 5000) throw new Error('the purchase is answered by no move of the clock')
    // What is asked in this process needs no turn of the event loop; what is sent over the socket does.
    await new Promise((resolve) => setImmediate(resolve))
    // Nothing that settles after a minute has settled by the time that the longest delay is over.
    const [entry] = await account.journal.purchases()
    if (entry?.heard === 'waiting') await account.clock.advance('20s')
  }
  return sent
}

function impressionOf({ body, text }: Heard): Impression {
  if (body === undefined) return 'no JSON'
  const isListed = ['000', '001', '016', '018', '040', '044', '083', '091', '099'].includes(body.code)
  const status = body.content?.transactions?.status
  const isKnown = status === undefined || ['pending', 'delivered', 'failed', 'reversed'].includes(status)
  // An answer without a transaction has no status to make an unlisted one of; its text says so all the same.
  const isWhole = isListed && isKnown && !text.includes('initiat')
  return isWhole ? 'the answer' : 'JSON that is not the answer'
}

async function accountWith(rule: NewRule): Promise<ControlledAccount> {
  const account = await simulator.accounts.create()
  await account.clock.freeze(MOMENT)
  await account.scenarios.add(rule)
  return account
}

async function stateOf(
  account: ControlledAccount,
): Promise<{ code: string; status: string | null; spent: number }> {
  const { requery, balance } = clientOf({ account, fetch: globalThis.fetch }, simulator.baseUrl)
  const { body } = await requery(REQUEST_ID)
  const spent = Math.round((1_000_000 - (await balance())) * 1e6) / 1e6
  return { code: body.code, status: body.content.transactions?.status ?? null, spent }
}

it('every fault is in the matrix', () => {
  expect(Object.keys(faults).sort()).toEqual([...faultKinds].sort())
})

interface Outcome {
  readonly code: string
  readonly status: string | null
  readonly spent: number
}

const paid: Outcome = { code: '000', status: 'delivered', spent: 96.5 }
const held: Outcome = { code: '000', status: 'pending', spent: 96.5 }
const free: Outcome = { code: '016', status: 'failed', spent: 0 }

/**
 * What each scenario's fate comes to within a minute: what requery says, and what ₦100 of MTN airtime has cost by then.
 * The fault that some names bring along gives way to the rule's own.
 */
const fates: Record<ScenarioName | `code-${'001' | '016' | '018' | '040' | '044' | '091' | '099'}`, Outcome> =
  {
    delivered: paid,
    failed: free,
    pending: held,
    'pending-then-delivered': held,
    'pending-then-failed': held,
    'delivered-then-reversed': paid,
    'delivered-but-unheard': paid,
    'failed-but-unheard': free,
    'never-arrived': { code: '015', status: null, spent: 0 },
    slow: paid,
    timeout: held,
    'unexpected-083': { code: '015', status: null, spent: 0 },
    'unexpected-099': held,
    'unexpected-code': paid,
    'unexpected-status': paid,
    'unexpected-html': paid,
    'unexpected-empty': paid,
    'unexpected-truncated': paid,
    'unexpected-text': paid,
    'unexpected-content-type': paid,
    'code-001': { ...paid, code: '001' },
    'code-016': free,
    'code-018': { code: '015', status: null, spent: 0 },
    'code-040': { code: '040', status: 'reversed', spent: 0 },
    'code-044': { code: '044', status: null, spent: 96.5 },
    'code-091': { code: '091', status: null, spent: 0 },
    'code-099': held,
  }

it('every scenario is in the matrix', () => {
  expect(Object.keys(fates)).toEqual(expect.arrayContaining([...scenarioNames]))
})

/** Some answers hold no transaction, so that there is no status to make an unlisted one of. */
const withoutTransaction = ['never-arrived', 'unexpected-083', 'code-001', 'code-018', 'code-044', 'code-091']

const noOrder = { code: '015', status: null, spent: 0 }

const matrix = Object.keys(fates).flatMap((fate) =>
  faultKinds.flatMap((kind) => moments.map((when) => ({ fate: fate as keyof typeof fates, kind, when }))),
)

describe.concurrent('a fate and a fault are free of each other', () => {
  it.each(matrix)('$fate, $kind $when', async ({ fate, kind, when }) => {
    const account = await accountWith({ fate, fault: { ...faults[kind], when } })
    const { impression, heard } = await buy(account, purchaseOf(productNamed('mtn')))
    const { after, mid } = effects[kind]
    const isUntouched =
      kind === 'unlisted-status' && (withoutTransaction.includes(fate) || when === 'before-commit')
    expect(impression).toBe(isUntouched ? impression : when === 'mid-answer' ? mid : after)
    if (heard !== null) expect(heard.headers.get('x-simulator-fault')).toBe(kindHeard(kind, when))
    expect(await stateOf(account)).toEqual(isCommitted(kind, when) ? fates[fate] : noOrder)
  })
})

/** A delay before the commit leaves no mark: the answer is what it would have been. */
function kindHeard(kind: string, when: Moment): string | null {
  return when === 'before-commit' && delays.includes(kind) ? null : kind
}

function productNamed(serviceID: string): Product {
  const product = products.get(serviceID)
  if (product === undefined) throw new Error(`there is no ${serviceID}`)
  return product
}

const everyProduct = [...products.values()].flatMap((product) =>
  faultKinds.map((kind) => ({ serviceID: product.serviceID, kind, product })),
)

describe.concurrent('whatever the fault, and whatever is bought', () => {
  it.each(everyProduct)(
    'delivered but unheard debits $serviceID and requeries as delivered: $kind',
    async ({ kind, product }) => {
      const account = await accountWith({
        fate: 'delivered',
        fault: { ...faults[kind], when: 'after-commit' },
      })
      await buy(account, purchaseOf(product))
      const { code, status, spent } = await stateOf(account)
      const [transaction] = await account.transactions.list()
      expect({ code, status }).toEqual({ code: '000', status: 'delivered' })
      expect(spent).toBeGreaterThan(0)
      expect(spent).toBe(transaction?.charged)
    },
  )

  it.each(everyProduct.filter(({ kind }) => !delays.includes(kind)))(
    'never arrived neither debits $serviceID nor has a record: $kind',
    async ({ kind, product }) => {
      const account = await accountWith({
        fate: 'delivered',
        fault: { ...faults[kind], when: 'before-commit' },
      })
      await buy(account, purchaseOf(product))
      expect(await stateOf(account)).toEqual(noOrder)
      expect(await account.transactions.list()).toEqual([])
    },
  )
})
