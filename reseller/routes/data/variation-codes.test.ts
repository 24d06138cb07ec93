import { describe, expect, it } from 'vitest'
import { createCustomer } from '../../storage/funding.ts'
import { at } from '../../storage/purchases.test-support.ts'
import { useDatabase } from '../../storage/use-database.test-support.ts'
import { percent, resellerOn } from '../reseller.test-support.ts'
import { bad, customerOf } from './customer.test-support.ts'

const { database } = useDatabase()
const DATA = '/api/v1/vtpass/data'

describe('GET variation-codes', () => {
  it('has what the customer pays beside VTpass’s price, each plan in one category', async () => {
    const { list } = await customerOf(database())
    const daily = {
      variation_code: 'mtn-1gb-daily',
      name: 'MTN 1GB Daily',
      variation_amount: '240.00',
      vtpass_amount: '240.00',
      fixedPrice: 'Yes',
    }
    const weekly = {
      variation_code: 'mtn-1gb-week',
      name: 'N1000 1GB - 7 days',
      variation_amount: '1050.00',
      vtpass_amount: '1000.00',
      fixedPrice: 'Yes',
    }
    const { body } = await list('variation-codes?serviceID=mtn-data')
    expect(body.message).toBe('Variation codes retrieved successfully for mtn-data')
    expect(body.data).toMatchObject({
      ServiceName: 'MTN Data',
      serviceID: 'mtn-data',
      convinience_fee: '0 %',
    })
    expect(body.data.counts).toMatchObject({ All: 3, Daily: 1, Weekly: 1, Monthly: 0, total: 3 })
    expect(body.data.variations.slice(0, 2)).toEqual([daily, weekly])
    expect(body.data.variations_categorized.Daily).toEqual({ count: 1, variations: [daily] })
    expect(body.data.variations_categorized.Monthly).toEqual({ count: 0, variations: [] })
  })

  it('has other prices for a friendly customer', async () => {
    const reseller = resellerOn(database(), {
      prices: { markups: { regular: percent('5'), friendly: percent('2') }, cashback: percent('0') },
    })
    const id = `friend-${Math.random()}`
    await createCustomer(database(), { id, kind: 'friendly', phone: '08012345678', at: at(0) })
    const token = await reseller.tokenOf({ kind: 'customer', id })
    const { body } = await reseller.get(`${DATA}/variation-codes?serviceID=mtn-data`, { token })
    expect(body.data.variations[1].variation_amount).toBe('1020.00')
  })

  it.each(['', '?serviceID=', '?serviceID=mtn', '?serviceID=MTN-DATA', '?serviceID=constructor'])(
    'names the seven services where “%s” is none of them',
    async (query) => {
      const { list } = await customerOf(database())
      expect((await list(`variation-codes${query}`)).body).toEqual(
        bad(
          'Invalid serviceID. Must be one of: mtn-data, airtel-data, glo-data, etisalat-data, smile-direct, spectranet, glo-sme-data',
        ),
      )
    },
  )
})
