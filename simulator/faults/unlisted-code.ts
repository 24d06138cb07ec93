import type { Change } from './garbled.ts'
import { changeObject, type JsonObject } from './json-object.ts'

/** VTpass's page "Response Codes" lists neither. */
const CODE = '777'
const TEXT = 'UNLISTED RESPONSE CODE'

/** Another code, and a text to go with it; mid-answer as well. */
export const unlistedCode: Change<'unlisted-code'> = (answer) => changeObject(answer, recode)

function recode(body: JsonObject): JsonObject {
  const isDescribed = Object.hasOwn(body, 'response_description')
  // The catalogue's answers have no `code`, and give it as their response_description.
  if (isDescribed && !Object.hasOwn(body, 'code')) return { ...body, response_description: CODE }
  const recoded = { ...body, code: CODE }
  return isDescribed ? { ...recoded, response_description: TEXT } : recoded
}
