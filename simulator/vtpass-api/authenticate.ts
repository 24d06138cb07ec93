import type { Accounts } from '../accounts.ts'
import type { Line } from '../faults/line.ts'
import type { LiveWorld } from '../live-world.ts'

export type Method = 'GET' | 'POST'

/** What a route asks of its caller. VTpass was seen to answer one without credentials. */
export type Needs = 'credentials' | 'nothing'

/** Who calls, or why that is not known. */
export type Caller =
  | KnownCaller
  | {
      readonly isKnown: false
      /** Whose journal the call belongs to: the account whose api-key it has, else the default one. */
      readonly live: LiveWorld
      readonly reason: string
    }

/** Whose call it is, and what of its credentials should not be relied on. */
interface KnownCaller {
  readonly isKnown: true
  readonly live: LiveWorld
  readonly warning: string | null
}

/**
 * API keys first: api-key with public-key on a GET, with secret-key on a POST ("API Key Authentication"); else Basic.
 * The real API was seen to take less on a GET; that is let through with a warning, and refused when strict.
 */
export function authenticate(accounts: Accounts, line: Line, method: Method, needs: Needs): Caller {
  const apiKey = line.header('api-key')
  if (apiKey !== null && apiKey !== '') return byKeys(accounts, apiKey, line, method, needs)
  const authorization = line.header('authorization')
  if (authorization !== null) return byPassword(accounts, authorization)
  const { fallback } = accounts
  if (needs === 'nothing')
    return leniently(fallback, 'there are no credentials; VTpass documents api-key and public-key')
  return refused(fallback, 'there is no api-key header and no Basic authorization')
}

function byKeys(accounts: Accounts, apiKey: string, line: Line, method: Method, needs: Needs): Caller {
  const live = accounts.byApiKey(apiKey)
  if (live === undefined) return refused(accounts.fallback, 'no account has this api-key')
  const { account } = live.world
  if (account.settings.authentication === 'basic')
    return refused(live, 'the account takes Basic authentication only')
  const secretFits = line.header('secret-key') === account.secretKey
  if (method === 'POST')
    return secretFits ? trusted(live) : refused(live, 'a POST needs the api-key with its secret-key')
  const publicKey = line.header('public-key')
  if (publicKey === account.publicKey) return trusted(live)
  if (publicKey !== null) return refused(live, "the public-key is not this api-key's")
  if (secretFits) return leniently(live, 'a GET came with secret-key; VTpass documents public-key')
  if (needs === 'nothing' && line.header('secret-key') === null)
    return leniently(live, 'a GET came without public-key')
  return refused(live, 'a GET needs the api-key with its public-key')
}

function byPassword(accounts: Accounts, authorization: string): Caller {
  const [scheme = '', encoded = ''] = authorization.split(/\s+/)
  if (scheme.toLowerCase() !== 'basic')
    return refused(accounts.fallback, `the authorization scheme is ${scheme}; VTpass takes Basic`)
  const [email = '', ...rest] = Buffer.from(encoded, 'base64').toString('utf8').split(':')
  const live = accounts.byEmail(email)
  if (live === undefined || live.world.account.password !== rest.join(':')) {
    return refused(live ?? accounts.fallback, 'no account has this e-mail and password')
  }
  if (live.world.account.settings.authentication === 'keys')
    return refused(live, 'the account takes API keys only')
  return trusted(live)
}

function trusted(live: LiveWorld): Caller {
  return { isKnown: true, live, warning: null }
}

function leniently(live: LiveWorld, warning: string): Caller {
  return live.world.account.settings.strict
    ? refused(live, `${warning} (strict)`)
    : { isKnown: true, live, warning }
}

function refused(live: LiveWorld, reason: string): Caller {
  return { isKnown: false, live, reason }
}
