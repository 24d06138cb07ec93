import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

/** The pact of the reference reseller. */
export const ownPact = fileURLToPath(new URL('../pacts/vtpass-reseller-vtpass.json', import.meta.url))

/** A pact in a folder of its own, which goes with the test; of version 2 where nothing else is said. */
export function pactOf(interactions: readonly object[], version = '2.0.0'): string {
  const folder = mkdtempSync(join(tmpdir(), 'pact-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const path = join(folder, 'shop-vtpass.json')
  const metadata = { pactSpecification: { version } }
  writeFileSync(
    path,
    JSON.stringify({ consumer: { name: 'shop' }, provider: { name: 'vtpass' }, interactions, metadata }),
  )
  return path
}

/** What a shop relies on when it asks for its balance, with keys as they stand in a pact. */
export const balance = {
  description: 'the balance',
  request: { method: 'GET', path: '/api/balance', headers: { 'api-key': 'key', 'public-key': 'PK_key' } },
  response: { status: 200, body: { code: 1 } },
}
