/**
 * Whose request it is. Each proxy adds, at the end of X-Forwarded-For, the address that it was called from: with two of
 * ours the last but one is the client's, and whatever stands before it is the client's own claim.
 *
 * @param trustedProxies how many stand before us; 0 takes no header for true
 */
export function clientAddress(
  remoteAddress: string | undefined,
  forwardedFor: string | undefined,
  trustedProxies: number,
): string {
  const direct = remoteAddress ?? 'unknown'
  if (trustedProxies === 0) return networkOf(direct)
  const hops = (forwardedFor ?? '')
    .split(',')
    .map((hop) => hop.trim())
    .filter((hop) => hop !== '')
  return networkOf(hops.at(-trustedProxies) ?? hops[0] ?? direct)
}

/** Whoever has one address of IPv6 has a whole /64 of them. */
function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '')
  if (!plain.includes(':')) return plain.slice(0, 64)
  const [front = '', back] = plain.split('::', 2)
  const groups = front === '' ? [] : front.split(':')
  const missing = back === undefined ? 0 : 8 - groups.length - (back === '' ? 0 : back.split(':').length)
  return [...groups, ...Array<string>(Math.max(0, missing)).fill('0'), ...(back ?? '').split(':')]
    .slice(0, 4)
    .join(':')
    .slice(0, 64)
}
