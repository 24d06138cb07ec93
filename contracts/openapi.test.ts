import { readFileSync } from 'node:fs'
import * as comparator from '@pactflow/openapi-pact-comparator'
import { expect, it } from 'vitest'
import { parse } from 'yaml'

const document = readFileSync(new URL('../openapi/vtpass.yaml', import.meta.url), 'utf8')
const pact = readFileSync(new URL('pacts/vtpass-reseller-vtpass.json', import.meta.url), 'utf8')

interface Found {
  readonly code: string
  readonly message: string
  readonly mockDetails?: { readonly interactionDescription?: string | null }
}

/** The package's own types lead to files that an ES module does not find. */
const { Comparator } = comparator as unknown as {
  readonly Comparator: new (documents: { oas: unknown }) => { compare(pact: unknown): AsyncIterable<Found> }
}

/** What in a pact contradicts the document, or is not in it. */
async function contradictions(ofPact: string, against = document): Promise<string[]> {
  const oas = parse(against)
  // The comparator takes no base path from `servers`.
  oas.info['x-opc-config-base-path'] = '/api'
  const found: Found[] = []
  for await (const result of new Comparator({ oas }).compare(JSON.parse(ofPact))) found.push(result)
  return found.map(
    ({ code, message, mockDetails }) => `${mockDetails?.interactionDescription}: ${code}: ${message}`,
  )
}

it('the pact and openapi/vtpass.yaml agree', async () => {
  expect(await contradictions(pact)).toEqual([])
})

it.each([
  ['a path', '/api/balance', '/api/wallet'],
  ['a status', '"status": 401', '"status": 403'],
  ['a code', '"code": "015"', '"code": 15'],
])('%s that the document does not have is a contradiction', async (_, from, to) => {
  expect(pact).toContain(from)
  expect(await contradictions(pact.replaceAll(from, to))).not.toEqual([])
})

it.each([
  ['a field is renamed', 'minimium_amount', 'minimum_amount'],
  ['a path is gone', '\n  /requery:', '\n  /query:'],
])('where %s in the document, the pact contradicts it', async (_, from, to) => {
  expect(document).toContain(from)
  expect(await contradictions(pact, document.replaceAll(from, to))).not.toEqual([])
})
