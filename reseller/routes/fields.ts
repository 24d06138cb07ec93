import { type Kobo, readNaira } from '../pricing/kobo.ts'
import { asObject, type JsonObject } from '../vtpass/json.ts'
import type { Asked } from './backend.ts'
import { Refusal } from './refusal.ts'

/** Reads what a request holds. Each of these throws a Refusal 400 that names the field. null stands for a field that is not sent. */

/** @throws Refusal where it is no JSON object */
export async function readBody({ req }: Asked): Promise<JsonObject> {
  const body = asObject(readJson(await req.text()))
  if (body === null) throw bad('The body must be a JSON object')
  return body
}

/** Undefined for what is no JSON. */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

export function requiredText(body: JsonObject, name: string): string {
  const value = body[name] ?? ''
  if (value === '') throw bad(`${name} is required`)
  if (typeof value !== 'string') throw bad(`${name} must be a string`)
  return value
}

export function optionalText(body: JsonObject, name: string): string | null {
  return (body[name] ?? null) === null ? null : requiredText(body, name)
}

export function optionalSwitch(body: JsonObject, name: string): boolean {
  const value = body[name] ?? false
  if (typeof value !== 'boolean') throw bad(`${name} must be true or false`)
  return value
}

/** Naira, above zero. */
export function optionalAmount(body: JsonObject, name: string): Kobo | null {
  return (body[name] ?? null) === null ? null : requiredAmount(body, name)
}

export function requiredAmount(body: JsonObject, name: string): Kobo {
  const value = body[name] ?? null
  if (value === null) throw bad(`${name} is required`)
  const amount = typeof value === 'number' ? readNaira(value) : null
  if (amount === null || amount === 0) {
    throw bad(`${name} must be a number of naira above 0, with at most two decimals`)
  }
  return amount
}

const NAME = /^[ -~]{1,100}$/

/** A name that the caller gives to something: of a purchase, of a payment. */
export function checkName(name: string, field: string): string {
  if (NAME.test(name)) return name
  throw bad(`${field} must be 1 to 100 printable ASCII characters`)
}

/** A purchase's own name; `{"request_id": ""}` is none. */
export function requestIdIn(body: JsonObject): string {
  return checkName(requiredText(body, 'request_id'), 'request_id')
}

/** Null where none is sent, and one is to be made. */
export function optionalRequestId(body: JsonObject): string | null {
  return (body.request_id ?? null) === null ? null : requestIdIn(body)
}

/** One of a few texts. */
export function oneOf<Text extends string>(value: unknown, name: string, texts: readonly Text[]): Text {
  const text = texts.find((each) => each === value)
  if (text === undefined) throw bad(`Invalid ${name}. Must be one of: ${texts.join(', ')}`)
  return text
}

export function bad(message: string): Refusal {
  return new Refusal(400, message)
}
