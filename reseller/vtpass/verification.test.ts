import { expect, it } from 'vitest'
import { answered } from './answers.test-support.ts'
import { readVerification } from './verification.ts'

const customer = { Customer_Name: 'TEST METER', Status: 'ACTIVE', Customer_Number: '81111111111' }
const verified = (content: object) => readVerification(answered({ code: '000', content }))

it('names the customer; VTpass’s page "GOTV Subscription Payment API"', () => {
  expect(verified(customer)).toEqual({
    kind: 'verified',
    customerName: 'TEST METER',
    renewalAmount: null,
    content: customer,
  })
})

it('says what a renewal costs, where VTpass does', () => {
  expect(verified({ ...customer, Renewal_Amount: '410.50' })).toMatchObject({ renewalAmount: 41_050 })
  expect(verified({ ...customer, Renewal_Amount: 410 })).toMatchObject({ renewalAmount: 41_000 })
  expect(verified({ ...customer, Renewal_Amount: '0.00' })).toMatchObject({ renewalAmount: null })
})

it('a number may have no name', () => {
  expect(verified({ ...customer, Customer_Name: '' })).toMatchObject({ kind: 'verified', customerName: '' })
})

it('a bad number answers 000 as well, and is refused in VTpass’s words', () => {
  const error = 'The Smartcard/Decoder Number you entered may be invalid'
  expect(verified({ error })).toEqual({ kind: 'refused', said: error })
  expect(verified({ ...customer, WrongBillersCode: true })).toMatchObject({ kind: 'refused' })
})

it.each(['011', '012', '030'])('%s is a refusal', (code) => {
  const heard = answered({ code, response_description: 'PRODUCT DOES NOT EXIST', content: { errors: [] } })
  expect(readVerification(heard)).toEqual({ kind: 'refused', said: 'PRODUCT DOES NOT EXIST' })
})

it.each([
  ['silence', { kind: 'lost', why: 'no whole answer in time' } as const, 'no whole answer in time'],
  ['a page', answered('<html>502</html>', 502), '<html>502</html>'],
  ['refused keys', answered({ code: '087', message: 'INVALID CREDENTIALS' }, 401), 'INVALID CREDENTIALS'],
  ['a refusal under HTTP 500', answered({ code: '012', message: 'no' }, 500), 'no'],
  [
    'a name that is none',
    answered({ code: '000', content: { Customer_Name: false } }),
    'an answer without words',
  ],
  ['no content', answered({ code: '000' }), 'an answer without words'],
  ['another code', answered({ code: '099', content: customer }), 'an answer without words'],
])('%s says nothing of the number', (_, heard, said) => {
  expect(readVerification(heard)).toEqual({ kind: 'unavailable', said })
})
