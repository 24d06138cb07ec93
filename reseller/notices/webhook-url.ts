import { isIP } from 'node:net'
import { isPrivateHost } from './public-address.ts'

const LONGEST = 500

/** Where a customer wants to be told, or why that cannot be used. */
export type WebhookUrl =
  | { readonly kind: 'url'; readonly url: string }
  | { readonly kind: 'fault'; readonly fault: string }

/** https, and nothing else that a URL can hold; http to this machine where private addresses may be called. */
export function readWebhookUrl(text: string, allowsPrivate: boolean): WebhookUrl {
  const url = text.length <= LONGEST ? URL.parse(text) : null
  if (url === null) return fault(`url must be an https address of at most ${LONGEST} characters`)
  const isPlain = url.protocol === 'http:' && allowsPrivate && isLoopback(url.hostname)
  if (url.protocol !== 'https:' && !isPlain) return fault('url must begin with https://')
  if (url.username !== '' || url.password !== '') return fault('url must hold no user and no password')
  if (!allowsPrivate && (isPrivateHost(url.hostname) || isLoopback(url.hostname)))
    return fault('url must be an address on the internet')
  // Nothing behind # is ever sent.
  url.hash = ''
  return url.href.length <= LONGEST
    ? { kind: 'url', url: url.href }
    : fault(`url must be an https address of at most ${LONGEST} characters`)
}

function fault(why: string): WebhookUrl {
  return { kind: 'fault', fault: why }
}

function isLoopback(hostname: string): boolean {
  const isLocal = /^(.+\.)?localhost\.?$/.test(hostname)
  return isLocal || hostname === '[::1]' || (isIP(hostname) === 4 && hostname.startsWith('127.'))
}
