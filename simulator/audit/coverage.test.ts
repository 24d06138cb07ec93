import { expect, it } from 'vitest'
import { responseCodes } from '../engine/codes.ts'
import { contradictions } from './contract.test-support.ts'
import { CoverageTally } from './coverage.ts'
import { coverageAsText, neverMetAsText } from './coverage-text.ts'
import { unionOf } from './coverage-union.ts'
import type { Exercised } from './exercised.ts'
import { outcomeNames } from './money-outcomes.ts'

const known = {
  serviceIDs: ['mtn', 'gotv'],
  codes: ['000', '016', '099'],
  endpoints: ['pay', 'requery', 'balance'],
  faults: ['empty-response', 'html-502'],
}

const pay = (requestId: string, answer: Partial<Exercised> = {}): Exercised => ({
  endpoint: 'pay',
  serviceID: 'mtn',
  code: '000',
  status: 'delivered',
  fault: null,
  heard: 'whole',
  requestId,
  actual: 'delivered',
  ...answer,
})
const requery = (requestId: string, answer: Partial<Exercised> = {}): Exercised => ({
  ...pay(requestId, answer),
  endpoint: 'requery',
})

const delivered: Partial<Exercised> = {}
const failed: Partial<Exercised> = { code: '016', status: 'failed', actual: 'failed' }
const pending: Partial<Exercised> = { status: 'pending', actual: 'pending' }
const reversed: Partial<Exercised> = { code: '040', status: 'reversed', actual: 'reversed' }
const refused = (code: string): Partial<Exercised> => ({ code, status: null, actual: 'none' })
const unheard: Partial<Exercised> = { heard: 'nothing', fault: 'empty-response' }

/** What was met of the money outcomes of MTN's airtime, with how often. */
function met(...exchanges: Exercised[]): Record<string, number> {
  const tally = new CoverageTally()
  for (const exchange of exchanges) tally.note(exchange)
  const [product] = tally.report(known).products
  const outcomes = product?.outcomes.filter(({ count }) => count > 0) ?? []
  return Object.fromEntries(outcomes.map(({ outcome, count }) => [outcome, count]))
}

it.each([
  ['delivered', delivered],
  ['failed', failed],
  ['pending', pending],
  ['pending-said-as-099', { ...pending, code: '099' }],
  ['system-error', refused('083')],
  ['delivered-but-unheard', unheard],
  ['delivered-but-unheard', { heard: 'part' as const }],
  ['failed-but-unheard', { ...failed, ...unheard }],
  ['pending-but-unheard', { ...pending, ...unheard }],
  ['never-arrived', { ...refused('083'), ...unheard }],
  ['heard-garbled', { heard: 'garbled' as const, fault: 'html-502' }],
  ['request-id-used-before', refused('014')],
  ['request-id-used-before', refused('089')],
  ['likely-duplicate', refused('019')],
  ['wallet-too-low', refused('018')],
  ['product-not-sold', refused('028')],
  ['product-not-sold', refused('030')],
  ['product-not-sold', refused('034')],
  ['product-not-sold', refused('035')],
])('%s is met by one purchase', (outcome, answer) => {
  expect(met(pay('a', answer))).toEqual({ [outcome]: 1 })
})

it.each([
  ['pending-then-delivered', pending, delivered],
  ['pending-then-failed', pending, failed],
  ['unheard-then-delivered', unheard, delivered],
  ['unheard-then-delivered', { code: '777' }, delivered],
  ['unheard-then-failed', { ...failed, ...unheard }, failed],
  ['unheard-then-no-order', refused('083'), refused('015')],
  ['delivered-then-reversed', delivered, reversed],
])('%s is met by a purchase and its requery', (path, bought, asked) => {
  expect(met(pay('a', bought), requery('a', asked))).toMatchObject({ [path]: 1 })
})

