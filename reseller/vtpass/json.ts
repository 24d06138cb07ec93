export type JsonObject = Readonly<Record<string, unknown>>

/** The value where it is an object, and no array; null where it is anything else. */
export function asObject(value: unknown): JsonObject | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : null
}

/** The value where it is a text that says something. */
export function asText(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value : null
}

/** The value where it is one word of plain characters, as codes and ids are: fit for a log and a database. */
export function asWord(value: unknown): string | null {
  return typeof value === 'string' && /^[\x21-\x7e]{1,64}$/.test(value) ? value : null
}
