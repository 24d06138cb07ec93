import { describe, expect, it } from 'vitest'
import { clientOf, MARCH_10, requestIdOf } from '../../test/client.ts'
import { loadCatalogue } from '../catalogue/load.ts'
import type { Product } from '../catalogue/product.ts'
import { createManualClock } from '../clock.ts'
import { files } from '../files.ts'
import { createSimulator } from '../index.ts'

const { products } = loadCatalogue(files.catalogue, null)
const all = [...products.values()].map((product) => ({ serviceID: product.serviceID, product }))

/** A purchase of the product that is right in all but its recipient. */
function purchaseOf({ file }: Product, recipient: string, name: string): Record<string, string | number> {
  const harmless = '08022222222'
  return {
    request_id: requestIdOf(name),
    serviceID: file.service.serviceID,
    amount: 100,
    variation_code: file.variations?.list.at(0)?.variation_code ?? '',
    subscription_type: 'change',
    phone: harmless,
    billersCode: harmless,
    [file.recipient.field]: recipient,
  }
}

function start() {
  const clock = createManualClock(MARCH_10)
  return { clock, ...clientOf(createSimulator({ clock })) }
}

/** What the first of these purchases costs its merchant. */
async function costOf(product: Product): Promise<number> {
  const { pay } = start()
  const [success = ''] = product.file.recipient.outcomes.delivered ?? []
  const { body } = await pay(purchaseOf(product, success, 'cost'))
  return body.content.transactions.total_amount
}

describe.each(all)('$serviceID', ({ product }) => {
  const [success = ''] = product.file.recipient.outcomes.delivered ?? []

  it(`${success} is delivered, paid for, and stays so`, async () => {
    const { pay, requery, balance } = start()
    const paid = await pay(purchaseOf(product, success, 'a'))
    expect(paid.status).toBe(200)
    expect(paid.body).toMatchObject({
      code: '000',
      response_description: 'TRANSACTION SUCCESSFUL',
      content: { transactions: { status: 'delivered', unique_element: success } },
    })
    const asked = await requery(requestIdOf('a'))
    expect(asked.body).toMatchObject({ code: '000', content: { transactions: { status: 'delivered' } } })
    expect(await balance()).toBeCloseTo(1_000_000 - paid.body.content.transactions.total_amount, 6)
  })

  it('201000000000 is pending, and its money is held', async () => {
    const { pay, requery, balance } = start()
    const paid = await pay(purchaseOf(product, '201000000000', 'a'))
    expect(paid.status).toBe(200)
    expect(paid.body).toMatchObject({
      code: '000',
      response_description: 'TRANSACTION PROCESSING - PENDING',
      purchased_code: '',
      content: { transactions: { status: 'pending' } },
    })
    expect(paid.body.cards).toBeUndefined()
    const asked = await requery(requestIdOf('a'))
    expect(asked.body).toMatchObject({
      code: '000',
      response_description: 'TRANSACTION PROCESSING - PENDING',
      content: { transactions: { status: 'pending' } },
    })
    expect(await balance()).toBeCloseTo(1_000_000 - (await costOf(product)), 6)
  })

  it('500000000000 is a system error, and there is no order', async () => {
    const { pay, requery, balance } = start()
    const paid = await pay(purchaseOf(product, '500000000000', 'a'))
    expect(paid.status).toBe(500)
    expect(paid.text).toBe('{"code":"083","content":{"errors":[]}}')
    const asked = await requery(requestIdOf('a'))
    expect(asked.text).toBe(
      '{"code":"015","response_description":"INVALID REQUEST ID","content":{"errors":[]}}',
    )
    expect(await balance()).toBe(1_000_000)
  })

  it('400000000000 is never answered, and pending', async () => {
    const { pay, requery, balance } = start()
    const paid = pay(purchaseOf(product, '400000000000', 'a'))
    await expect(paid).rejects.toThrow('fetch failed')
    const asked = await requery(requestIdOf('a'))
    expect(asked.body).toMatchObject({ code: '000', content: { transactions: { status: 'pending' } } })
    expect(await balance()).toBeCloseTo(1_000_000 - (await costOf(product)), 6)
  })

  it('300000000000 is answered after 60 s, pending; until then its request id is busy', async () => {
    const { clock, pay, requery } = start()
    const first = purchaseOf(product, '300000000000', 'a')
    let isAnswered = false
    const held = pay(first).finally(() => {
      isAnswered = true
    })
    await untilOnRecord(requery, 'a')
    expect((await pay(first)).body.code).toBe('089')
    await clock.advance(59_999)
    expect(isAnswered).toBe(false)
    await clock.advance(1)
    expect((await held).body).toMatchObject({ code: '000', content: { transactions: { status: 'pending' } } })
    expect((await pay(first)).body.code).toBe('014')
    expect((await requery(requestIdOf('a'))).body).toMatchObject({
      code: '000',
      content: { transactions: { status: 'pending' } },
    })
  })

  it('any other number fails, and costs nothing', async () => {
    const { pay, requery, balance } = start()
    const paid = await pay(purchaseOf(product, '08033333333', 'a'))
    expect(paid.status).toBe(200)
    expect(paid.body).toMatchObject({
      code: '016',
      response_description: 'TRANSACTION FAILED',
      requestId: requestIdOf('a'),
      purchased_code: '',
      content: { transactions: { status: 'failed', total_amount: await costOf(product) } },
    })
    expect(paid.body.cards).toBeUndefined()
    const asked = await requery(requestIdOf('a'))
    expect(asked.body).toMatchObject({ code: '016', content: { transactions: { status: 'failed' } } })
    expect(await balance()).toBe(1_000_000)
  })
})

/** Asks until the purchase is on record: its answer is being held. */
async function untilOnRecord(requery: ReturnType<typeof start>['requery'], name: string): Promise<void> {
  while ((await requery(requestIdOf(name))).body.code === '015') await new Promise(setImmediate)
}

describe('which field is looked at', () => {
  const withNumbers = (serviceID: string, billersCode: string, phone: string) => {
    const product = products.get(serviceID)
    if (product === undefined) throw new Error(`no ${serviceID}`)
    return { ...purchaseOf(product, '', 'a'), billersCode, phone }
  }

  it.each([
    ['mtn-data', '08011111111', '08099999999', 'delivered'],
    ['mtn-data', '08099999999', '08011111111', 'delivered'],
    ['mtn-data', '08011111111', '201000000000', 'pending'],
    ['mtn-data', '201000000000', '08011111111', 'pending'],
    ['mtn', '201000000000', '08011111111', 'pending'],
    ['spectranet', '08099999999', '1212121212', 'delivered'],
    ['spectranet', '1212121212', '201000000000', 'pending'],
    ['gotv', '1212121212', '201000000000', 'delivered'],
    ['gotv', '08099999999', '1212121212', 'failed'],
    ['smile-direct', '08011111111', '201000000000', 'delivered'],
    ['smile-direct', '08099999999', '08011111111', 'failed'],
  ])('%s to billersCode %s and phone %s is %s', async (serviceID, billersCode, phone, status) => {
    const { pay } = start()
    const { body } = await pay(withNumbers(serviceID, billersCode, phone))
    expect(body.content.transactions.status).toBe(status)
  })

  it('a test number may be sent as a number', async () => {
    const { pay } = start()
    const { body } = await pay({
      request_id: requestIdOf('a'),
      serviceID: 'mtn',
      amount: 100,
      phone: 201000000000,
    })
    expect(body.content.transactions).toMatchObject({ status: 'pending', unique_element: '201000000000' })
  })
})
