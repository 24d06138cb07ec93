import type { AccountSetup } from '../../targets/target.ts'
import type { VtpassCase } from '../case.ts'
import { servicesOf } from '../catalogue.ts'
import type { Conversation } from '../conversation.ts'
import { productPage, products, sampleOf } from '../products.ts'
import { expectCharge } from '../purchase.ts'
import { type Code, refusal } from '../refusals.ts'

const group = 'refusals'
const source = 'Response Codes, Transaction/Requery Response'

/** A purchase that is refused, charges nothing, and leaves no record. */
interface Refused {
  readonly name: string
  readonly title: string
  readonly code: Code
  readonly row: string
  readonly serviceID: string
  /** Instead of those of the product's sample. */
  readonly fields: Readonly<Record<string, unknown>>
  readonly account?: AccountSetup
}

const missingRow = '011 · pay without a mandatory field'
const unreadRow = '011 · a field that cannot be read: amount "ten", quantity "two", subscription_type "new"'
const unknownPlanRow = '010 · pay with a variation_code that the product has not; codes are case-sensitive'
const lowRow = '013 · airtime below its minimum (MTN ₦10)'
const highRow = '017 · airtime above its maximum (MTN ₦200,000)'

const missing: readonly Refused[] = products.flatMap(({ serviceID, mandatory }) =>
  ['request_id', 'serviceID', ...mandatory].map((field) => ({
    name: `refuses-${serviceID}-without-${field.toLowerCase().replaceAll('_', '-')}`,
    title: `${serviceID} without ${field} is refused with 011`,
    code: '011' as const,
    row: missingRow,
    serviceID,
    fields: { [field]: undefined },
  })),
)

const unread: readonly Refused[] = (
  [
    ['an-empty-phone', 'mtn', { phone: '' }],
    ['a-null-phone', 'mtn', { phone: null }],
    ['amount-ten-in-letters', 'mtn', { amount: 'ten' }],
    ['three-decimals', 'mtn', { amount: 10.005 }],
    ['an-amount-with-an-exponent', 'mtn', { amount: '1e3' }],
    ['an-amount-with-a-leading-zero', 'mtn', { amount: '0100' }],
    ['an-amount-with-a-plus', 'mtn', { amount: '+100' }],
    ['an-amount-with-a-comma', 'mtn', { amount: '1,000' }],
    ['amount-true', 'mtn', { amount: true }],
    ['a-list-for-a-phone', 'mtn', { phone: ['08011111111'] }],
    ['an-object-for-a-phone', 'mtn', { phone: { number: '08011111111' } }],
    ['true-for-a-phone', 'mtn', { phone: true }],
    ['blanks-for-a-phone', 'mtn', { phone: '  ' }],
    ['half-a-card', 'spectranet', { quantity: 1.5 }],
    ['quantity-two-in-letters', 'gotv', { quantity: 'two' }],
    ['an-unknown-subscription-type', 'gotv', { subscription_type: 'new' }],
    ['subscription-type-in-capitals', 'gotv', { subscription_type: 'CHANGE' }],
    ['constructor-for-a-subscription-type', 'gotv', { subscription_type: 'constructor' }],
  ] as const
).map(([name, serviceID, fields]) => ({
  name: `refuses-${name}`,
  title: `${serviceID} with ${JSON.stringify(fields)} is refused with 011`,
  code: '011',
  row: unreadRow,
  serviceID,
  fields,
}))

const unknownPlans: readonly Refused[] = products
  .filter(({ mandatory }) => mandatory.includes('variation_code'))
  .flatMap(({ serviceID, sales }) => [
    {
      name: `refuses-an-unknown-plan-of-${serviceID}`,
      title: `${serviceID} has no plan of this name: 010`,
      code: '010' as const,
      row: unknownPlanRow,
      serviceID,
      fields: { variation_code: `${sales[0].fields.variation_code}-x` },
    },
  ])

const limits: readonly Refused[] = servicesOf('airtime').flatMap((service) => {
  const serviceID = String(service.serviceID)
  const [minimum, maximum] = [Number(service.minimium_amount), Number(service.maximum_amount)]
  return [
    {
      name: `refuses-${serviceID}-below-its-minimum`,
      title: `₦${minimum - 0.01} of ${serviceID} is below its minimum`,
      code: '013' as const,
      row: lowRow,
      serviceID,
      fields: { amount: minimum - 0.01 },
    },
    {
      name: `refuses-${serviceID}-above-its-maximum`,
      title: `₦${maximum + 0.01} of ${serviceID} is above its maximum`,
      code: '017' as const,
      row: highRow,
      serviceID,
      fields: { amount: maximum + 0.01 },
    },
  ]
})

