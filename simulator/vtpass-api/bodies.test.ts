import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { airtime, clientOf, MARCH_10, requestIdOf } from '../../test/client.ts'
import { createManualClock } from '../clock.ts'
import { responseCodes } from '../engine/codes.ts'
import { createSimulator } from '../index.ts'

const keys = { 'api-key': 'sim-api-key', 'secret-key': 'SK_sim_secret_key' }
const start = () => clientOf(createSimulator({ clock: createManualClock(MARCH_10) }))

function post(body: BodyInit, contentType?: string, path = 'pay') {
  const headers = contentType === undefined ? keys : { ...keys, 'content-type': contentType }
  return start().send(path, { method: 'POST', headers, body })
}

const form = () =>
  new URLSearchParams(Object.entries(airtime('a')).map(([key, value]) => [key, String(value)]))

function multipart(): FormData {
  const data = new FormData()
  for (const [key, value] of form()) data.append(key, value)
  return data
}

describe('a purchase may be sent', () => {
  it.each([
    ['as JSON', JSON.stringify(airtime('a')), 'application/json'],
    ['as JSON with a charset', JSON.stringify(airtime('a')), 'application/json; charset=utf-8'],
    ['as JSON of another name', JSON.stringify(airtime('a')), 'application/vnd.api+json'],
    ['as JSON with a numeric text', JSON.stringify({ ...airtime('a'), amount: '100' }), 'application/json'],
    [
      'with nulls for what is optional',
      JSON.stringify({ ...airtime('a'), billersCode: null, quantity: null }),
      'application/json',
    ],
    [
      'with empty texts for what is optional',
      JSON.stringify({ ...airtime('a'), billersCode: '', quantity: ' ' }),
      'application/json',
    ],
    [
      'with fields that nobody knows',
      JSON.stringify({ ...airtime('a'), note: { a: [1] }, __proto__: 1 }),
      'application/json',
    ],
    [
      'with blanks around its values',
      JSON.stringify({ ...airtime('a'), serviceID: ' mtn ' }),
      'application/json',
    ],
    ['as JSON in capitals', JSON.stringify(airtime('a')), 'Application/JSON'],
    ['as a form', form().toString(), 'application/x-www-form-urlencoded'],
    ['as a form of no stated type', form().toString(), ''],
    ['with a field twice: the last holds', `phone=1&${form()}`, 'application/x-www-form-urlencoded'],
  ])('%s', async (_name, body, type) => {
    const answer = await post(body, type)
    expect(answer.body).toMatchObject({
      code: '000',
      amount: 100,
      content: { transactions: { status: 'delivered', unit_price: '100' } },
    })
  })

  it('as multipart/form-data', async () => {
    expect((await post(multipart())).body.code).toBe('000')
  })

  it('with a request id that is a number too long for a double, without losing a digit', async () => {
    const body = '{"request_id":2025031010146932932,"serviceID":"mtn","amount":100,"phone":"08011111111"}'
    expect((await post(body, 'application/json')).body.requestId).toBe('2025031010146932932')
  })

  it('with any characters after the first twelve of its request id, which are echoed', async () => {
    const id = requestIdOf('-ü"\\<b>😀')
    const { body } = await start().pay({ ...airtime(''), request_id: id })
    expect(body).toMatchObject({ code: '000', requestId: id })
  })
})

describe('what cannot be read is refused with 011, and says why', () => {
  it.each([
    ['nothing', '', 'application/json', 'not valid JSON'],
    ['no JSON', '{"request_id":', 'application/json', 'not valid JSON'],
    ['a number with a leading zero', '{"phone":08011111111}', 'application/json', 'not valid JSON'],
    ['a list', '[]', 'application/json', 'no object'],
    ['a text', '"pay"', 'application/json', 'no object'],
    ['null', 'null', 'application/json', 'no object'],
    ['an empty object', '{}', 'application/json', 'missing: request_id, serviceID'],
    [
      'JSON that is said to be a form',
      JSON.stringify(airtime('a')),
      'application/x-www-form-urlencoded',
      'content-type: application/json',
    ],
    [
      'JSON that is said to be text',
      JSON.stringify(airtime('a')),
      'text/plain',
      'content-type: application/json',
    ],
    ['a form that is none', '\u0000\u0001', 'application/x-www-form-urlencoded', 'missing: request_id'],
    ['multipart without a boundary', 'x', 'multipart/form-data', 'no valid multipart'],
    [
      'multipart that ends early',
      '--x\r\nContent-Disposition: form-data; name="a"',
      'multipart/form-data; boundary=x',
      'no valid multipart',
    ],
  ])('%s', async (_name, body, type, reason) => {
    const answer = await post(body, type)
    expect(answer.status).toBe(200)
    expect(answer.text).toBe(
      '{"code":"011","response_description":"INVALID ARGUMENTS","content":{"errors":[]}}',
    )
    expect(answer.headers.get('x-simulator-reason')).toContain(reason)
  })

  const valid = airtime('a')
  it.each([
    ['request_id', null],
    ['serviceID', ''],
    ['phone', null],
    ['amount', undefined],
    ['amount', 'ten'],
    ['amount', '1e3'],
    ['amount', '+100'],
    ['amount', '0100'],
    ['amount', 10.005],
    ['amount', 1e21],
    ['amount', true],
    ['amount', [100]],
    ['phone', { number: '08011111111' }],
    ['serviceID', ['mtn']],
  ])('%s is %j', async (field, value) => {
    const { body, headers } = await start().pay({ ...valid, [field]: value })
    expect(body.code).toBe('011')
    expect(headers.get('x-simulator-reason')).toContain(field)
  })

  it.each(['billersCode', 'variation_code', 'phone', 'subscription_type'])(
    'GOTV without %s',
    async (field) => {
      const gotv = {
        request_id: requestIdOf('a'),
        serviceID: 'gotv',
        billersCode: '1212121212',
        variation_code: 'gotv-lite',
        phone: '08011111111',
        subscription_type: 'change',
      }
      expect((await start().pay({ ...gotv, [field]: '' })).body.code).toBe('011')
      for (const type of ['constructor', '__proto__', 'toString']) {
        expect((await start().pay({ ...gotv, subscription_type: type })).body.code).toBe('011')
      }
      expect((await start().pay({ ...gotv, subscription_type: 'CHANGE' })).body.code).toBe('011')
      expect((await start().pay({ ...gotv, quantity: 1.5 })).body.code).toBe('011')
    },
  )

  it('a requery, and a verification, without their fields', async () => {
    expect((await start().post('requery', { requestId: 'a' })).body.code).toBe('011')
    expect((await start().verify({ serviceID: 'gotv' })).body.code).toBe('011')
    expect((await start().verify({ billersCode: '1212121212' })).body.code).toBe('011')
  })
})

