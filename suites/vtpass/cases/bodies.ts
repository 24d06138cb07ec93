import type { Ability } from '../../targets/target.ts'
import type { VtpassCase } from '../case.ts'
import type { Conversation } from '../conversation.ts'
import { productPage, products, sampleOf } from '../products.ts'
import { buyAndRequery, orderOf } from '../purchase.ts'
import { refusal } from '../refusals.ts'
import { paid } from '../transactions.ts'

const group = 'requests'
const mtn = productPage('mtn')
const sample = sampleOf(mtn)

const unreadable: readonly VtpassCase[] = (
  [
    ['no-json', 'application/json', '{"request_id":'],
    ['a-list', 'application/json', '[]'],
    ['a-text', 'application/json', '"pay"'],
    ['null', 'application/json', 'null'],
    ['a-number', 'application/json', '5'],
    ['nothing', 'application/json', ''],
  ] as const
).map(([name, type, text]) => ({
  name: `refuses-${name}-for-a-body`,
  group,
  title: `POST /pay with ${name.replaceAll('-', ' ')} for a body is refused with 011`,
  source: 'Response Codes, Transaction/Requery Response',
  row: '011 · pay without a mandatory field',
  run: async (vtpass) => {
    vtpass.expect(await vtpass.ask({ method: 'POST', path: '/pay', raw: { type, text } }), refusal('011'))
  },
}))

type Fields = Readonly<Record<string, string | number>>

/** A purchase of the sample, written otherwise. */
interface Written {
  readonly name: string
  readonly title: string
  readonly source: string
  readonly type: string
  readonly write: (fields: Fields) => string
  readonly needs?: readonly Ability[]
}

const FORM = 'application/x-www-form-urlencoded'
const BOUNDARY = 'boundary-of-a-form'
const MEBIBYTE = 1_048_576
const fresh = ['fresh-account'] as const
const php = 'seen: clients in PHP send forms'

const written: readonly Written[] = [
  {
    name: 'takes-a-form',
    title: 'A purchase may be sent as a form too, and is answered as one in JSON',
    source: php,
    type: FORM,
    write: asForm,
  },
  {
    name: 'takes-a-form-in-parts',
    title: 'A purchase may be sent as multipart/form-data, as PHP does with a list of fields',
    source: php,
    type: `multipart/form-data; boundary=${BOUNDARY}`,
    write: asParts,
  },
  {
    name: 'takes-the-last-of-a-repeated-field',
    title: 'Of a field that a form has twice, the last holds',
    source: 'ours, as PHP reads forms',
    type: FORM,
    write: (fields) => `phone=08033333333&${asForm(fields)}`,
    needs: fresh,
  },
  {
    name: 'takes-json-that-names-its-charset',
    title: 'JSON may name its charset',
    source: 'MTN VTU API Integration, PURCHASE PRODUCT',
    type: 'application/json; charset=utf-8',
    write: JSON.stringify,
  },
  {
    name: 'takes-blanks-around-a-value',
    title: 'Blanks around a value are no part of it',
    source: 'ours',
    type: 'application/json',
    write: (fields) => JSON.stringify({ ...fields, serviceID: ' mtn ', phone: ` ${fields.phone}` }),
    needs: fresh,
  },
  {
    name: 'takes-a-request-id-that-is-a-number',
    title: 'A request id may be a number, of which no digit is lost',
    source: 'ours: a client in PHP may send one',
    type: 'application/json',
    write: (fields) => JSON.stringify(fields).replace(/"request_id":"(\d+)"/, '"request_id":$1'),
    needs: fresh,
  },
]

function asForm(fields: Fields): string {
  return new URLSearchParams(Object.entries(fields).map(([key, value]) => [key, String(value)])).toString()
}

function asParts(fields: Fields): string {
  const parts = Object.entries(fields).map(
    ([key, value]) => `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${key}"\r\n\r\n${value}\r\n`,
  )
  return `${parts.join('')}--${BOUNDARY}--\r\n`
}

const takesOtherwise: readonly VtpassCase[] = written.map(({ type, write, ...rest }) => ({
  ...rest,
  group,
  row: null,
  run: async (vtpass) => {
    const { fields, raw } = writtenSample(vtpass, type, write)
    const answered = await vtpass.ask({ method: 'POST', path: '/pay', fields, raw, costs: 20 })
    vtpass.expect(answered, { body: paid(orderOf(vtpass, mtn, sample, answered)) })
  },
}))

