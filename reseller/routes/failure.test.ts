import { expect, it } from 'vitest'
import { failureCode, failureMessage } from './failure.ts'

type Failed = Parameters<typeof failureCode>[0]

it.each<[string, Failed, string]>([
  ['VTpass’s own', { state: 'failed', lastCode: '091', answer: null }, '091'],
  ['016, where nothing was sent', { state: 'failed', lastCode: null, answer: null }, '016'],
  ['016, where 015 was believed', { state: 'failed', lastCode: '015', answer: null }, '016'],
  ['016, where the status beside 000 said it', { state: 'failed', lastCode: '000', answer: null }, '016'],
  [
    '040 of what was taken back, whatever was heard last',
    { state: 'reversed', lastCode: '016', answer: null },
    '040',
  ],
])('the code of a failure is %s', (_name, purchase, code) => {
  expect(failureCode(purchase)).toBe(code)
  expect(failureMessage(purchase)).toBe(`Transaction failed with code: ${code}`)
})

it('028 is said in VTpass’s words', () => {
  const purchase: Failed = { state: 'failed', lastCode: '028', answer: null }
  expect(failureMessage(purchase)).toBe('PRODUCT IS NOT WHITELISTED ON YOUR ACCOUNT')
})
