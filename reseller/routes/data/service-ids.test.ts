import { describe, expect, it } from 'vitest'
import { useDatabase } from '../../storage/use-database.test-support.ts'
import { LOST } from '../reseller.test-support.ts'
import { bad, customerOf } from './customer.test-support.ts'

const { database } = useDatabase()

describe('GET service-ids', () => {
  it('lists the services as VTpass does, in the document’s shape', async () => {
    const { list } = await customerOf(database())
    const { body } = await list('service-ids')
    expect(body.message).toBe('Service IDs retrieved successfully')
    expect(body.data[0]).toEqual({
      serviceID: 'mtn-data',
      name: 'MTN Data',
      minimium_amount: '1',
      maximum_amount: '1000000',
      convinience_fee: '0 %',
      product_type: 'fix',
      image: 'https://sandbox.vtpass.com/resources/products/200X200/MTN-Data.jpg',
    })
    expect(body.data[1]).toMatchObject({ serviceID: 'smile-direct', image: null })
  })

  it('passes VTpass’s no on in its words', async () => {
    const { list } = await customerOf(database())
    expect((await list('service-ids?identifier=houses')).body).toEqual(bad('Category Does not Exist'))
    expect((await list('service-ids?identifier=')).status).toBe(400)
  })

  it('answers 503 where VTpass cannot be asked, and with a warning where it could be once', async () => {
    const { list, vtpass, advance } = await customerOf(database())
    const { services } = vtpass
    vtpass.services = () => LOST
    expect((await list('service-ids')).status).toBe(503)
    vtpass.services = services
    expect((await list('service-ids')).body.warning).toBeUndefined()
    vtpass.services = () => LOST
    advance(1800)
    expect((await list('service-ids')).body.warning).toMatch(/as of 2026-01-27T12:00:00.000Z/)
  })
})