/** The fields are told beside what is sent, so that purchases can be spaced. */
function writtenSample(vtpass: Conversation, type: string, write: Written['write']) {
  const request_id = `${vtpass.requestId().slice(0, 12)}${vtpass.luck.digits(12)}`
  const fields = { request_id, serviceID: 'mtn', ...sample.fields }
  return { fields, raw: { type, text: write(fields) } }
}

const refusesTooLong: VtpassCase = {
  name: 'refuses-a-body-of-more-than-a-mebibyte',
  group,
  title: 'A body of 1 MiB is read, and one of a byte more is refused with HTTP 413',
  source: 'ours, after HTTP',
  row: null,
  needs: fresh,
  run: async (vtpass) => {
    const padded = (fields: Fields, bytes: number) => {
      const text = JSON.stringify({ ...fields, note: '' })
      return text.replace('"note":""', `"note":"${'~'.repeat(bytes - text.length)}"`)
    }
    const read = writtenSample(vtpass, 'application/json', (fields) => padded(fields, MEBIBYTE))
    const answered = await vtpass.ask({ method: 'POST', path: '/pay', ...read, costs: 20 })
    vtpass.expect(answered, { body: paid(orderOf(vtpass, mtn, sample, answered)) })
    const { raw } = writtenSample(vtpass, 'application/json', (fields) => padded(fields, MEBIBYTE + 1))
    const refused = await vtpass.ask({ method: 'POST', path: '/pay', raw })
    vtpass.expect(refused, { status: 413, body: { message: 'REQUEST BODY TOO LARGE' } })
  },
}

/** The usual mistake of a client that sets no header. */
const mistyped: readonly VtpassCase[] = (['text/plain', FORM] as const).map((type) => ({
  name: `refuses-json-that-is-said-to-be-${type === FORM ? 'a-form' : 'text'}`,
  group,
  title: `JSON that is sent as ${type} is refused with 011, as a form without fields`,
  source: 'ours, as PHP reads bodies',
  row: '011 · pay without a mandatory field',
  run: async (vtpass) => {
    const raw = writtenSample(vtpass, type, JSON.stringify).raw
    vtpass.expect(await vtpass.ask({ method: 'POST', path: '/pay', raw }), refusal('011'))
  },
}))

const takesMore: readonly VtpassCase[] = products
  .filter(({ serviceID }) => serviceID !== 'gotv' && serviceID !== 'spectranet')
  .map((product) => ({
    name:
      product === mtn
        ? 'takes-no-notice-of-what-it-does-not-know'
        : `takes-no-notice-of-what-${product.serviceID}-does-not-know`,
    group,
    title: `${product.productName}: fields that nobody knows, a quantity of what has none, and a plan of airtime change nothing`,
    source: 'ours',
    row: 'quantity · A product that does not document it takes no notice of it.',
    ...(product !== mtn && { needs: fresh }),
    run: async (vtpass) => {
      const sale = sampleOf(product)
      const extra = { quantity: 3, note: 'for Ada', subscription_type: 'renew' }
      const fields = { variation_code: 'none', ...sale.fields, ...extra }
      await buyAndRequery(vtpass, product, { ...sale, fields })
    },
  }))

const takesAnyAmount: VtpassCase = {
  name: 'takes-no-notice-of-the-amount-of-a-plan',
  group,
  title: 'The amount of a plan is ignored, even one that cannot be read',
  source: 'MTN Data Subscription API, PURCHASE PRODUCT',
  row: "amount · A data plan's price holds, and the amount is ignored.",
  run: async (vtpass) => {
    const data = productPage('mtn-data')
    const planned = sampleOf(data)
    const sale = { ...planned, fields: { ...planned.fields, amount: 'ten' }, unitPrice: '100.00' }
    await buyAndRequery(vtpass, data, sale)
  },
}

const renewsTheSameBouquet: VtpassCase = {
  name: 'takes-no-notice-of-the-plan-of-a-renewal',
  group,
  title: 'A renewal takes no variation_code: the bouquet of the card is renewed, whatever is sent',
  source: '[UPDATED] GOTV Subscription Payment API, A. BOUQUET RENEWAL; the bouquet is ours',
  row: 'subscription_type · renew takes no variation_code; the price is the amount.',
  needs: fresh,
  run: async (vtpass) => {
    const gotv = productPage('gotv')
    const bouquet = sampleOf(gotv)
    const fields = { ...bouquet.fields, subscription_type: 'renew', variation_code: 'gotv-max' }
    await buyAndRequery(vtpass, gotv, { ...bouquet, fields })
  },
}

export const bodyCases: readonly VtpassCase[] = [
  ...unreadable,
  ...takesOtherwise,
  ...mistyped,
  refusesTooLong,
  ...takesMore,
  takesAnyAmount,
  renewsTheSameBouquet,
]
