import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Asked, Backend } from './backend.ts'
import { isDatabaseDown } from './database-down.ts'
import { bodyOf, Refusal } from './refusal.ts'

/** What a route answers: the document's body, or one of our own. */
export interface Answer {
  readonly status: ContentfulStatusCode
  readonly body: object
}

export function done(message: string, data: unknown): Answer {
  return { status: 200, body: { success: true, message, data } }
}

export function render(context: Asked, { status, body }: Answer): Response {
  return context.json(body, status)
}

/** A refusal as the document has it; of anything else the caller learns no more than that. */
export function renderError(context: Asked, { report }: Backend, error: unknown): Response {
  const refusal = refusalOf(error)
  if (error !== refusal) report(error, `${context.req.method} ${context.req.path}`)
  return context.json(bodyOf(refusal), refusal.status, refusal.headers)
}

function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error
  if (isDatabaseDown(error))
    return new Refusal(503, 'The database cannot be used now', { 'retry-after': '5' })
  return new Refusal(500, 'A mistake in the reseller')
}
