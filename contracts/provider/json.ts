export type Json = Readonly<Record<string, unknown>>

/** The value where it is an object; else an empty one. */
export function asRecord(value: unknown): Json {
  return typeof value === 'object' && value !== null ? (value as Json) : {}
}

/** What stands in a value under one name in another; undefined where it does not. */
export function at(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce((inner, name) => asRecord(inner)[name], value)
}
