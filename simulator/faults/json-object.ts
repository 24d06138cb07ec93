import type { Answer } from '../wire/answer.ts'
import { bytesOf, utf8, withBody } from './body.ts'

export type JsonObject = { readonly [key: string]: unknown }

/** The answer with its JSON object changed. The keys stay in their order; a body that is no object counts as an empty one. */
export function changeObject(answer: Answer, change: (body: JsonObject) => JsonObject): Answer {
  return withBody(answer, utf8(JSON.stringify(change(objectOf(answer)))))
}

function objectOf(answer: Answer): JsonObject {
  try {
    return asObject(JSON.parse(new TextDecoder().decode(bytesOf(answer))))
  } catch {
    return {}
  }
}

/** A value where it is an object, else an empty one. */
export function asObject(value: unknown): JsonObject {
  return isObject(value) ? value : {}
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
