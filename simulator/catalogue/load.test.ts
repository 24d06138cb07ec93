import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { clientOf, MARCH_10, requestIdOf } from '../../test/client.ts'
import { createManualClock } from '../clock.ts'
import { files } from '../files.ts'
import { CatalogueError, createSimulator, type JsonObject } from '../index.ts'
import { checkProductFile } from './check.ts'

const categories = readJson(new URL('categories.json', files.catalogue)) as {
  identifier: string
  name: string
}[]
const products = new URL('products/', files.catalogue)
const names = readdirSync(products)
const temporary = mkdtempSync(join(tmpdir(), 'vtpass-catalogue-'))
afterAll(() => rmSync(temporary, { recursive: true }))

function readJson(path: URL): unknown {
  return JSON.parse(readFileSync(path, 'utf8'))
}

/** A catalogue directory with these files. */
function directoryOf(contents: Record<string, string | object>): string {
  const directory = mkdtempSync(join(temporary, 'd-'))
  for (const [name, content] of Object.entries(contents)) {
    writeFileSync(join(directory, name), typeof content === 'string' ? content : JSON.stringify(content))
  }
  return directory
}

describe('our own products', () => {
  it.each(names)('%s can be used, and is named after its service', (name) => {
    const file = readJson(new URL(name, products))
    expect(checkProductFile(file, categories)).toEqual([])
    expect((file as { service: { serviceID: string } }).service.serviceID).toBe(name.replace('.json', ''))
  })

  it('have numbers of their own', () => {
    const ids = names.map((name) => (readJson(new URL(name, products)) as { productId: number }).productId)
    expect(new Set(ids).size).toBe(names.length)
  })
})

/** Electricity, in a file alone: a fee, tokens, prepaid and postpaid, and a verification that asks for the type. */
const electricity = readJson(
  new URL('../../docs/examples/ikeja-electric.json', import.meta.url),
) as JsonObject

describe('a product of one’s own', () => {
  const start = () =>
    clientOf(
      createSimulator({
        clock: createManualClock(MARCH_10),
        catalogue: directoryOf({ 'ikeja-electric.json': electricity }),
      }),
    )
  const purchase = {
    request_id: requestIdOf('a'),
    serviceID: 'ikeja-electric',
    billersCode: '1111111111111',
    variation_code: 'prepaid',
    amount: 2000,
    phone: '08011111111',
  }

  it('is listed in its category', async () => {
    const { body } = await start().get('services?identifier=electricity-bill')
    expect(body.content).toEqual([electricity.service])
  })

  it('is bought with a token, and the token stays the same in a requery, where extras has it too', async () => {
    const { pay, requery } = start()
    const { body } = await pay(purchase)
    expect(body.purchased_code).toMatch(/^Token : \d{20}$/)
    expect(body).toMatchObject({
      code: '000',
      amount: 2000,
      token: body.purchased_code,
      units: '79.9 kWh',
      content: {
        transactions: { unit_price: '2000', commission: 30, total_amount: 2070, convinience_fee: 100 },
      },
    })
    const asked = (await requery(requestIdOf('a'))).body
    expect(asked.token).toBe(body.token)
    expect(asked.content.transactions.extras).toBe(body.purchased_code)
  })

  it('answers otherwise for another plan', async () => {
    const { body } = await start().pay({
      ...purchase,
      variation_code: 'postpaid',
      billersCode: '1010101010101',
    })
    expect(body.purchased_code).toBe('')
    expect(body.token).toBeUndefined()
    expect(body.customerName).toMatch(/\w+ \w+/)
  })

  it('has its limits', async () => {
    expect((await start().pay({ ...purchase, amount: 99 })).body.code).toBe('013')
    expect((await start().pay({ ...purchase, amount: 1_000_001 })).body.code).toBe('017')
  })

  it('is verified by all that its file asks for', async () => {
    const { verify } = start()
    const meter = { serviceID: 'ikeja-electric', billersCode: '1111111111111' }
    expect((await verify(meter)).body.code).toBe('011')
    expect((await verify({ ...meter, type: 'prepaid' })).body.content.Customer_Name).toBe('TESTMETER1')
    expect((await verify({ ...meter, type: 'postpaid' })).body.content.WrongBillersCode).toBe(true)
  })

  it('replaces one of ours of the same serviceID', async () => {
    const ours = readJson(new URL('mtn.json', products)) as JsonObject
    const commission = { ...(ours.commission as JsonObject), rate: '9.00' }
    const catalogue = directoryOf({ 'mtn.json': { ...ours, commission } })
    const client = clientOf(createSimulator({ clock: createManualClock(MARCH_10), catalogue }))
    const { body } = await client.pay({ ...purchase, serviceID: 'mtn', amount: 100 })
    expect(body.content.transactions.total_amount).toBe(91)
  })
})

