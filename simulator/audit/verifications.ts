import { type Money, readAmount } from '../catalogue/money.ts'
import type { Dossier } from './dossier.ts'
import { wasUnderstood } from './exchange.ts'
import { type Purchase, targetOf } from './purchase.ts'
import type { JournalEntry } from './schemas.ts'

/** What a verification that found its recipient good has told. */
export interface Verification {
  readonly renewalAmount: Money | null
}

/** Every purchase with the last good verification of its recipient that came before it, or null. */
export function verifiedPurchases({
  entries,
  purchases,
}: Dossier): (readonly [Purchase, Verification | null])[] {
  const begins = new Map([...purchases.values()].map((purchase) => [purchase.exchanges[0]?.entry, purchase]))
  const latest = new Map<string, Verification>()
  const verified: (readonly [Purchase, Verification | null])[] = []
  for (const entry of entries) {
    if (entry.endpoint === 'merchant-verify') note(latest, entry)
    const purchase = begins.get(entry)
    if (purchase !== undefined) verified.push([purchase, latest.get(purchase.target ?? '') ?? null])
  }
  return verified
}

function note(latest: Map<string, Verification>, entry: JournalEntry): void {
  const { serviceID, recipient } = entry.order ?? {}
  const content = goodContentOf(entry)
  if (content === null || serviceID == null || recipient == null) return
  const verification = { renewalAmount: readNaira(content.Renewal_Amount) }
  for (const known of [recipient, ...accountIds(content)]) {
    latest.set(targetOf({ serviceID, recipient: known }) ?? '', verification)
  }
}

type Content = Readonly<Record<string, unknown>>

/** The content of a verification that was heard; a bad number has `error` beside code 000. */
function goodContentOf(entry: JournalEntry): Content | null {
  if (!wasUnderstood(entry) || entry.code !== '000' || entry.answer === null) return null
  const content = objectOf(objectOf(parse(entry.answer.body))?.content)
  return content === null || content.error != null ? null : content
}

/** Smile is verified by e-mail, and bought for one of the accounts that the answer lists. */
function accountIds(content: Content): string[] {
  const listed = objectOf(content.AccountList)?.Account
  const accounts: unknown[] = Array.isArray(listed) ? listed : [listed]
  return accounts.flatMap((account) => {
    const id = objectOf(account)?.AccountId
    return typeof id === 'string' || typeof id === 'number' ? [String(id)] : []
  })
}

function readNaira(amount: unknown): Money | null {
  return typeof amount === 'string' || typeof amount === 'number' ? readAmount(String(amount)) : null
}

function objectOf(value: unknown): Content | null {
  return typeof value === 'object' && value !== null ? (value as Content) : null
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return null
  }
}
