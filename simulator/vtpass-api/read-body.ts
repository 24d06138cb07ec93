import type { Line } from '../faults/line.ts'
import { type Reading, readForm, readJson, readUntyped, unread } from '../wire/fields.ts'

/** The longest body that is read: 1 MiB. */
export const LONGEST_BODY_BYTES = 1_048_576

/** A request's fields, whatever form they came in. */
export function readBody(line: Line, body: Uint8Array): Reading | Promise<Reading> {
  const type = line.header('content-type') ?? ''
  const media = type.toLowerCase()
  if (media.includes('json')) return readJson(textOf(body))
  if (media.startsWith('multipart/form-data')) return readMultipart(body, type)
  return readUntyped(textOf(body))
}

function textOf(body: Uint8Array): string {
  return Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('utf8')
}

async function readMultipart(body: Uint8Array, type: string): Promise<Reading> {
  try {
    const headers = { 'content-type': type }
    return readForm(await new Response(new Uint8Array(body), { headers }).formData())
  } catch {
    return unread('the body is no valid multipart/form-data')
  }
}
