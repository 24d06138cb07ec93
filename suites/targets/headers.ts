import type { Credentials, VtpassRequest } from './target.ts'

/** What opens an account. */
export interface Keys {
  readonly apiKey: string
  readonly publicKey: string
  readonly secretKey: string
  /** For Basic authentication; empty where it is not used. */
  readonly email: string
  readonly password: string
}

/** The headers that a request is sent with. A GET shows the public key, any other method the secret one. */
export function headersOf(request: VtpassRequest, keys: Keys): Record<string, string> {
  const type = request.raw?.type ?? (request.fields === undefined ? null : 'application/json')
  return {
    accept: 'application/json',
    ...credentialHeaders[request.credentials](keys, request.method === 'GET'),
    ...(type !== null && { 'content-type': type }),
    ...(request.scenario !== undefined && { 'x-simulator-scenario': request.scenario }),
  }
}

type Headers = (keys: Keys, isGet: boolean) => Record<string, string>

const credentialHeaders: Record<Credentials, Headers> = {
  proper: (keys, isGet) => ({ 'api-key': keys.apiKey, ...second(keys, isGet) }),
  basic: ({ email, password }) => basic(email, password),
  none: () => ({}),
  'api-key-alone': ({ apiKey }) => ({ 'api-key': apiKey }),
  'second-key-alone': second,
  'wrong-api-key': (keys, isGet) => ({ 'api-key': wrong(keys.apiKey), ...second(keys, isGet) }),
  'wrong-second-key': ({ apiKey, publicKey, secretKey }, isGet) => ({
    'api-key': apiKey,
    ...(isGet ? { 'public-key': wrong(publicKey) } : { 'secret-key': wrong(secretKey) }),
  }),
  'other-key': (keys, isGet) => ({ 'api-key': keys.apiKey, ...second(keys, !isGet) }),
  'wrong-password': ({ email, password }) => basic(email, wrong(password)),
  bearer: ({ apiKey }) => ({ authorization: `Bearer ${apiKey}` }),
  'all-keys': (keys) => ({ 'api-key': keys.apiKey, ...second(keys, true), ...second(keys, false) }),
  'wrong-public-key-beside-secret-key': ({ apiKey, publicKey, secretKey }) => ({
    'api-key': apiKey,
    'public-key': wrong(publicKey),
    'secret-key': secretKey,
  }),
  'second-key-in-other-case': ({ apiKey, publicKey, secretKey }, isGet) => ({
    'api-key': apiKey,
    ...second({ publicKey: inOtherCase(publicKey), secretKey: inOtherCase(secretKey) }, isGet),
  }),
  'keys-beside-wrong-password': (keys, isGet) => ({
    'api-key': keys.apiKey,
    ...second(keys, isGet),
    ...basic(keys.email, wrong(keys.password)),
  }),
}

function second(
  { publicKey, secretKey }: Pick<Keys, 'publicKey' | 'secretKey'>,
  isGet: boolean,
): Record<string, string> {
  return isGet ? { 'public-key': publicKey } : { 'secret-key': secretKey }
}

function basic(email: string, password: string): Record<string, string> {
  return { authorization: `Basic ${Buffer.from(`${email}:${password}`).toString('base64')}` }
}

/** As long as the right one, and of the same characters. */
function wrong(key: string): string {
  return `${key.slice(0, -1)}${key.endsWith('0') ? '1' : '0'}`
}

function inOtherCase(key: string): string {
  const small = key.toLowerCase()
  return small === key ? key.toUpperCase() : small
}

/** The body that a request is sent with. */
export function bodyOf({ fields, raw }: VtpassRequest): string | null {
  return raw?.text ?? (fields === undefined ? null : JSON.stringify(fields))
}
