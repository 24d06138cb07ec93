import { PactV4 } from '@pact-foundation/pact'
import { it } from 'vitest'
import { createVtpass, type Vtpass } from '../../reseller/index.ts'

/** One request of the reseller's, and the answer that it relies on. */
export interface Agreement {
  /** None where nothing has to be arranged. */
  readonly given?: State
  readonly request: Asked
  /** HTTP 200 where it is not said. */
  readonly status?: number
  readonly answer: unknown
}

/** A state of docs/contracts.md, and its parameters. */
export type State = readonly [name: string, parameters?: Readonly<Record<string, string>>]

type Asked =
  | { readonly get: string; readonly query: Readonly<Record<string, string>> }
  | { readonly get: '/balance' }
  | { readonly post: string; readonly body: object }

const pact = new PactV4({
  consumer: 'vtpass-reseller',
  provider: 'vtpass',
  dir: pactFolder(),
  logLevel: 'error',
})
const keys = { apiKey: 'api-key', publicKey: 'PK_public', secretKey: 'SK_secret' }

/** A test that writes the agreement into the pact, if `check` holds of what the real client makes of the answer. */
export function agree(
  description: string,
  { given, request, status = 200, answer }: Agreement,
  check: (vtpass: Vtpass) => Promise<void>,
): void {
  it(description, async () => {
    const begun = pact.addInteraction()
    if (given !== undefined) begun.given(...given)
    const asked = 'get' in request ? request.get : request.post
    await begun
      .uponReceiving(description)
      .withRequest('get' in request ? 'GET' : 'POST', `/api${asked}`, (wanted) => {
        wanted.headers(headersOf(request))
        if ('query' in request) wanted.query(request.query)
        if ('body' in request) wanted.jsonBody(request.body)
      })
      .willRespondWith(status, (told) => {
        told.jsonBody(answer)
      })
      .executeTest(async ({ url }) => {
        const vtpass = createVtpass({ baseUrl: `${url}/api`, ...keys })
        await check(vtpass).finally(() => vtpass.close())
      })
  })
}

/** VTpass's page "API Key Authentication": the secret key with POST, the public key with GET. */
function headersOf(request: Asked): Record<string, string> {
  return 'get' in request
    ? { 'api-key': keys.apiKey, 'public-key': keys.publicKey }
    : { 'api-key': keys.apiKey, 'secret-key': keys.secretKey }
}

function pactFolder(): string {
  const folder = process.env.PACT_FOLDER
  if (folder === undefined) throw new Error('the pact is written by: npm run generate')
  return folder
}
