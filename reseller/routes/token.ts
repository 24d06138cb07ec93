import { errors, jwtVerify, SignJWT } from 'jose'
import { Refusal } from './refusal.ts'

/** Whom a token names. */
export type Bearer =
  | { readonly kind: 'customer'; readonly id: string }
  | { readonly kind: 'operator'; readonly name: string }

const ISSUER = 'vtpass-reseller'
const audiences = { customer: 'vtpass-reseller/customer', operator: 'vtpass-reseller/operator' } as const
/** The one algorithm that is taken: a token must not choose. */
const ALGORITHM = 'HS256'

/** A token for so many seconds. */
export function mintToken(
  bearer: Bearer,
  secret: Uint8Array,
  nowMillis: number,
  seconds: number,
): Promise<string> {
  const issuedAt = Math.floor(nowMillis / 1000)
  return new SignJWT({})
    .setProtectedHeader({ alg: ALGORITHM })
    .setIssuer(ISSUER)
    .setAudience(audiences[bearer.kind])
    .setSubject(bearer.kind === 'customer' ? bearer.id : bearer.name)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + seconds)
    .sign(secret)
}

/** Whom the header's token names. @throws Refusal 401 where it names nobody of this kind */
export async function readToken<Kind extends Bearer['kind']>(
  kind: Kind,
  authorization: string | undefined,
  secret: Uint8Array,
  nowMillis: number,
): Promise<Bearer & { kind: Kind }> {
  const [, token] = /^Bearer +(\S+)$/i.exec(authorization ?? '') ?? []
  if (token === undefined) throw unauthorized('a bearer token is needed')
  const subject = await subjectOf(kind, token, secret, nowMillis)
  const bearer: Bearer =
    kind === 'customer' ? { kind: 'customer', id: subject } : { kind: 'operator', name: subject }
  return bearer as Bearer & { kind: Kind }
}

/** A token whose signature was found good. */
interface Verified {
  readonly subject: string
  readonly expiresAtMillis: number
}

const MOST_REMEMBERED = 10_000
/**
 * By secret, and by kind and token. The same signature is not checked with every request: that is work of another thread,
 * and at 16 customers an eighth of this one's time went into waking it. That a token has ended is seen each time.
 */
const verified = new WeakMap<Uint8Array, Map<string, Verified>>()

async function subjectOf(
  kind: Bearer['kind'],
  token: string,
  secret: Uint8Array,
  nowMillis: number,
): Promise<string> {
  const known = verified.get(secret) ?? new Map<string, Verified>()
  verified.set(secret, known)
  const key = `${kind} ${token}`
  const remembered = known.get(key)
  if (remembered !== undefined && nowMillis < remembered.expiresAtMillis) return remembered.subject
  const found = await verify(kind, token, secret, nowMillis)
  known.set(key, found)
  const [oldest] = known.keys()
  if (known.size > MOST_REMEMBERED && oldest !== undefined) known.delete(oldest)
  return found.subject
}

async function verify(
  kind: Bearer['kind'],
  token: string,
  secret: Uint8Array,
  nowMillis: number,
): Promise<Verified> {
  try {
    const { payload } = await jwtVerify(token, secret, {
      algorithms: [ALGORITHM],
      issuer: ISSUER,
      audience: audiences[kind],
      // Without them a token that never ends would pass.
      requiredClaims: ['exp', 'sub'],
      currentDate: new Date(nowMillis),
    })
    return { subject: payload.sub ?? '', expiresAtMillis: (payload.exp ?? 0) * 1000 }
  } catch (error) {
    if (error instanceof errors.JWTExpired) throw unauthorized('the token has expired')
    if (error instanceof errors.JOSEError) throw unauthorized('the token is not valid here')
    throw error
  }
}

function unauthorized(message: string): Refusal {
  return new Refusal(401, message, { 'www-authenticate': 'Bearer' })
}
