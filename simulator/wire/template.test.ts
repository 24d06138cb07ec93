import fc from 'fast-check'
import { expect, it } from 'vitest'
import { countingLuck, worldOf } from '../../test/world.ts'
import { decidePurchase } from '../engine/decide.ts'
import type { Status, Transaction } from '../engine/transaction.ts'
import { answerFromTemplate } from './template.ts'
import { payAnswer, requeryAnswer } from './transaction-2025.ts'

const merchant = { email: 'a@b.c', phone: '1' }
const noon = Date.parse('2025-03-10T11:00:00Z')

/** A transaction that the engine makes of this purchase, with these texts in place of its own. */
function transactionOf(texts: Partial<Transaction>, amount: string, status: Status): Transaction {
  const decision = decidePurchase(worldOf({ requestIdDate: 'ignored' }), {
    fields: { request_id: 'x', serviceID: 'mtn', amount, phone: '08011111111' },
    fate: { kind: 'vend', status, payCode: null, requeryCode: null, settles: null },
    at: { world: noon, wall: noon },
    callerIp: '',
    luck: countingLuck(),
    isHeld: false,
  })
  if (decision.kind === 'refused') throw new Error(decision.refusal.reason)
  return { ...decision.transaction, ...texts }
}

const texts = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '"',
    '\\',
    '\u0001recipient',
    '"\\u0001date"',
    '1970-01-01T00:00:00.000000Z',
    '$&',
    '\ud800',
  ),
)

it('writes byte for byte what JSON.stringify would, whatever the client’s texts are', () => {
  fc.assert(
    fc.property(
      fc.record({ requestId: texts, recipient: texts, createdAt: fc.integer({ min: 0, max: 4e12 }) }),
      fc.constantFrom('100', '100.0', '123.45', '100.000000000000000'),
      fc.constantFrom<Status>('delivered', 'pending', 'failed', 'reversed'),
      (own, amount, status) => {
        const transaction = transactionOf(own, amount, status)
        for (const [kind, write] of [
          ['pay', payAnswer],
          ['requery', requeryAnswer],
        ] as const) {
          const writeOne = (one: Transaction) => write(one, '000', merchant)
          const answer = answerFromTemplate(transaction, { kind, code: '000', merchant, write: writeOne })
          if (amount.length > 16) expect(answer).toBeNull()
          else expect(answer?.body).toBe(JSON.stringify(writeOne(transaction)))
        }
      },
    ),
    { numRuns: 500 },
  )
})

it('keeps the prices apart, however many there are', () => {
  const writeOne = (one: Transaction) => payAnswer(one, '000', merchant)
  for (let naira = 10; naira < 1000; naira++) {
    const transaction = transactionOf({}, String(naira), 'delivered')
    expect(
      answerFromTemplate(transaction, { kind: 'pay', code: '000', merchant, write: writeOne })?.body,
    ).toBe(JSON.stringify(writeOne(transaction)))
  }
})

it('takes no answer for like the one before it that is not', () => {
  const other = { email: 'd@e.f', phone: '1' }
  const glo = worldOf({}).catalogue.products.get('glo')
  if (glo === undefined) throw new Error('there is no glo')
  const bought = transactionOf({}, '100', 'delivered')
  const cases = [
    { one: bought, kind: 'pay', code: '000', to: merchant },
    { one: bought, kind: 'requery', code: '000', to: merchant },
    { one: bought, kind: 'pay', code: '099', to: merchant },
    { one: bought, kind: 'pay', code: '000', to: other },
    { one: { ...bought, product: glo }, kind: 'pay', code: '000', to: merchant },
    { one: { ...bought, status: 'pending' }, kind: 'pay', code: '000', to: merchant },
    { one: { ...bought, quantity: 2 }, kind: 'pay', code: '000', to: merchant },
    { one: transactionOf({}, '200', 'delivered'), kind: 'pay', code: '000', to: merchant },
  ] as const
  const write = ({ kind, code, to }: (typeof cases)[number], one: Transaction) =>
    kind === 'pay' ? payAnswer(one, code, to) : requeryAnswer(one, '000', to)
  for (const first of cases) {
    for (const second of cases) {
      for (const each of [first, second]) {
        const { one, kind, code, to } = each
        const answer = answerFromTemplate(one, { kind, code, merchant: to, write: (it) => write(each, it) })
        expect(answer?.body).toBe(JSON.stringify(write(each, one)))
      }
    }
  }
})
