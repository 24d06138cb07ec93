import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { kobo } from '../pricing/kobo.ts'
import { noticeOf } from './notice.ts'

const at = new Date('2026-01-27T11:00:08.412Z')
const purchase = {
  id: '0199f1c2-6f3a-7d50-9b6e-3f0d8a4c1e21',
  requestId: '202601271200abc123',
  price: kobo(50_010),
  paidMain: kobo(35_005),
  paidCashback: kobo(15_005),
}

const document = parse(readFileSync(new URL('../../openapi/reseller.yaml', import.meta.url), 'utf8'))
const ajv = new Ajv2020({ strict: false, validateFormats: false, validateSchema: false })
const conforms = ajv
  .addSchema(document, 'reseller')
  .compile({ $ref: 'reseller#/components/schemas/TransactionChanged' })

it('tells of a delivery, after which nothing is back', () => {
  expect(noticeOf(purchase, 'delivered', at)).toEqual({
    type: 'transaction.delivered',
    timestamp: '2026-01-27T11:00:08.412Z',
    data: {
      id: '0199f1c2-6f3a-7d50-9b6e-3f0d8a4c1e21',
      requestId: '202601271200abc123',
      status: 'delivered',
      amount: 500.1,
      refundedMain: 0,
      refundedCashback: 0,
    },
  })
})

it.each(['failed', 'reversed'] as const)('tells of one that %s what each wallet has back', (status) => {
  expect(noticeOf(purchase, status, at)).toMatchObject({
    type: `transaction.${status}`,
    data: { status, amount: 500.1, refundedMain: 350.05, refundedCashback: 150.05 },
  })
})

const amount = fc.integer({ min: 0, max: 1e12 })

it('says amounts to the kobo, as the contract has them', () => {
  const statuses = fc.constantFrom('delivered', 'failed', 'reversed')
  fc.assert(
    fc.property(amount, amount, statuses, (main, cashback, status) => {
      const paid = { paidMain: kobo(main), paidCashback: kobo(cashback), price: kobo(main + cashback) }
      const text = JSON.stringify(noticeOf({ ...purchase, ...paid }, status, at))
      const notice = JSON.parse(text)
      expect(conforms(notice), JSON.stringify(conforms.errors)).toBe(true)
      const { amount: price, refundedMain, refundedCashback } = notice.data
      const inKobo = [price, refundedMain, refundedCashback].map((naira) => Math.round(naira * 100))
      const back = status === 'delivered' ? [0, 0] : [main, cashback]
      expect(inKobo).toEqual([main + cashback, ...back])
      expect(text).not.toMatch(/\.\d{3,}[,}]/)
    }),
  )
})