it('a requery of what is known already meets no path', () => {
  expect(met(pay('a', delivered), requery('a', delivered))).toEqual({ delivered: 1 })
  expect(met(pay('a', pending), requery('a', delivered), requery('a', delivered))).toEqual({
    pending: 1,
    'pending-then-delivered': 1,
  })
})

it('a requery that is not heard, or garbled, is a path of its own, and the doubt goes on', () => {
  expect(
    met(
      pay('a', unheard),
      requery('a', unheard),
      requery('a', { heard: 'garbled' }),
      requery('a', delivered),
    ),
  ).toEqual({ 'delivered-but-unheard': 1, 'requery-unheard': 2, 'unheard-then-delivered': 1 })
})

it('a requery that says pending has told that it is pending', () => {
  const exchanges = [pay('a', { ...pending, ...unheard }), requery('a', pending), requery('a', delivered)]
  expect(met(...exchanges)).toEqual({ 'pending-but-unheard': 1, 'pending-then-delivered': 1 })
})

it('a requery counts for the product that was bought, although it does not name it', () => {
  expect(met(pay('a', pending), requery('a', { ...failed, serviceID: null }))).toEqual({
    pending: 1,
    'pending-then-failed': 1,
  })
})

it('sending it again, and hearing what became of it, ends the doubt too', () => {
  expect(met(pay('a', unheard), pay('a', delivered), requery('a', delivered))).toEqual({
    delivered: 1,
    'delivered-but-unheard': 1,
  })
})

it('a webhook that was acknowledged tells of a settlement, or of a reversal', () => {
  const tally = new CoverageTally()
  const webhook = { serviceID: 'mtn', requestId: 'a', isAcknowledged: true, attempt: 1 }
  tally.noteWebhook({ ...webhook, kind: 'delivered' })
  tally.noteWebhook({ ...webhook, kind: 'reversed' })
  tally.noteWebhook({ ...webhook, kind: 'failed', isAcknowledged: false })
  tally.noteWebhook({ ...webhook, kind: 'variations' })
  const [product] = tally.report(known).products
  expect(product?.outcomes.filter(({ count }) => count > 0)).toMatchObject([
    { outcome: 'delivered-then-reversed', count: 1 },
    { outcome: 'told-by-webhook', count: 2 },
  ])
})

it('the percentage is of the products that were bought', () => {
  const tally = new CoverageTally()
  expect(tally.report(known).percentage).toBe(0)
  tally.note(pay('a'))
  tally.note(pay('b', pending))
  tally.note(pay('c', { serviceID: 'gotv' }))
  const report = tally.report(known)
  expect(report.products.map(({ serviceID, percentage }) => [serviceID, percentage])).toEqual([
    ['mtn', 9.1],
    ['gotv', 4.5],
  ])
  expect(report.percentage).toBe(6.8)
})

it('a purchase that was refused for its fields bought nothing', () => {
  expect(met(pay('a', refused('011')))).toEqual({})
})

it('the tallies say what was met, in the order of what there is, and what never was', () => {
  const tally = new CoverageTally()
  tally.note(pay('a', pending))
  tally.note(requery('a', failed))
  tally.note(requery('b', { ...refused('777'), serviceID: null }))
  tally.note(pay('c', { ...unheard, code: '099' }))
  expect(tally.report(known)).toMatchObject({
    endpoints: { exercised: { pay: 2, requery: 2 }, never: ['balance'] },
    serviceIDs: { exercised: { mtn: 3 }, never: ['gotv'] },
    codes: { exercised: { '000': 1, '016': 1, '777': 1 }, never: ['099'] },
    statuses: { exercised: { pending: 1, failed: 1 }, never: ['delivered', 'reversed'] },
    faults: { exercised: { 'empty-response': 1 }, never: ['html-502'] },
    requeryPaths: { exercised: { 'pending-then-failed': 1 } },
  })
})

