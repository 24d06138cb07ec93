import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { loadCatalogue } from '../catalogue/load.ts'
import { naira } from '../catalogue/money.ts'
import { type Product, productOf } from '../catalogue/product.ts'
import type { SettledStatus, Transaction } from '../engine/transaction.ts'
import { files } from '../files.ts'
import type { Schemas } from '../wire/schemas.ts'
import { transactionUpdate, variationsUpdate } from './bodies.ts'

type Plan = Schemas['Variation']

const document = JSON.parse(
  readFileSync(new URL('../../openapi/generated/vtpass.json', import.meta.url), 'utf8'),
)
const ajv = new Ajv2020({ strict: false, validateFormats: false, validateSchema: false, allErrors: true })
ajv.addSchema(document, 'vtpass')

function sample(name: string) {
  return document.components.examples[name].value
}

function conforms(schema: keyof Schemas, body: object): void {
  const validate = ajv.compile({ $ref: `vtpass#/components/schemas/${schema}` })
  validate(JSON.parse(JSON.stringify(body)))
  expect(validate.errors ?? []).toEqual([])
}

const catalogue = loadCatalogue(files.catalogue, null)

function productNamed(serviceID: string): Product {
  const product = catalogue.products.get(serviceID)
  if (product === undefined) throw new Error(`no product ${serviceID}`)
  return product
}

const merchant = { email: 'merchant@example.com', phone: '07061933309' }
const credit = '15835022148401519675278125'
const airtelOf2020 = productOf({ ...productNamed('airtel').file, productName: 'Airtel Airtime' })

function transactionOf(changes: Partial<Transaction>): Transaction {
  return {
    requestId: 'ELAET1RA7PC06250-12S5962-2102P',
    transactionId: '1583519914158857111079',
    product: airtelOf2020,
    variationCode: null,
    recipient: '08011111111',
    unitPrice: naira(5),
    unitPriceText: '5',
    quantity: 1,
    createdAt: Date.parse('2020-03-06T18:38:34Z'),
    invented: [],
    status: 'delivered',
    requeryCode: null,
    ...changes,
  }
}

const spectranet = productNamed('spectranet')
const twoCards: Partial<Transaction> = {
  product: spectranet,
  variationCode: 'vt-1000',
  recipient: '1212121212',
  unitPrice: naira(1000),
  quantity: 2,
  invented: [
    { pin: '08999186', serial: '81560189' },
    { pin: '11112222', serial: '33334444' },
  ],
}

describe('transaction-update', () => {
  it.each([
    ['UpdateDelivered', {}],
    ['UpdateFailed', { status: 'failed' }],
    [
      'UpdateReversed',
      {
        status: 'reversed',
        unitPrice: naira(50),
        requestId: 'ELAET1A7PC06250-12S592-2102P',
        transactionId: '1583501216545377109916',
      },
    ],
  ] as const)('is the document’s %s, key for key', (name, changes) => {
    const body = transactionUpdate(transactionOf(changes), merchant, credit)
    expect(JSON.stringify(body)).toBe(JSON.stringify(sample(name)))
  })

  it('adds at the end what a delivered purchase of the biller adds to any answer', () => {
    const { data } = transactionUpdate(transactionOf(twoCards), merchant, credit)
    const cards = [
      { serialNumber: '81560189', pin: '08999186', expiresOn: '2040-10-12', value: 1000 },
      { serialNumber: '33334444', pin: '11112222', expiresOn: '2040-10-12', value: 1000 },
    ]
    expect(data).toMatchObject({
      purchased_code: 'PIN: 08999186, S/N:81560189||PIN: 11112222, S/N:33334444',
      cards,
    })
    expect(Object.keys(data).at(-1)).toBe('cards')
  })

  it('adds nothing where nothing was delivered', () => {
    const { data } = transactionUpdate(transactionOf({ ...twoCards, status: 'failed' }), merchant, credit)
    expect(data).toMatchObject({ purchased_code: '' })
    expect(data).not.toHaveProperty('cards')
  })

  it('has the form of every other product for one whose answers are of 2022, with the merchant of its page', () => {
    const { data } = transactionUpdate(transactionOf(twoCards), merchant, credit)
    expect(data.content.transactions).toMatchObject({
      unit_price: 1000,
      quantity: 2,
      commission: 80,
      total_amount: 1920,
      amount: 2000,
      method: 'wallet',
      email: 'sandbox@vtpass.com',
    })
    expect(data).toMatchObject({ amount: 2000, transaction_date: null })
  })

  it('says of a reversal what went back: the total with its fee', () => {
    const product = productOf({ ...airtelOf2020.file, fee: 10 })
    const { data } = transactionUpdate(
      transactionOf({ product, unitPrice: naira(50), status: 'reversed' }),
      merchant,
      credit,
    )
    expect(data).toMatchObject({
      amount: 58.5,
      content: { transactions: { total_amount: 58.5, amount: 50 } },
    })
  })

  const each = [...catalogue.products.values()].flatMap((product) =>
    (['delivered', 'failed', 'reversed'] as const).map((status) => ({ product, status })),
  )
  it.each(each)('of $product.serviceID, $status, is as the schema says', ({ product, status }) => {
    const [variationCode = null] = product.variations.keys()
    const transaction = transactionOf({ product, variationCode, status, invented: [{}] })
    conforms('TransactionUpdate', transactionUpdate(transaction, merchant, credit))
  })

  it('does not exist for a pending transaction', () => {
    const pending = transactionOf({ status: 'pending' })
    expect(() => transactionUpdate(pending, merchant, credit)).toThrow('is pending')
  })

  it('knows every status that a transaction can become', () => {
    const codes = (['delivered', 'failed', 'reversed'] satisfies SettledStatus[]).map(
      (status) => transactionUpdate(transactionOf({ status }), merchant, credit).data.code,
    )
    expect(codes).toEqual(['000', '016', '040'])
  })
})

