import type { JsonObject } from '../../vtpass/json.ts'
import { bad, requiredText } from '../fields.ts'

const LONGEST = 1_000

/** What a person has to say; PostgreSQL holds neither a NUL nor half a character. @throws Refusal 400 */
export function requiredRemark(body: JsonObject, name: string): string {
  const remark = requiredText(body, name)
  if (remark.trim() === '') throw bad(`${name} is required`)
  if (remark.length <= LONGEST && remark.isWellFormed() && !remark.includes('\0')) return remark
  throw bad(`${name} must be 1 to ${LONGEST} characters`)
}
