import { type Reading, readForm, readJson, readUntyped, unread } from '../wire/fields.ts'

/** The longest body that is read: 1 MiB. */
const LONGEST_BODY_BYTES = 1_048_576

/** Reads a request's fields, whatever form they came in; null where the body is longer than is read. */
export async function readBody(request: Request): Promise<Reading | null> {
  const length = request.headers.get('content-length')
  if (length !== null && Number(length) > LONGEST_BODY_BYTES) return null
  const type = request.headers.get('content-type') ?? ''
  if (length !== null) return read(request, type)
  const body = await readAtMost(request, LONGEST_BODY_BYTES)
  return body === null ? null : read(new Response(body), type)
}

async function read(body: Request | Response, type: string): Promise<Reading> {
  if (type.includes('json')) return readJson(await body.text())
  if (type.startsWith('multipart/form-data')) return readMultipart(await body.arrayBuffer(), type)
  return readUntyped(await body.text())
}

async function readMultipart(body: ArrayBuffer, type: string): Promise<Reading> {
  try {
    return readForm(await new Response(body, { headers: { 'content-type': type } }).formData())
  } catch {
    return unread('the body is no valid multipart/form-data')
  }
}

/** A body of no stated length is read until it ends or grows too long. */
async function readAtMost(request: Request, most: number): Promise<Uint8Array<ArrayBuffer> | null> {
  if (request.body === null) return new Uint8Array()
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of request.body) {
    length += chunk.byteLength
    if (length > most) return null
    chunks.push(chunk)
  }
  const whole = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.byteLength
  }
  return whole
}
