import { inspect } from 'node:util'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { answered, CODES, REFERENCE } from './answers.test-support.ts'
import { garbled } from './garbled.test-support.ts'
import { outcomeOfPay } from './outcome-of-pay.ts'
import { outcomeOfRequery } from './outcome-of-requery.ts'

it('there are two hundred garbled answers', () => {
  expect(new Set(garbled.map(({ heard }) => inspect(heard, { depth: 9 }))).size).toBe(200)
})

it.each(garbled)('pay: $name is unknown', ({ heard }) => {
  const { kind, said } = outcomeOfPay(heard, REFERENCE)

  expect(kind).toBe('unknown')
  expect(said).toMatch(/^[^\p{Cc}\p{Cs}]{1,301}$/u)
})

it.each(garbled)('requery: $name teaches nothing, and the operator hears of it', ({ heard }) => {
  expect(outcomeOfRequery(heard, REFERENCE)).toMatchObject({
    kind: 'nothing-learnt',
    alert: expect.any(String),
  })
})

it('no JSON value is taken for an outcome that its code does not give', () => {
  const bodies = fc.oneof(
    fc.jsonValue(),
    fc.record({
      code: fc.oneof(fc.constantFrom(...CODES), fc.jsonValue()),
      content: fc.jsonValue(),
      requestId: fc.constantFrom(REFERENCE, null, 'another'),
    }),
  )
  fc.assert(
    fc.property(bodies, fc.constantFrom(200, 401, 500, 502), (body, httpStatus) => {
      const paid = outcomeOfPay(answered(body, httpStatus), REFERENCE)
      const asked = outcomeOfRequery(answered(body, httpStatus), REFERENCE)
      const isFinal = paid.kind !== 'unknown' || asked.kind !== 'nothing-learnt'
      return !isFinal || (CODES.includes(paid.code ?? '') && (httpStatus === 200 || paid.code === '087'))
    }),
    { numRuns: 5_000 },
  )
})
