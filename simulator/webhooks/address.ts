import { BlockList, isIP } from 'node:net'

/**
 * Whether an address is of this machine or of a private network. Link-local addresses are not: the metadata services of
 * clouds, which hand out credentials, are at 169.254.169.254. `0.0.0.0` and `::` are this machine. What is no IP
 * address is not local.
 */
export function isLocalAddress(address: string): boolean {
  const version = isIP(address)
  if (version === 0) return false
  const family = version === 6 ? 'ipv6' : 'ipv4'
  return local.check(address, family) && !metadata.check(address, family)
}

/** An IPv4 address that is written as an IPv6 one (`::ffff:10.0.0.1`) is looked up as what it is. */
const local = new BlockList()
local.addAddress('0.0.0.0')
local.addSubnet('127.0.0.0', 8)
local.addSubnet('10.0.0.0', 8)
local.addSubnet('172.16.0.0', 12)
local.addSubnet('192.168.0.0', 16)
local.addAddress('::', 'ipv6')
local.addAddress('::1', 'ipv6')
local.addSubnet('fc00::', 7, 'ipv6')

/** Amazon's and Google's metadata services have private addresses too. */
const metadata = new BlockList()
metadata.addAddress('fd00:ec2::254', 'ipv6')
metadata.addAddress('fd20:ce::254', 'ipv6')
