import { type Answer, headerText } from '../wire/answer.ts'

const OURS = 'x-simulator-reason, x-simulator-warning, x-simulator-fault'

/**
 * The headers of an answer whose body has this length. A page of any origin may read it, since browsers call VTpass too;
 * private answers are the exception.
 */
export function headersOf(answer: Answer, length: number | 'chunked'): Record<string, string> {
  const headers = framed(answer, length)
  const { reason, warnings, fault, isPrivate } = answer
  if (reason === undefined && warnings === undefined && fault === undefined && answer.headers === undefined)
    return headers
  if (isPrivate !== true) headers['access-control-expose-headers'] = OURS
  if (reason !== undefined) headers['x-simulator-reason'] = headerText(reason)
  if (warnings !== undefined) headers['x-simulator-warning'] = warnings.map(headerText).join('; ')
  if (fault !== undefined) headers['x-simulator-fault'] = headerText(fault)
  return answer.headers === undefined ? headers : { ...headers, ...answer.headers }
}

function framed(
  { status, contentType, isPrivate }: Answer,
  length: number | 'chunked',
): Record<string, string> {
  if (status === 204) return {}
  const headers: Record<string, string> = { 'content-type': contentType }
  if (isPrivate !== true) headers['access-control-allow-origin'] = '*'
  if (length === 'chunked') headers['transfer-encoding'] = length
  else headers['content-length'] = String(length)
  return headers
}
