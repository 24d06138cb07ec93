import type { Cached } from '../vtpass/cache.ts'
import { Refusal } from './refusal.ts'

type Known<Value> = Extract<Cached<Value>, { readonly kind: 'known' }>

/** What the catalogue knows. @throws Refusal 400 with VTpass's no, 503 where VTpass cannot be asked and nothing is kept */
export function knownOf<Value>(cached: Cached<Value>): Known<Value> {
  if (cached.kind === 'known') return cached
  throw cached.kind === 'refused' ? new Refusal(400, cached.said) : vtpassDown()
}

/** What the catalogue knows of what is sold here: where VTpass says no, no caller is at fault. @throws Refusal 503 */
export function soldOf<Value>(cached: Cached<Value>): Known<Value> {
  if (cached.kind === 'known') return cached
  throw vtpassDown()
}

/** Added to what is older than it should be; nothing where it is fresh. */
export function warningOf({ isStale, asOfMillis }: Known<unknown>): { readonly warning?: string } {
  if (!isStale) return {}
  const asOf = new Date(asOfMillis).toISOString()
  return { warning: `VTpass cannot be asked now. This is as of ${asOf}, and may be out of date.` }
}

export function vtpassDown(): Refusal {
  return new Refusal(503, 'VTpass cannot be reached. Nothing was charged', { 'retry-after': '15' })
}
