import type { VtpassCase } from '../case.ts'
import { productPage, sampleOf } from '../products.ts'
import { buyAndRequery, orderOf } from '../purchase.ts'
import { refusal } from '../refusals.ts'
import type { Sale } from '../sale.ts'
import { paid } from '../transactions.ts'

const group = 'requests'
const mtn = productPage('mtn')

const methods = [
  ['GET', '/pay', 'POST'],
  ['GET', '/requery', 'POST'],
  ['GET', '/merchant-verify', 'POST'],
  ['GET', '/merchant-verify/smile/email', 'POST'],
  ['PUT', '/pay', 'POST'],
  ['DELETE', '/requery', 'POST'],
  ['POST', '/balance', 'GET'],
  ['POST', '/service-categories', 'GET'],
  ['POST', '/services', 'GET'],
  ['POST', '/service-variations', 'GET'],
] as const

const wrongMethods: readonly VtpassCase[] = methods.map(([method, path, allowed]) => ({
  name: `refuses-${method.toLowerCase()}-${path.slice(1).replaceAll('/', '-')}`,
  group,
  title: `${method} ${path} answers 405, and which method is allowed`,
  source: 'ours, after HTTP',
  row: null,
  run: async (vtpass) => {
    const answered = await vtpass.ask({ method, path, ...(method === 'GET' ? {} : { fields: {} }) })
    vtpass.expect(answered, { status: 405, body: { message: 'METHOD NOT ALLOWED' } })
    vtpass.expectThat(
      answered.answer.allow === allowed,
      undefined,
      'HTTP allow',
      allowed,
      `${answered.answer.allow}`,
    )
  },
}))

const unknownPaths: readonly VtpassCase[] = (
  [
    ['GET', '/nothing', 'an-unknown-path'],
    ['POST', '/nothing', 'a-post-to-an-unknown-path'],
    ['GET', '/Balance', 'a-path-in-capitals'],
    ['GET', '/merchant-verify/smile', 'half-a-path'],
  ] as const
).map(([method, path, name]) => ({
  name: `does-not-find-${name}`,
  group,
  title: `${method} ${path} answers 404`,
  source: 'ours, after HTTP',
  row: null,
  run: async (vtpass) => {
    const answered = await vtpass.ask({ method, path, ...(method === 'GET' ? {} : { fields: {} }) })
    vtpass.expect(answered, { status: 404, body: { message: 'NOT FOUND' } })
  },
}))

const unreadable: readonly VtpassCase[] = (
  [
    ['no-json', '{"request_id":'],
    ['a-list', '[]'],
    ['a-text', '"pay"'],
    ['nothing', ''],
  ] as const
).map(([name, text]) => ({
  name: `refuses-${name}-for-a-body`,
  group,
  title: `POST /pay with ${name.replaceAll('-', ' ')} for a body is refused with 011`,
  source: 'Response Codes, Transaction/Requery Response',
  row: '011 · pay without a mandatory field',
  run: async (vtpass) => {
    const raw = { type: 'application/json', text }
    vtpass.expect(await vtpass.ask({ method: 'POST', path: '/pay', raw }), refusal('011'))
  },
}))

const takesForm: VtpassCase = {
  name: 'takes-a-form',
  group,
  title: 'A purchase may be sent as a form too, and is answered as one in JSON',
  source: 'seen: clients in PHP send forms',
  row: null,
  run: async (vtpass) => {
    const sale: Sale = sampleOf(mtn)
    const fields = { request_id: vtpass.requestId(), serviceID: 'mtn', ...sale.fields }
    const text = new URLSearchParams(Object.entries(fields).map(([key, value]) => [key, String(value)]))
    const raw = { type: 'application/x-www-form-urlencoded', text: text.toString() }
    const answered = await vtpass.ask({ method: 'POST', path: '/pay', raw, costs: 20 })
    const order = orderOf(vtpass, mtn, sale, { ...answered, request: { ...answered.request, fields } })
    vtpass.expect(answered, { body: paid(order) })
  },
}

const takesMore: VtpassCase = {
  name: 'takes-no-notice-of-what-it-does-not-know',
  group,
  title: 'Fields that nobody knows, and a quantity of what has none, change nothing',
  source: 'ours',
  row: 'quantity · A product that does not document it takes no notice of it.',
  run: async (vtpass) => {
    const sale: Sale = sampleOf(mtn)
    const extra = { quantity: 3, note: 'for Ada', variation_code: null }
    const fields = { request_id: vtpass.requestId(), serviceID: 'mtn', ...sale.fields, ...extra }
    const answered = await vtpass.post('/pay', fields, { costs: 60 })
    vtpass.expect(answered, { body: paid(orderOf(vtpass, mtn, sale, answered)) })
  },
}

const takesAnyAmount: VtpassCase = {
  name: 'takes-no-notice-of-the-amount-of-a-plan',
  group,
  title: 'The amount of a plan is ignored, even one that cannot be read',
  source: 'MTN Data Subscription API, PURCHASE PRODUCT',
  row: "amount · A data plan's price holds, and the amount is ignored.",
  run: async (vtpass) => {
    const data = productPage('mtn-data')
    const sample: Sale = sampleOf(data)
    const sale = { ...sample, fields: { ...sample.fields, amount: 'ten' }, unitPrice: '100.00' }
    await buyAndRequery(vtpass, data, sale)
  },
}

export const requestCases: readonly VtpassCase[] = [
  ...wrongMethods,
  ...unknownPaths,
  ...unreadable,
  takesForm,
  takesMore,
  takesAnyAmount,
]
