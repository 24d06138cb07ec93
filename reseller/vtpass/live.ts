/**
 * Whether purchases at this address cost money: any host of vtpass.com but the sandbox.
 *
 * @throws {TypeError} where it is no URL.
 */
export function isLive(baseUrl: string): boolean {
  const host = new URL(baseUrl).hostname.replace(/\.$/, '')
  return /(^|\.)vtpass\.com$/.test(host) && !host.includes('sandbox')
}
