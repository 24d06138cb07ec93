/** Addresses that VTpass prints in its pages: nobody's secret. */
const PUBLIC_ADDRESSES = ['tester@sandbox.com', 'sandbox@sandbox.vtpass.com', 'sandbox@vtpass.com']

/** No longer before its @ than an address may be, so that a long text without one is soon read. */
const ADDRESS = /[\w.+-]{1,64}@[\w-]+(\.[\w-]+)+/g

/** Any shorter text would be found where it means something else. */
const SHORTEST_SECRET = 6

/** Takes out of texts what opens an account or tells whose it is. */
export function redactor(secrets: readonly string[]): (text: string) => string {
  const longestFirst = secrets
    .filter((secret) => secret.length >= SHORTEST_SECRET)
    .sort((one, other) => other.length - one.length)
  return (text) => {
    const withoutKeys = longestFirst.reduce((left, secret) => left.replaceAll(secret, '[key]'), text)
    return withoutKeys.replace(ADDRESS, (address) =>
      PUBLIC_ADDRESSES.includes(address) ? address : '[e-mail]',
    )
  }
}
