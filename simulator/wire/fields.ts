import type { FieldName } from '../catalogue/product-file.ts'
import type { Fields } from '../engine/order.ts'
import type { NamedKeys, Schemas } from './schemas.ts'

/** What could be read of a request's body. */
export interface Reading {
  readonly fields: Fields
  /** Why nothing could be read, in words; null where something could. */
  readonly trouble: string | null
}

const names = [
  'request_id',
  'serviceID',
  'billersCode',
  'variation_code',
  'amount',
  'phone',
  'quantity',
  'subscription_type',
  'type',
] as const satisfies readonly (FieldName &
  (NamedKeys<Schemas['PayRequest']> | NamedKeys<Schemas['VerifyRequest']>))[]

/** Reads a JSON body: texts and numbers; null and the empty text count as missing, unknown fields are ignored. */
export function readJson(body: string): Reading {
  const parsed = parse(body)
  if (parsed === undefined) return unread('the body is not valid JSON')
  if (parsed === null || typeof parsed !== 'object' || Array.isArray(parsed)) {
    return unread('the body is JSON, and no object')
  }
  return { fields: pick((name) => textOf((parsed as Record<string, unknown>)[name])), trouble: null }
}

/** Reads a form, sent as multipart/form-data or urlencoded. Of a repeated field the last value holds. */
export function readForm(form: FormData | URLSearchParams): Reading {
  return { fields: pick((name) => textOf(form.getAll(name).at(-1))), trouble: null }
}

/** Reads a body of no stated type as PHP does: as a form. JSON sent that way is the usual mistake. */
export function readUntyped(body: string): Reading {
  const looksLikeJson = /^\s*[{[]/.test(body)
  if (looksLikeJson) return unread('the body looks like JSON; send it with content-type: application/json')
  return readForm(new URLSearchParams(body))
}

export function unread(trouble: string): Reading {
  return { fields: {}, trouble }
}

function pick(read: (name: FieldName) => string | undefined): Fields {
  const fields: { [name in FieldName]?: string } = {}
  for (const name of names) {
    const value = read(name)
    if (value !== undefined) fields[name] = value
  }
  return fields
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'string') return undefined
  const text = value.trim()
  return text === '' ? undefined : text
}

/** A number of sixteen digits or more that stands outside a text, or so it seems: to look twice does no harm. */
const LONG_NUMBER = /[:,[]\s*-?\d{16}/

/**
 * A number too long for a double keeps its digits: a client in PHP may send a request id as one.
 * `undefined` is what is no JSON at all.
 */
function parse(body: string): unknown {
  try {
    const parsed: unknown = JSON.parse(body)
    return LONG_NUMBER.test(body) ? JSON.parse(body, keepDigits) : parsed
  } catch {
    return undefined
  }
}

function keepDigits(_key: string, value: unknown, context?: { source?: string }): unknown {
  const isExact = typeof value !== 'number' || !Number.isInteger(value) || Number.isSafeInteger(value)
  return isExact ? value : (context?.source ?? value)
}
