import type { Accounts } from '../accounts.ts'
import type { World } from '../engine/world.ts'
import type { Line } from '../faults/line.ts'

export type Method = 'GET' | 'POST'

/** What a route asks of its caller. VTpass was seen to answer one without credentials. */
export type Needs = 'credentials' | 'nothing'

/** Who calls, or why that is not known. */
export type Caller = KnownCaller | { readonly world: null; readonly reason: string }

/** Whose call it is, and what of its credentials should not be relied on. */
export interface KnownCaller {
  readonly world: World
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
  if (needs === 'nothing')
    return leniently(accounts.fallback, 'there are no credentials; VTpass documents api-key and public-key')
  return refused('there is no api-key header and no Basic authorization')
}

function byKeys(accounts: Accounts, apiKey: string, line: Line, method: Method, needs: Needs): Caller {
  const world = accounts.byApiKey(apiKey)
  if (world === undefined) return refused('no account has this api-key')
  const { account } = world
  if (account.settings.authentication === 'basic')
    return refused('the account takes Basic authentication only')
  const secretFits = line.header('secret-key') === account.secretKey
  if (method === 'POST')
    return secretFits ? trusted(world) : refused('a POST needs the api-key with its secret-key')
  const publicKey = line.header('public-key')
  if (publicKey === account.publicKey) return trusted(world)
  if (publicKey !== null) return refused("the public-key is not this api-key's")
  if (secretFits) return leniently(world, 'a GET came with secret-key; VTpass documents public-key')
  if (needs === 'nothing' && line.header('secret-key') === null)
    return leniently(world, 'a GET came without public-key')
  return refused('a GET needs the api-key with its public-key')
}

function byPassword(accounts: Accounts, authorization: string): Caller {
  const [scheme = '', encoded = ''] = authorization.split(/\s+/)
  if (scheme.toLowerCase() !== 'basic')
    return refused(`the authorization scheme is ${scheme}; VTpass takes Basic`)
  const [email = '', ...rest] = Buffer.from(encoded, 'base64').toString('utf8').split(':')
  const world = accounts.byEmail(email)
  if (world === undefined || world.account.password !== rest.join(':')) {
    return refused('no account has this e-mail and password')
  }
  if (world.account.settings.authentication === 'keys') return refused('the account takes API keys only')
  return trusted(world)
}

function trusted(world: World): Caller {
  return { world, warning: null }
}

function leniently(world: World, warning: string): Caller {
  return world.account.settings.strict ? refused(`${warning} (strict)`) : { world, warning }
}

function refused(reason: string): Caller {
  return { world: null, reason }
}
