/** What a person who has just started the reseller needs to buy something. */
export interface Greeting {
  readonly url: string
  readonly vtpass: string
  /** Whether anything answers there. */
  readonly isVtpassThere: boolean
  /** Null where no demo customers were made. */
  readonly demo: { readonly customer: string; readonly token: string } | null
}

export function greeting({ url, vtpass, isVtpassThere, demo }: Greeting): string {
  const lines = [`reseller at  ${url}`, `VTpass at    ${vtpass}`]
  if (!isVtpassThere) lines.push(...absent(vtpass))
  if (demo !== null) lines.push(...purchaseBy(demo, url))
  return `${[...lines, '', 'Ctrl+C stops it.'].join('\n')}\n`
}

function absent(vtpass: string): string[] {
  return [
    `             Nothing answers there. In another terminal: npm start -- --port ${new URL(vtpass).port || '4040'}`,
  ]
}

function purchaseBy({ customer, token }: { customer: string; token: string }, url: string): string[] {
  const body = {
    serviceID: 'mtn-data',
    billersCode: '08011111111',
    variation_code: 'mtn-10mb-100',
    use_cashback: true,
  }
  return [
    `token        of ${customer}, for a week`,
    token,
    '',
    `curl -X POST ${url}/api/v1/vtpass/data/purchase \\`,
    `  -H 'Authorization: Bearer ${token}' \\`,
    `  -H 'Content-Type: application/json' \\`,
    `  -d '${JSON.stringify(body)}'`,
  ]
}
