import { readAnswer } from './answer.ts'
import type { Fetched } from './cache.ts'
import type { Heard } from './heard.ts'
import type { JsonObject } from './json.ts'

/**
 * Reads an answer of the catalogue with `read`, which gives null for what it cannot read. The catalogue says 000 in
 * `response_description` and has no `code`; its 011 is a no to the key that was asked for (seen).
 */
export function catalogueAnswer<Value>(
  heard: Heard,
  read: (object: JsonObject) => Value | null,
): Fetched<Value> {
  if (heard.kind !== 'answer') return { kind: 'unavailable', said: heard.why }
  const { object, code, said } = readAnswer(heard.body)
  if (heard.httpStatus === 200 && code === '011') return { kind: 'refused', said }
  const isList = heard.httpStatus === 200 && (code ?? object.response_description) === '000'
  const value = isList ? read(object) : null
  return value === null ? { kind: 'unavailable', said } : { kind: 'known', value }
}