it('every combination is counted', () => {
  const tally = new CoverageTally()
  tally.note(pay('a'))
  tally.note(pay('b'))
  tally.note(pay('c', { actual: 'failed' }))
  tally.note({ ...pay('d'), endpoint: null, serviceID: null, code: null, status: null, requestId: null })
  expect(tally.report(known).exercised).toEqual([
    { endpoint: 'pay', serviceID: 'mtn', code: '000', status: 'delivered', fault: null, count: 3 },
    { endpoint: null, serviceID: null, code: null, status: null, fault: null, count: 1 },
  ])
})

it('a serviceID that is no plain word is counted like any other', () => {
  const tally = new CoverageTally()
  tally.note(pay('a', { serviceID: '__proto__' }))
  expect(Object.keys(tally.report(known).serviceIDs.exercised)).toEqual(['__proto__'])
})

it('the state stays bounded, whatever a client sends', () => {
  const tally = new CoverageTally()
  for (let index = 0; index < 30_000; index += 1) {
    tally.note(pay(`id-${index}`, { ...unheard, serviceID: `service-${index}` }))
  }
  const { exercised } = tally.report(known)
  expect(exercised).toHaveLength(10_001)
  expect(exercised.reduce((sum, { count }) => sum + count, 0)).toBe(30_000)
  expect(exercised.at(-1)).toMatchObject({ serviceID: null, count: 20_000 })
})

it('the oldest purchases in doubt are forgotten, and the newest are not', () => {
  const tally = new CoverageTally()
  for (let index = 0; index < 30_000; index += 1) tally.note(pay(`id-${index}`, pending))
  for (const requestId of ['id-0', 'id-29999', 'id-20001']) tally.note(requery(requestId, delivered))
  expect(tally.report(known).requeryPaths.exercised).toEqual({ 'pending-then-delivered': 2 })
})

it('after a reset nothing was ever met', () => {
  const tally = new CoverageTally()
  tally.note(pay('a', pending))
  tally.reset()
  tally.note(requery('a', delivered))
  expect(tally.report(known)).toMatchObject({ percentage: 0, products: [], requeryPaths: { exercised: {} } })
})

it('the report conforms to the contract', () => {
  const tally = new CoverageTally()
  tally.note(pay('a', pending))
  tally.note(requery('a', delivered))
  expect(contradictions('Coverage', tally.report({ ...known, codes: responseCodes }))).toEqual([])
  expect(contradictions('Coverage', new CoverageTally().report(known))).toEqual([])
})

it('every outcome says how to meet it', () => {
  const tally = new CoverageTally()
  tally.note(pay('a'))
  const [product] = tally.report(known).products
  expect(product?.outcomes.map(({ outcome }) => outcome)).toEqual(outcomeNames)
  expect(product?.outcomes.filter(({ how }) => how === '')).toEqual([])
})

