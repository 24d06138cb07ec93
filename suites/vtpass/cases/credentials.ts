import type { Ability, AccountSetup, Credentials } from '../../targets/target.ts'
import type { VtpassCase } from '../case.ts'
import { categories, servicesOf, variationsOf } from '../catalogue.ts'
import type { Conversation, Expected } from '../conversation.ts'
import { refusal, wrongCredentials } from '../refusals.ts'
import { naira } from '../template.ts'

const group = 'credentials'
const source = 'API Key Authentication, How to use your api keys; HTTP 401 and `message` were seen'
const refusedRow =
  '087 · wrong credentials, or a key that is missing where it is needed: HTTP 401, and `message`'

const variations = '/service-variations?serviceID=gotv'
/** What a wallet holds that nothing was bought from; of another's nothing is known. */
const balance = ({ target }: Conversation): Expected => {
  const untouched = target.abilities['fresh-account'] === undefined ? naira : 1_000_000
  return { body: { code: 1, contents: { balance: untouched } } }
}
const gets: Readonly<Record<string, (vtpass: Conversation) => Expected>> = {
  '/balance': balance,
  '/service-categories': () => ({ body: { response_description: '000', content: categories } }),
  '/services?identifier=tv-subscription': () => ({
    body: { response_description: '000', content: servicesOf('tv-subscription') },
  }),
  [variations]: () => ({ body: variationsOf('gotv') }),
}
/** Each refuses an empty request with 011, once it knows who asks. */
const posts = ['/pay', '/requery', '/merchant-verify', '/merchant-verify/smile/email']

const wrong: readonly Credentials[] = [
  'none',
  'api-key-alone',
  'second-key-alone',
  'wrong-api-key',
  'wrong-second-key',
  'second-key-in-other-case',
  'bearer',
]

/** GET service-variations was seen to want no key. */
const isTakenWithout = (path: string, credentials: Credentials) =>
  path === variations && ['none', 'api-key-alone', 'second-key-alone'].includes(credentials)

const slug = (path: string) => path.slice(1).replace(/\?.*/, '').replaceAll('/', '-')

const refuses: readonly VtpassCase[] = wrong.flatMap((credentials) => [
  ...Object.keys(gets)
    .filter((path) => !isTakenWithout(path, credentials))
    .map((path) => refusing('GET', path, credentials)),
  ...posts.map((path) => refusing('POST', path, credentials)),
])

function refusing(
  method: 'GET' | 'POST',
  path: string,
  credentials: Credentials,
  needs: readonly Ability[] = [],
): VtpassCase {
  return {
    name: `refuses-${method.toLowerCase()}-${slug(path)}-with-${credentials}`,
    group,
    title: `${method} ${path} with credentials "${credentials}" is refused with 087 and HTTP 401`,
    source,
    row: refusedRow,
    needs,
    run: async (vtpass) => {
      const fields = method === 'POST' ? { fields: {} } : {}
      vtpass.expect(await vtpass.ask({ method, path, credentials, ...fields }), wrongCredentials)
    },
  }
}

function taking(
  credentials: Credentials,
  path: string,
  about: { readonly row: string | null; readonly source: string; readonly needs?: readonly Ability[] },
): VtpassCase {
  const expected = gets[path]
  return {
    name: `takes-${slug(path)}-with-${credentials}`,
    group,
    title: `${path} is answered with credentials "${credentials}"`,
    source: about.source,
    row: about.row,
    ...(about.needs !== undefined && { needs: about.needs }),
    run: async (vtpass) => {
      const method = expected === undefined ? 'POST' : 'GET'
      const fields = expected === undefined ? { fields: {} } : {}
      const answered = await vtpass.ask({ method, path, credentials, ...fields })
      vtpass.expect(answered, expected?.(vtpass) ?? refusal('011'))
    },
  }
}

const basicNeeds = ['basic-authentication'] as const
const takesBasic = [...Object.keys(gets), ...posts].map((path) =>
  taking('basic', path, { row: null, source: 'Spectranet API, Authentication', needs: basicNeeds }),
)
const refusesBasic = [...Object.keys(gets)].map((path) => refusing('GET', path, 'wrong-password', basicNeeds))
const refusesBasicPosts = posts.map((path) => refusing('POST', path, 'wrong-password', basicNeeds))
const takesOther = Object.keys(gets).map((path) =>
  taking('other-key', path, {
    row: 'credentials · A GET with secret-key in place of public-key is answered, with a warning; `--strict` refuses it.',
    source: 'seen',
  }),
)
const refusesBesideSecret = Object.keys(gets).map((path) =>
  refusing('GET', path, 'wrong-public-key-beside-secret-key'),
)
const takesAll = (['all-keys', 'keys-beside-wrong-password'] as const).flatMap((credentials) =>
  [...Object.keys(gets), ...posts].map((path) =>
    taking(credentials, path, { row: null, source: 'API Key Authentication; ours, that more does no harm' }),
  ),
)
const refusesOther = posts.map((path) => refusing('POST', path, 'other-key'))
const takesNone = (['none', 'api-key-alone', 'second-key-alone'] as const).map((credentials) =>
  taking(credentials, variations, {
    row: 'credentials · GET service-variations answers without a key, with a warning; `--strict` refuses it.',
    source: 'seen',
  }),
)

const kinds: readonly [account: AccountSetup, credentials: Credentials][] = [
  [{ authentication: 'keys' }, 'basic'],
  [{ authentication: 'basic' }, 'proper'],
]
const kindOfAccount: readonly VtpassCase[] = kinds.map(([account, credentials]) => ({
  ...refusing('GET', '/balance', credentials, basicNeeds),
  name: `refuses-${credentials}-of-an-account-that-takes-${account.authentication}`,
  title: `An account that takes ${account.authentication} only refuses credentials "${credentials}"`,
  row: '087 · a kind of credentials that the account does not take (`authentication: basic`)',
  account,
}))

export const credentialCases: readonly VtpassCase[] = [
  ...refuses,
  ...takesBasic,
  ...refusesBasic,
  ...refusesBasicPosts,
  ...takesOther,
  ...refusesBesideSecret,
  ...takesAll,
  ...refusesOther,
  ...takesNone,
  ...kindOfAccount,
]
