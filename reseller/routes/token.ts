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

async function subjectOf(
  kind: Bearer['kind'],
  token: string,
  secret: Uint8Array,
  nowMillis: number,
): Promise<string> {
  try {
    const { payload } = await jwtVerify(token, secret, {
      algorithms: [ALGORITHM],
      issuer: ISSUER,
      audience: audiences[kind],
      // Without them a token that never ends would pass.
      requiredClaims: ['exp', 'sub'],
      currentDate: new Date(nowMillis),
    })
    return payload.sub ?? ''
  } catch (error) {
    if (error instanceof errors.JWTExpired) throw unauthorized('the token has expired')
    if (error instanceof errors.JOSEError) throw unauthorized('the token is not valid here')
    throw error
  }
}

function unauthorized(message: string): Refusal {
  return new Refusal(401, message, { 'www-authenticate': 'Bearer' })
}
