import type { Dossier } from '../dossier.ts'
import type { Found } from '../found.ts'
import type { JournalEntry } from '../schemas.ts'

export function secretKeyOnGet({ entries }: Dossier): Found[] {
  const sent = entries.filter(hasSecretKeyOnGet)
  if (sent.length === 0) return []
  const detail = `${sent.length} GET ${sent.length === 1 ? 'request' : 'requests'} carried the secret-key and no public-key.`
  return [{ name: 'secret-key-on-get', detail, requestIds: [], entries: sent }]
}

function hasSecretKeyOnGet({ endpoint, request }: JournalEntry): boolean {
  if (endpoint === null || request.method !== 'GET') return false
  const names = Object.keys(request.headers).map((name) => name.toLowerCase())
  return names.includes('secret-key') && !names.includes('public-key')
}
