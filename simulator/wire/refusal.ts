import type { Refusal } from '../engine/codes.ts'
import { type Answer, json } from './answer.ts'
import { codeTexts, improperTexts } from './codes.ts'
import type { Schemas } from './schemas.ts'

/** A refusal in the envelope that its code has: HTTP 401 for 087, HTTP 500 for 083, HTTP 200 for every other. */
export function renderRefusal(refusal: Refusal): Answer {
  return { ...envelope(refusal), reason: refusal.reason }
}

function envelope({ code, improper }: Refusal): Answer {
  if (code === '087')
    return json<Schemas['InvalidCredentials']>(401, { code, message: 'INVALID CREDENTIALS' })
  if (code === '083') return json<Schemas['SystemError']>(500, { code, content: { errors: [] } })
  const text = improper === undefined ? codeTexts[code] : improperTexts[improper]
  return json<Schemas['Refusal']>(200, { code, response_description: text, content: { errors: [] } })
}

/** The catalogue's own refusal: `errors` is a text, and there is no response_description (seen). */
export function renderCatalogueRefusal(
  errors: Schemas['CatalogueRefusal']['content']['errors'],
  reason: string,
): Answer {
  return { ...json<Schemas['CatalogueRefusal']>(200, { code: '011', content: { errors } }), reason }
}
