/** An address that cannot be asked, or must not be; the message says what to change. */
export class AddressError extends Error {
  override readonly name = 'AddressError'
}

/** What VTpass's base URL is at an address: with or without /api at its end. @throws AddressError */
export function baseUrlOf(address: string): string {
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) {
    throw new AddressError(`"${address}" is no address; https://sandbox.vtpass.com/api is one`)
  }
  const url = new URL(address)
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
    throw new AddressError('the address has more than a host and a path; keys come from the environment')
  }
  const path = url.pathname.replace(/\/+$/, '')
  return `${url.origin}${path === '' ? '/api' : path}`
}

/** Whether real money may move there: any of VTpass's hosts but the sandbox's. */
export function looksLive(baseUrl: string): boolean {
  const labels = new URL(baseUrl).hostname.split('.')
  return labels.some((label) => label.includes('vtpass')) && !labels.includes('sandbox')
}
