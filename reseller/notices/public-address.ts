import { type LookupAddress, type LookupAllOptions, lookup } from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'

/**
 * Addresses that are not somebody's on the internet: of this machine, of its network, of the machine's own keeper (cloud
 * metadata at 169.254.169.254), of several at once, and those that hide another address. From the IANA registries of
 * special-purpose addresses.
 */
const privateSubnets: readonly (readonly [network: string, prefix: number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
]

/** What IPv6 gives to everybody is 2000::/3; within it these lead elsewhere (Teredo, documentation, 6to4). */
const GLOBAL = ['2000::', 3] as const
const exceptions: readonly (readonly [network: string, prefix: number])[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
]

const closed = new BlockList()
for (const [network, prefix] of privateSubnets) closed.addSubnet(network, prefix, 'ipv4')
for (const [network, prefix] of exceptions) closed.addSubnet(network, prefix, 'ipv6')
const global = new BlockList()
global.addSubnet(...GLOBAL, 'ipv6')

/** Whether an address is none of the internet's. */
export function isPrivateAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return closed.check(address, 'ipv4')
    case 6:
      return !global.check(address, 'ipv6') || closed.check(address, 'ipv6')
    default:
      return true
  }
}

/** Whether the host of a URL is an address, and a private one. A name is not known before it is looked up. */
export function isPrivateHost(hostname: string): boolean {
  const address = hostname.replace(/^\[|\]$/g, '')
  return isIP(address) !== 0 && isPrivateAddress(address)
}

type LookUp = (
  hostname: string,
  options: LookupAllOptions,
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void

/** The message of the error that refuses a name. */
export const PRIVATE = 'the address is private'

/**
 * Looks names up as `net.connect` wants it, and refuses one if any of its addresses is private. The connection goes to what
 * was looked up here: a name that says something else a moment later gains nothing.
 */
export function publicLookup(lookUp: LookUp = lookup): LookupFunction {
  return (hostname, options, callback) => {
    lookUp(hostname, { ...options, all: true }, (error, addresses) => {
      const isRefused = addresses?.some(({ address }) => isPrivateAddress(address))
      const failure = error ?? (isRefused ? new Error(PRIVATE) : null)
      if (failure !== null) return callback(failure, [])
      const [first] = addresses
      if (options.all === true || first === undefined) return callback(null, addresses)
      callback(null, first.address, first.family)
    })
  }
}