it('the text is read at a hundred columns', () => {
  const tally = new CoverageTally()
  for (const name of ['a', 'b', 'c']) tally.note(pay(name))
  tally.note(pay('d', pending))
  tally.note(requery('d', delivered))
  const text = coverageAsText(tally.report(known))
  expect(text).toBe(`13.6 % of the outcomes that can cost money were met, of the product bought

mtn  13.6 %, 3 of 22
  ✓ delivered                3 ×
  ✗ failed                   pay with x-simulator-scenario: failed
  ✓ pending                  1 ×
  ✗ pending-said-as-099      pay with x-simulator-scenario: unexpected-099
  ✗ system-error             pay with x-simulator-scenario: unexpected-083
  ✗ delivered-but-unheard    pay with x-simulator-scenario: delivered-but-unheard
  ✗ failed-but-unheard       pay with x-simulator-scenario: failed-but-unheard
  ✗ pending-but-unheard      pay with x-simulator-scenario: timeout; hang up before the account's
                             timeoutHold is over
  ✗ never-arrived            pay with x-simulator-scenario: never-arrived
  ✗ heard-garbled            pay with x-simulator-scenario: unexpected-html
  ✗ request-id-used-before   pay twice with one request_id
  ✗ likely-duplicate         pay twice within 30 s with two request_ids
  ✗ wallet-too-low           PATCH /_simulator/accounts/ACCOUNT {"wallet": 0}; pay
  ✗ product-not-sold         PATCH /_simulator/products/SERVICEID {"state": "unreachable"}; pay
  ✓ pending-then-delivered   1 ×
  ✗ pending-then-failed      pay with x-simulator-scenario: pending-then-failed; advance the clock
                             by 1m; requery
  ✗ unheard-then-delivered   pay with x-simulator-scenario: delivered-but-unheard; requery
  ✗ unheard-then-failed      pay with x-simulator-scenario: failed-but-unheard; requery
  ✗ unheard-then-no-order    pay with x-simulator-scenario: never-arrived; requery
  ✗ delivered-then-reversed  pay with x-simulator-scenario: delivered-then-reversed; advance the
                             clock by 1m; requery
  ✗ requery-unheard          POST /_simulator/scenarios {"match": {"endpoint": "requery"}, "fault":
                             {"kind": "html-502"}}; requery
  ✗ told-by-webhook          callbackUrl of the account; pay with x-simulator-scenario:
                             pending-then-delivered; advance the clock by 1m

codes      000 ×5 · never: 016, 099
statuses   pending ×1, delivered ×4 · never: failed, reversed
requeries  pending-then-delivered ×1 · never: pending-then-failed, unheard-then-delivered,
           unheard-then-failed, unheard-then-no-order, delivered-then-reversed, requery-unheard
faults     none · never: empty-response, html-502
endpoints  pay ×4, requery ×1 · never: balance
products   mtn ×5 · never: gotv
`)
})

it('the text of an empty run says so', () => {
  expect(
    coverageAsText(new CoverageTally().report(known)),
  ).toBe(`Nothing was bought: 0 % of the outcomes that can cost money were met.

codes      none · never: 000, 016, 099
statuses   none · never: pending, delivered, failed, reversed
requeries  none · never: pending-then-delivered, pending-then-failed, unheard-then-delivered,
           unheard-then-failed, unheard-then-no-order, delivered-then-reversed, requery-unheard
faults     none · never: empty-response, html-502
endpoints  none · never: pay, requery, balance
products   none · never: mtn, gotv
`)
})

/** The products of an account that had these exchanges. */
function productsOf(...exchanges: Exercised[]) {
  const tally = new CoverageTally()
  for (const exchange of exchanges) tally.note(exchange)
  return tally.report(known).products
}

it('several accounts together have met what any of them has', () => {
  const both = unionOf([
    productsOf(pay('a'), pay('b', { serviceID: 'gotv' })),
    productsOf(),
    productsOf(pay('c'), pay('d', failed)),
  ])
  const counts = both.map(({ serviceID, percentage, outcomes }) => [
    serviceID,
    percentage,
    outcomes.filter(({ count }) => count > 0).map(({ outcome, count }) => `${outcome} ${count}`),
  ])
  expect(counts).toEqual([
    ['mtn', 9.1, ['delivered 2', 'failed 1']],
    ['gotv', 4.5, ['delivered 1']],
  ])
  expect(unionOf([])).toEqual([])
})

it('what was never met is listed once, and the products where others have met it', () => {
  const lines = neverMetAsText(productsOf(pay('a'), pay('b', failed), pay('c', { serviceID: 'gotv' }))).split(
    '\n',
  )
  expect(lines.slice(0, 3)).toEqual([
    '  ✗ failed                   of gotv: pay with x-simulator-scenario: failed',
    '  ✗ pending                  pay with x-simulator-scenario: pending',
    '  ✗ pending-said-as-099      pay with x-simulator-scenario: unexpected-099',
  ])
  expect(lines.filter((line) => line.startsWith('  ✗'))).toHaveLength(outcomeNames.length - 1)
})