describe('a catalogue that cannot be used says where, and what to change', () => {
  const changed = (change: object) => ({ 'x.json': { ...electricity, ...change } })

  it.each<[string, Record<string, string | object>, string]>([
    ['no file', {}, 'holds no .json file'],
    ['no JSON', { 'x.json': '{' }, 'x.json is no valid JSON'],
    ['a missing part', changed({ recipient: undefined }), "must have required property 'recipient'"],
    [
      'a part of another name',
      changed({ recipients: {} }),
      'must NOT have additional properties (recipients)',
    ],
    ['a value of another type', changed({ fee: '100' }), '/fee must be number'],
    [
      'a category that does not exist',
      changed({ category: 'power' }),
      '/category is "power"; it must be one of airtime',
    ],
    [
      'a price by plans that it has not',
      changed({ price: 'variation', variations: undefined }),
      '/variations/list has none',
    ],
    [
      'a subscription type of a plan that it has not',
      changed({ subscriptionTypes: { renew: { fields: [], variation_code: 'nothing' } } }),
      '"nothing" is none of /variations/list',
    ],
    [
      'an answer for a plan that it has not',
      changed({
        answer: { format: '2025', purchased_code: '', byVariation: { nothing: { purchased_code: '' } } },
      }),
      '/answer/byVariation/nothing is none of',
    ],
    [
      'a recipient that may be missing',
      changed({ fields: ['amount'] }),
      '/recipient/field "billersCode" is none of /fields',
    ],
    [
      'a fee in parts of a kobo',
      changed({ fee: 0.001 }),
      '/fee is 0.001; it must be naira with at most two decimals',
    ],
    [
      'a price in parts of a kobo',
      changed({
        variations: {
          ServiceName: 'x',
          serviceID: 'x',
          convinience_fee: 'N0',
          list: [{ variation_code: 'prepaid', name: 'x', variation_amount: 33.333, fixedPrice: 'Yes' }],
        },
        answer: { format: '2025', purchased_code: '' },
      }),
      '/variations/list (prepaid) is 33.333',
    ],
    [
      'a quantity the wrong way round',
      changed({ quantity: { minimum: 5, maximum: 2 } }),
      'minimum 5 is above',
    ],
    [
      'a value that nobody invents',
      changed({
        answer: { format: '2025', purchased_code: 'Token : {tokn}', invented: { token: 'digits:8' } },
      }),
      '/answer uses {tokn}; there are token, unit_price, amount, recipient',
    ],
    [
      'a key that every answer has',
      changed({ answer: { format: '2025', purchased_code: '', added: { code: '999' } } }),
      '/answer adds "code", which every answer has already',
    ],
    [
      'a verification at another route',
      changed({
        verification: { ...(electricity.verification as JsonObject), paths: ['pay'] },
      }),
      '/verification/paths/0 must match pattern',
    ],
  ])('%s', (_name, contents, message) => {
    const catalogue = directoryOf(contents)
    expect(() => createSimulator({ catalogue })).toThrow(CatalogueError)
    expect(() => createSimulator({ catalogue })).toThrow(message)
  })

  it('a directory that does not exist, or is a file', () => {
    expect(() => createSimulator({ catalogue: join(temporary, 'nothing') })).toThrow('cannot be read')
    const directory = directoryOf({ 'x.json': '{}' })
    expect(() => createSimulator({ catalogue: join(directory, 'x.json') })).toThrow('cannot be read')
  })

  it('a directory in it is passed over, whatever its name', () => {
    const directory = directoryOf({ 'ikeja-electric.json': electricity })
    mkdirSync(join(directory, 'old'))
    expect(() => createSimulator({ catalogue: directory })).not.toThrow()
  })
})