function smileWith(...list: readonly Plan[]): Product {
  const { file } = productNamed('smile-direct')
  const variations = {
    ServiceName: 'Smile Payment',
    serviceID: 'smile-direct',
    convinience_fee: 'N0.00',
    list,
  }
  return productOf({ ...file, variations })
}

function plan(variation_code: string, changes: Partial<Plan> = {}): Plan {
  return { variation_code, name: 'a plan', variation_amount: '510.00', fixedPrice: 'Yes', ...changes }
}

const at = Date.parse('2020-06-11T22:31:15.999Z')

function changed(before: readonly Plan[], after: readonly Plan[]) {
  const body = variationsUpdate(smileWith(...before), smileWith(...after), at)
  conforms('VariationsUpdate', body)
  const { added, updated, removed } = body.actionRequired
  return {
    added: added.variation_codes,
    updated: updated.variation_codes,
    removed: removed.variation_codes,
  }
}

describe('variations-update', () => {
  it('is the document’s sample, key for key, with the counts of its own lists', () => {
    const expected = sample('SmileVariationsUpdate')
    const [first, second] = expected.data.content.variations
    const removed = ['545', '522'].map((code) => plan(code))
    const body = variationsUpdate(
      smileWith(...removed, { ...first, variation_amount: '500.00' }, second),
      smileWith(first, second),
      at,
    )
    expect(JSON.stringify(body)).toBe(
      JSON.stringify({
        ...expected,
        summary: { added_variation_codes: 0, updated_variation_codes: 1, removed_variation_codes: 2 },
        actionRequired: {
          added: { total: 0, variation_codes: [] },
          updated: { total: 1, variation_codes: ['516'] },
          removed: { total: 2, variation_codes: ['545', '522'] },
        },
      }),
    )
  })

  it('is dated in Lagos, where the next day begins an hour early', () => {
    const { datetime } = variationsUpdate(smileWith(), smileWith(), Date.parse('2020-06-11T23:00:00Z'))
    expect(datetime).toBe('2020-06-12 00-00-00')
  })

  it('tells what was added, updated and removed, each in the order of its list', () => {
    const before = [plan('1'), plan('2'), plan('3'), plan('4')]
    const after = [plan('6'), plan('4', { name: 'another' }), plan('2', { fixedPrice: 'No' }), plan('5')]
    expect(changed(before, after)).toEqual({ added: ['6', '5'], updated: ['4', '2'], removed: ['1', '3'] })
  })

  it.each<[string, Partial<Plan>]>([
    ['name', { name: 'another' }],
    ['amount', { variation_amount: '510.01' }],
    ['fixedPrice', { fixedPrice: 'No' }],
  ])('calls a plan with another %s updated', (_name, changes) => {
    expect(changed([plan('1')], [plan('1', changes)]).updated).toEqual(['1'])
  })

  it('calls nothing updated that is written otherwise or stands elsewhere', () => {
    const after = [plan('2'), plan('1', { variation_amount: 510 })]
    expect(changed([plan('1'), plan('2')], after)).toEqual({ added: [], updated: [], removed: [] })
  })

  const dear = plan('1', { variation_amount: '900.00' })
  it.each([
    ['loses a plan', [plan('1'), dear], [plan('1')]],
    ['gets a plan', [plan('1')], [plan('1'), plan('1')]],
    ['swaps its plans, and so its price', [plan('1'), dear], [dear, plan('1')]],
    ['changes its second plan', [plan('1'), dear], [plan('1'), plan('1')]],
  ])('counts a doubled code once when it %s', (_what, before, after) => {
    expect(changed(before, after)).toEqual({ added: [], updated: ['1'], removed: [] })
  })

  it('counts a doubled code once when it comes or goes', () => {
    expect(changed([dear, dear], [])).toEqual({ added: [], updated: [], removed: ['1'] })
    expect(changed([], [dear, dear])).toEqual({ added: ['1'], updated: [], removed: [] })
  })

  it('names a product without plans as its service is named', () => {
    const airtel = productNamed('airtel')
    expect(variationsUpdate(airtel, airtel, at).service).toBe('Airtel Airtime VTU')
  })
})
