import { describe, expect, it } from 'vitest'
import { openPurchase } from '../../storage/ledger.ts'
import { newPurchase } from '../../storage/purchases.test-support.ts'
import { useDatabase } from '../../storage/use-database.test-support.ts'
import type { Heard } from '../../vtpass/heard.ts'
import { codeAnswer, deliveredAnswer, LOST } from '../reseller.test-support.ts'
import { bad, customerOf, order } from './customer.test-support.ts'

const { database } = useDatabase()

describe('POST query', () => {
  it('answers a delivery in the document’s shape, with numbers for amounts', async () => {
    const { buy, query } = await customerOf(database())
    await buy()
    expect((await query('202601271200abc123')).body).toMatchObject({
      success: true,
      message: 'Transaction status retrieved successfully',
      data: {
        response_description: 'TRANSACTION SUCCESSFUL',
        code: '000',
        content: {
          transactions: {
            status: 'delivered',
            product_name: 'MTN Data',
            unique_element: '08012345678',
            unit_price: 240,
            quantity: 1,
            amount: 240,
            transactionId: '17415980564672211596777904',
            commission_details: {
              amount: 2.5,
              rate: '1.00',
              rate_type: 'percent',
              computation_type: 'default',
            },
          },
        },
        requestId: '202601271200abc123',
        amount: 240,
        transaction_date: '2026-01-27T12:00:00.000000Z',
      },
    })
  })

  it('looks at VTpass first while there is a doubt, and once in five seconds', async () => {
    const { buy, query, vtpass, advance, balances } = await customerOf(database())
    vtpass.pay = () => LOST
    vtpass.requery = () => LOST
    await buy()
    const pending = { code: '099', response_description: 'TRANSACTION IS PROCESSING' }
    expect((await query(order.request_id)).body.data).toMatchObject(pending)
    expect(vtpass.requeried).toHaveLength(0)
    advance(5)
    await query(order.request_id)
    await query(order.request_id)
    expect(vtpass.requeried).toHaveLength(1)
    advance(5)
    vtpass.requery = (reference) => deliveredAnswer(reference)
    expect((await query(order.request_id)).body.data.content.transactions.status).toBe('delivered')
    advance(60)
    await query(order.request_id)
    expect(vtpass.requeried).toHaveLength(2)
    expect(await balances()).toEqual([176_000, 0, 0])
  })

  it.each<[string, Heard, object]>([
    [
      '016',
      codeAnswer('016', 'failed', 'TRANSACTION FAILED'),
      { code: '016', response_description: 'TRANSACTION FAILED' },
    ],
    [
      'failed beside 000',
      codeAnswer('000', 'failed', 'SUCCESSFUL'),
      { code: '016', response_description: 'TRANSACTION FAILED' },
    ],
    [
      '040',
      codeAnswer('040', 'reversed', 'TRANSACTION REVERSED'),
      { code: '040', response_description: 'TRANSACTION REVERSED' },
    ],
    [
      'reversed beside 000',
      codeAnswer('000', 'reversed', 'SUCCESSFUL'),
      { code: '040', response_description: 'TRANSACTION FAILED' },
    ],
  ])('says what VTpass says of a doubt: %s', async (_name, heard, expected) => {
    const { buy, query, vtpass, advance, balances } = await customerOf(database())
    vtpass.pay = () => LOST
    vtpass.requery = () => heard
    await buy()
    advance(5)
    expect((await query(order.request_id)).body.data).toMatchObject({
      ...expected,
      content: { transactions: { status: 'failed', unit_price: 240 } },
    })
    expect(await balances()).toEqual([200_000, 0, 0])
  })

  it('says 000 of what VTpass calls pending', async () => {
    const { buy, query, vtpass } = await customerOf(database())
    vtpass.pay = () => codeAnswer('000', 'pending', 'TRANSACTION PROCESSING - PENDING')
    await buy()
    expect((await query(order.request_id)).body.data).toMatchObject({
      code: '000',
      response_description: 'TRANSACTION IS PROCESSING',
      content: { transactions: { status: 'pending' } },
    })
  })

  it('leaves alone what is being sent: its answer is on its way', async () => {
    const { buy, query, vtpass, advance } = await customerOf(database())
    vtpass.pay = () => {
      throw new Error('the process ended')
    }
    expect((await buy()).status).toBe(500)
    advance(30)
    expect((await query(order.request_id)).body.data.code).toBe('099')
    expect(vtpass.requeried).toEqual([])
  })

  it('knows nothing of what is no data', async () => {
    const { id, query } = await customerOf(database())
    await openPurchase(database(), newPurchase(id, { kind: 'airtime', requestId: 'airtime-1' }))
    expect((await query('airtime-1')).body).toEqual(bad('INVALID REQUEST ID'))
  })

  it.each([
    [undefined, 'request_id is required'],
    ['', 'request_id is required'],
    [12, 'request_id must be a string'],
    ['no-such-purchase', 'INVALID REQUEST ID'],
    ["' or 1=1 --", 'INVALID REQUEST ID'],
  ])('of %j is refused', async (requestId, message) => {
    const { buy, query } = await customerOf(database())
    await buy()
    expect((await query(requestId)).body).toEqual(bad(message))
  })
})
