import type { LookupAddress } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'

/** All addresses of a host name. */
export type LookUp = (hostname: string) => Promise<readonly LookupAddress[]>
export type IsAllowed = (address: string) => boolean

/** A callback URL leads where callbacks may not go. */
export class ForbiddenDestination extends Error {
  override readonly name = 'ForbiddenDestination'

  constructor(destination: string) {
    super(
      `${destination} is neither a loopback nor a private address; --allow-public-callbacks lets callbacks go there`,
    )
  }
}

/** @throws ForbiddenDestination where the URL names an address that is not allowed. Names are `guardedLookup`'s. */
export function checkLiteral(url: URL, isAllowed: IsAllowed): void {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (isIP(host) !== 0 && !isAllowed(host)) throw new ForbiddenDestination(host)
}

/**
 * Looks a name up for a socket, and gives it the allowed addresses alone. What was checked is what is connected to: no
 * second look-up can give another address. Calls back with `ForbiddenDestination` where none is allowed.
 */
export function guardedLookup(lookUp: LookUp, isAllowed: IsAllowed): LookupFunction {
  return (hostname, { all }, callback) => {
    const choose = (found: readonly LookupAddress[]) => {
      const allowed = found.filter(({ address }) => isAllowed(address))
      const [first] = allowed
      if (first === undefined) callback(forbidden(hostname, found), '', 0)
      else if (all) callback(null, allowed)
      else callback(null, first.address, first.family)
    }
    lookUp(hostname).then(choose, (error) => callback(error, '', 0))
  }
}

function forbidden(hostname: string, found: readonly LookupAddress[]): ForbiddenDestination {
  return new ForbiddenDestination(`${hostname} (${found.map(({ address }) => address).join(', ')})`)
}
