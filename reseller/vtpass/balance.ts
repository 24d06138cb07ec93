import { type Kobo, koboHalfUp } from '../pricing/kobo.ts'
import type { Heard } from './heard.ts'
import { asObject } from './json.ts'

/** What is in our wallet at VTpass, rounded half up to the kobo; null where VTpass did not say. */
export function readBalance(heard: Heard): Kobo | null {
  if (heard.kind !== 'answer' || heard.httpStatus !== 200) return null
  // `{"code":1,"contents":{"balance":1081.8199999998}}`: a code and a key of its own (seen).
  return koboHalfUp(asObject(asObject(heard.body)?.contents)?.balance)
}
