import { excerpt } from './excerpt.ts'
import type { Heard } from './post.ts'

const ACKNOWLEDGEMENT = '{"response":"success"}'

/**
 * Why what came back is no acknowledgement, in words; null where it is one: a JSON object whose `response` is
 * `success`, whatever its HTTP status and its other keys ("Callback API Integration" speaks of the body alone).
 */
export function whyNotAcknowledged(heard: Heard): string | null {
  if ('error' in heard) return heard.error
  if (isAcknowledgement(heard.body)) return null
  if (heard.status >= 300 && heard.status < 400 && heard.location !== undefined)
    return `it redirects to ${excerpt(heard.location)}; redirects are not followed`
  const answered = heard.body.trim() === '' ? 'empty' : excerpt(heard.body)
  return `the body is ${answered}; it must be ${ACKNOWLEDGEMENT}`
}

function isAcknowledgement(body: string): boolean {
  try {
    const said: unknown = JSON.parse(body)
    return said !== null && typeof said === 'object' && 'response' in said && said.response === 'success'
  } catch {
    return false
  }
}
