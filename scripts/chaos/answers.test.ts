import { expect, it } from 'vitest'
import { type Answer, readPurchaseAnswer, readQueryAnswer } from './answers.ts'

const answer = (status: number, body: object, retryAfter: string | null = null): Answer => ({
  status,
  body,
  retryAfter,
})
const refusal = (message: string) => answer(400, { statusCode: 400, message, error: 'Bad Request' })

it.each([
  [answer(200, { data: { status: 'processing', amount: 1025 } }), { state: 'processing', price: 102_500 }],
  [answer(200, { data: { code: '000', amount: 80.47 } }), { state: 'delivered', price: 8_047 }],
  [answer(400, { message: 'Transaction is still processing' }), { state: 'processing', price: null }],
  [refusal('Transaction failed with code: 016'), { state: 'failed', price: null }],
  [refusal('Transaction failed with code: 040'), { state: 'reversed', price: null }],
  [refusal('PRODUCT IS NOT WHITELISTED ON YOUR ACCOUNT'), { state: 'failed', price: null }],
])('a purchase that is answered %j', (said, told) => {
  expect(readPurchaseAnswer(said)).toEqual({ kind: 'told', told })
})

it('no money, and not now, are no outcome', () => {
  expect(readPurchaseAnswer(refusal('Insufficient wallet balance'))).toEqual({ kind: 'insufficient' })
  expect(readPurchaseAnswer(answer(503, {}, '5'))).toEqual({ kind: 'later' })
})

it.each([
  ['a mistake', answer(500, {})],
  ['a "not now" without a "when"', answer(503, {})],
  ['a refusal of what is proper', refusal('billersCode must be a phone number')],
  ['another purchase under the same name', answer(409, { message: 'request_id x was used' })],
])('%s is wrong', (_name, said) => {
  expect(readPurchaseAnswer(said).kind).toBe('wrong')
})

it.each(['delivered', 'failed', 'reversed'])('a query that says %s', (status) => {
  const said = answer(200, { data: { amount: 100, content: { transactions: { status } } } })
  expect(readQueryAnswer(said)).toEqual({ kind: 'told', told: { state: status, price: 10_000 } })
})

it('a query of what is not there, and one that says nothing', () => {
  expect(readQueryAnswer(refusal('INVALID REQUEST ID'))).toEqual({ kind: 'none' })
  expect(readQueryAnswer(answer(200, { data: {} })).kind).toBe('wrong')
})
