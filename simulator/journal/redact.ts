const REDACTED = '[redacted]'

const SECRET_HEADERS =
  /^(api-key|public-key|secret-key|authorization|proxy-authorization|cookie|x-token|x-secret)$/

/** Headers by their names in lower case; of a repeated one every value. What would let a reader in is redacted. */
export function redactHeaders(raw: readonly string[]): Record<string, string> {
  const headers: Record<string, string> = {}
  for (let index = 0; index + 1 < raw.length; index += 2) {
    const name = (raw[index] ?? '').toLowerCase()
    const value = SECRET_HEADERS.test(name) ? REDACTED : (raw[index + 1] ?? '')
    headers[name] = headers[name] === undefined ? value : `${headers[name]}, ${value}`
  }
  return headers
}

const SECRET_FIELDS = /key|password|secret|token|authori[sz]ation/i

/** The values of a query; some clients send their keys there. */
export function redactQuery(query: URLSearchParams): Record<string, string> {
  return Object.fromEntries(
    [...query].map(([name, value]) => [name, SECRET_FIELDS.test(name) ? REDACTED : value]),
  )
}

/** An account's own keys, wherever else a client has put them. */
export function redactKeys<Value>(value: Value, keys: readonly string[]): Value {
  if (typeof value === 'string') {
    return keys.reduce<string>((text, key) => text.replaceAll(key, REDACTED), value) as Value
  }
  if (Array.isArray(value)) return value.map((entry) => redactKeys(entry, keys)) as Value
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([name, entry]) => [name, redactKeys(entry, keys)]),
  ) as Value
}
