import type { AccountSetup } from '../../targets/target.ts'
import type { VtpassCase } from '../case.ts'
import { categories, servicesOf, variationsOf } from '../catalogue.ts'
import type { Conversation, Exchange, Expected } from '../conversation.ts'
import { type Code, refusal } from '../refusals.ts'
import { knownCard } from '../verifications.ts'

const group = 'accounts'
const source = 'Response Codes, Transaction/Requery Response'
const card = { billersCode: '1212121212', serviceID: 'gotv' }

const barred: readonly (readonly [name: string, code: Code, account: AccountSetup, row: string])[] = [
  ['a-locked-account', '021', { state: 'locked' }, '021 · account state `locked`'],
  ['a-suspended-account', '022', { state: 'suspended' }, '022 · account state `suspended`'],
  ['an-account-without-api-access', '023', { state: 'api-disabled' }, '023 · account state `api-disabled`'],
  ['an-inactive-account', '024', { state: 'inactive' }, '024 · account state `inactive`'],
  [
    'a-foreign-address',
    '027',
    { whitelistedIps: ['203.0.113.9'] },
    "027 · call from an address that is none of the account's `whitelistedIps`",
  ],
]

/** What is refused beside purchases, which are cases of their own. */
const asks: readonly (readonly [what: string, ask: (vtpass: Conversation) => Promise<Exchange>])[] = [
  ['the-balance', (vtpass) => vtpass.get('/balance')],
  ['a-requery', (vtpass) => vtpass.requery(vtpass.requestId())],
  ['a-verification', (vtpass) => vtpass.post('/merchant-verify', card)],
  [
    'a-verification-of-smile',
    (vtpass) => vtpass.post('/merchant-verify/smile/email', { ...card, serviceID: 'smile-direct' }),
  ],
]

const refused: readonly VtpassCase[] = barred.flatMap(([whom, code, account, row]) =>
  asks.map(([what, ask]) => ({
    name: `refuses-${what}-to-${whom}`,
    group,
    title: `${what.replaceAll('-', ' ')} is refused to ${whom.replaceAll('-', ' ')} with ${code}`,
    source,
    row,
    account,
    run: async (vtpass) => {
      vtpass.expect(await ask(vtpass), refusal(code))
    },
  })),
)

const lists: readonly (readonly [path: string, expected: Expected])[] = [
  ['/service-categories', { body: { response_description: '000', content: categories } }],
  ['/services?identifier=data', { body: { response_description: '000', content: servicesOf('data') } }],
  ['/service-variations?serviceID=gotv', { body: variationsOf('gotv') }],
]

/** Whoever may buy nothing, or not everything, is shown all of it. */
const limited: readonly (readonly [whom: string, account: AccountSetup])[] = [
  ...barred.map(([whom, , account]) => [whom, account] as const),
  ['an-account-that-may-not-buy-it', { whitelistedProducts: ['glo'] }],
  ['whoever-cannot-buy-it-now', { products: { gotv: 'suspended', 'mtn-data': 'inactive' } }],
]

const shown: readonly VtpassCase[] = limited.map(([whom, account]) => ({
  name: `shows-the-catalogue-to-${whom}`,
  group,
  title: `What can be bought is shown to ${whom.replaceAll('-', ' ')} too`,
  source: 'ours',
  row: null,
  account,
  run: async (vtpass) => {
    for (const [path, expected] of lists) vtpass.expect(await vtpass.get(path), expected)
  },
}))

const states = [
  ['suspended', '034', '034 · product state `suspended`'],
  ['inactive', '035', '035 · product state `inactive`'],
] as const

const unverified: readonly VtpassCase[] = states.map(([state, code, row]) => ({
  name: `refuses-to-verify-with-a-product-that-is-${state}`,
  group,
  title: `A verification of a product that is ${state} is refused with ${code}`,
  source,
  row,
  account: { products: { gotv: state } },
  run: async (vtpass) => {
    vtpass.expect(await vtpass.post('/merchant-verify', card), refusal(code))
  },
}))

const verified: VtpassCase = {
  name: 'verifies-what-may-not-be-bought',
  group,
  title: 'A product that is not whitelisted cannot be bought, and its numbers are verified all the same',
  source: 'ours',
  row: "028 · pay for a product that is none of the account's `whitelistedProducts`",
  account: { whitelistedProducts: ['glo'] },
  run: async (vtpass) => {
    vtpass.expect(await vtpass.post('/merchant-verify', card), { body: knownCard })
  },
}

export const accountCases: readonly VtpassCase[] = [...refused, ...shown, ...unverified, verified]
