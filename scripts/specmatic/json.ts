export type Json = Record<string, unknown>

/** A part of a document that must be there. @throws where it is no object */
export function asJson(value: unknown): Json {
  if (value === null || typeof value !== 'object')
    throw new Error('the document has another shape than this expects')
  return value as Json
}

/** A list that may be left out. */
export function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}
