/** A NUL, or half of a surrogate pair, as JSON.stringify escapes it; the backslash must not be escaped itself. */
const UNSTORABLE = /(?<!\\)((?:\\\\)*)\\u(?:0000|d[89a-f][0-9a-f]{2})/g

/**
 * JSON that PostgreSQL can store: it refuses a NUL and half a surrogate pair, which an answer of VTpass must not be able to
 * use to keep a purchase from being settled. They become U+FFFD. Null for null and undefined.
 */
export function jsonText(value: object | null | undefined): string | null {
  return value == null ? null : JSON.stringify(value).replace(UNSTORABLE, '$1\\ufffd')
}

/** The same for plain text. */
export function plainStorable(text: string): string {
  return text.replaceAll('\0', '\ufffd').toWellFormed()
}