const others: readonly Refused[] = (
  [
    [
      'an-unknown-product',
      '012',
      '012 · pay for a serviceID that does not exist',
      'mtn',
      { serviceID: '9mobile' },
    ],
    [
      'a-product-in-capitals',
      '012',
      '012 · pay for a serviceID that does not exist',
      'mtn',
      { serviceID: 'MTN' },
    ],
    [
      'constructor-for-a-product',
      '012',
      '012 · pay for a serviceID that does not exist',
      'mtn',
      { serviceID: 'constructor' },
    ],
    ['constructor-for-a-plan', '010', unknownPlanRow, 'mtn-data', { variation_code: 'constructor' }],
    ['the-plan-of-another-product', '010', unknownPlanRow, 'glo-data', { variation_code: 'mtn-10mb-100' }],
    ['a-plan-in-capitals', '010', unknownPlanRow, 'mtn-data', { variation_code: 'MTN-10MB-100' }],
    ['nothing-of-airtime', '013', lowRow, 'mtn', { amount: 0 }],
    ['less-than-nothing', '013', lowRow, 'mtn', { amount: -100 }],
    ['too-little-smile-airtime', '013', lowRow, 'smile-direct', { variation_code: 'airtime', amount: 99 }],
    [
      'too-much-smile-airtime',
      '017',
      highRow,
      'smile-direct',
      { variation_code: 'airtime', amount: 150_001 },
    ],
    ['nothing-of-gotv', '013', lowRow, 'gotv', { amount: 0 }],
    [
      'smile-airtime-without-an-amount',
      '011',
      missingRow,
      'smile-direct',
      { variation_code: 'airtime', amount: undefined },
    ],
    ['too-much-gotv', '017', highRow, 'gotv', { amount: 500_001 }],
    ['no-card', '031', '031 · quantity below 1 (Spectranet, GOTV)', 'spectranet', { quantity: 0 }],
    ['no-month', '031', '031 · quantity below 1 (Spectranet, GOTV)', 'gotv', { quantity: -1 }],
    [
      'eleven-cards',
      '032',
      '032 · quantity above 10 (Spectranet, GOTV); the limit is ours',
      'spectranet',
      { quantity: 11 },
    ],
    [
      'eleven-months',
      '032',
      '032 · quantity above 10 (Spectranet, GOTV); the limit is ours',
      'gotv',
      { quantity: 11 },
    ],
  ] as const
).map(([name, code, row, serviceID, fields]) => ({
  name: `refuses-${name}`,
  title: `${serviceID} with ${JSON.stringify(fields)} is refused with ${code}`,
  code,
  row,
  serviceID,
  fields,
}))

const stateRow = (code: string, state: string) => `${code} · account state \`${state}\``
const accounts: readonly Refused[] = (
  [
    ['a-locked-account', '021', stateRow('021', 'locked'), { state: 'locked' }],
    ['a-suspended-account', '022', stateRow('022', 'suspended'), { state: 'suspended' }],
    ['an-account-without-api-access', '023', stateRow('023', 'api-disabled'), { state: 'api-disabled' }],
    ['an-inactive-account', '024', stateRow('024', 'inactive'), { state: 'inactive' }],
    [
      'a-foreign-address',
      '027',
      "027 · call from an address that is none of the account's `whitelistedIps`",
      { whitelistedIps: ['203.0.113.9'] },
    ],
    [
      'a-product-that-is-not-whitelisted',
      '028',
      "028 · pay for a product that is none of the account's `whitelistedProducts`",
      { whitelistedProducts: ['glo'] },
    ],
    [
      'a-biller-out-of-reach',
      '030',
      '030 · product state `unreachable`, when it is bought',
      { products: { mtn: 'unreachable' } },
    ],
    ['a-suspended-product', '034', '034 · product state `suspended`', { products: { mtn: 'suspended' } }],
    ['an-inactive-product', '035', '035 · product state `inactive`', { products: { mtn: 'inactive' } }],
  ] as const
).map(([name, code, row, account]) => ({
  name: `refuses-${name}`,
  title: `A purchase is refused with ${code}: ${name.replaceAll('-', ' ')}`,
  code,
  row,
  serviceID: 'mtn',
  fields: {},
  account,
}))

/**
 * Whether the wallet is looked at before and after: an account that may do nothing may not read it, and where calls count
 * only what is about money is worth two more.
 */
function looksAtWallet({ account, code }: Refused, { target }: Conversation): boolean {
  if (account?.state !== undefined || account?.whitelistedIps !== undefined) return false
  return code !== '011' || target.abilities['fresh-account'] !== undefined
}

const refused = [...missing, ...unread, ...unknownPlans, ...limits, ...others, ...accounts]

export const refusalCases: readonly VtpassCase[] = refused.map((each) => ({
  name: each.name,
  group,
  title: each.title,
  source,
  row: each.row,
  ...(each.account !== undefined && { account: each.account }),
  run: async (vtpass) => {
    const product = productPage(each.serviceID)
    const requestId = vtpass.requestId()
    const fields = {
      request_id: requestId,
      serviceID: each.serviceID,
      ...sampleOf(product).fields,
      ...each.fields,
    }
    const refuse = async () => {
      vtpass.expect(await vtpass.post('/pay', fields, { atOnce: true }), refusal(each.code))
    }
    if (!looksAtWallet(each, vtpass)) return refuse()
    await expectCharge(
      vtpass,
      0,
      'wallet · A purchase takes total_amount; what failed takes nothing.',
      async () => {
        await refuse()
        const row =
          '015 · requery a purchase that was refused (other than with 019), or that 500000000000 answered'
        if (fields.request_id === requestId)
          vtpass.expect(await vtpass.requery(requestId), { ...refusal('015'), row })
      },
    )
  },
}))