describe('the reason', () => {
  it('is cut where a client would give up on it', async () => {
    const { headers, body } = await start().requery('é'.repeat(100_000))
    expect(body.code).toBe('015')
    expect(headers.get('x-simulator-reason')?.length).toBeLessThan(600)
  })

  it('is a header that no text of the caller can break', async () => {
    const { body, headers } = await start().pay({
      ...airtime('a'),
      serviceID: 'mtn\r\nset-cookie: a=b\u0000😀\ud800',
    })
    expect(body.code).toBe('012')
    expect(headers.get('set-cookie')).toBeNull()
    expect(headers.get('x-simulator-reason')).toMatch(/^[\x20-\x7e]+$/)
  })
})

describe('a body over 1 MiB', () => {
  const padded = (bytes: number) => {
    const body = JSON.stringify({ ...airtime('a'), note: '' })
    return body.replace('"note":""', `"note":"${'x'.repeat(bytes - body.length)}"`)
  }

  it('is refused with 413, whether its length is stated or not', async () => {
    const stated = await post(padded(1_048_577), 'application/json')
    expect(stated.status).toBe(413)
    expect(stated.text).toBe('{"message":"REQUEST BODY TOO LARGE"}')
    const stream = new Blob([padded(1_048_577)]).stream()
    const unstated = await start().send('pay', {
      method: 'POST',
      headers: { ...keys, 'content-type': 'application/json' },
      body: stream,
      duplex: 'half',
    } as RequestInit)
    expect(unstated.status).toBe(413)
  })

  it('is one byte more than is read', async () => {
    expect((await post(padded(1_048_576), 'application/json')).body.code).toBe('000')
  })
})

it('whatever is sent, a code of VTpass’s page comes back, and never an error of ours', async () => {
  const names = [
    'request_id',
    'serviceID',
    'billersCode',
    'variation_code',
    'amount',
    'phone',
    'quantity',
    'subscription_type',
    'type',
  ]
  const likely = fc.constantFrom(
    requestIdOf('a'),
    'mtn',
    'mtn-data',
    'gotv',
    'spectranet',
    'smile-direct',
    'gotv-lite',
    'vt-1000',
    'airtime',
    '1212121212',
    '08011111111',
    '201000000000',
    '500000000000',
    'change',
    'renew',
    '100',
    100,
    -1,
    0,
    1e308,
    '9'.repeat(40),
    'constructor',
    '__proto__',
    'toString',
    'hasOwnProperty',
    'valueOf',
  )
  const value = fc.oneof({ weight: 4, arbitrary: likely }, { weight: 1, arbitrary: fc.jsonValue() })
  const valid = {
    request_id: requestIdOf('a'),
    serviceID: 'gotv',
    billersCode: '1212121212',
    variation_code: 'gotv-lite',
    phone: '08011111111',
    subscription_type: 'change',
  }
  const changes = fc.dictionary(fc.constantFrom(...names), value, { maxKeys: 3 })
  const body = changes.map((changed) => ({ ...valid, ...changed }))
  const path = fc.constantFrom(
    'pay',
    'pay',
    'pay',
    'requery',
    'merchant-verify',
    'merchant-verify/smile/email',
  )
  await fc.assert(
    fc.asyncProperty(path, body, async (to, fields) => {
      const { body: answered, headers } = await start().post(to, fields)
      expect(responseCodes).toContain(answered.code)
      expect(headers.get('x-simulator-reason') ?? '').not.toContain('mistake')
    }),
    { numRuns: 1000 },
  )
})
