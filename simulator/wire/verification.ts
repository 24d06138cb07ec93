import type { JsonObject, KnownBiller, Verification } from '../catalogue/product-file.ts'
import type { AccountSettings } from '../engine/account.ts'
import type { Fields } from '../engine/order.ts'
import { type Answer, json } from './answer.ts'

type DetailSetting = Pick<AccountSettings, 'verifyDetail'>

/** A verification answers 000 for good and for bad numbers alike; a bad one has `content.error` (seen). */
export function renderVerification(
  verification: Verification,
  fields: Fields,
  settings: DetailSetting,
): Answer {
  const known = verification.known.find((biller) => isMeant(biller, fields))
  if (known !== undefined) return json(200, { code: '000', content: contentOf(known, settings) })
  const [field] = verification.fields
  const reason = `the sandbox knows ${field} ${verification.known.map((biller) => biller.when[field ?? 'billersCode']).join(', ')} only`
  return { ...json(200, { code: '000', content: verification.unknown }), reason }
}

function isMeant({ when }: KnownBiller, fields: Fields): boolean {
  return Object.entries(when).every(([field, value]) => fields[field as keyof Fields] === value)
}

function contentOf({ content, detail }: KnownBiller, { verifyDetail }: DetailSetting): JsonObject {
  if (!verifyDetail || detail === undefined) return content
  const entries = Object.entries(content)
  const at = entries.findIndex(([key]) => key === detail.after) + 1
  return Object.fromEntries([
    ...entries.slice(0, at),
    ...Object.entries(detail.content),
    ...entries.slice(at),
  ])
}
