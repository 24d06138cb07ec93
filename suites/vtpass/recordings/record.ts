import type { VtpassAnswer } from '../../targets/target.ts'
import { isRecord } from '../compare.ts'
import type { Exchange } from '../conversation.ts'
import type { RecordedAnswer, RecordedExchange, Recording } from './recording.ts'

/** Merchants that VTpass's own pages name. */
const PUBLIC_PHONES = ['123450987623', '07061933309']

/** Fields whose digits can be spent. */
const SPENDABLE = /token|pin|serial|^purchased_code$/i

/** What is kept of a case. `redact` takes keys and addresses out of texts. */
export function recordingOf(
  name: string,
  target: string,
  exchanges: readonly Exchange[],
  redact: (text: string) => string,
): Recording {
  const recorded = exchanges.map((exchange) => recordedOf(exchange))
  const text = redact(JSON.stringify({ case: name, target, exchanges: recorded }))
  return JSON.parse(text)
}

function recordedOf({ request, answer, askedAt, body }: Exchange): RecordedExchange {
  const { method, path, credentials, fields, raw } = request
  return {
    at: new Date(askedAt).toISOString(),
    request: {
      method,
      path,
      credentials,
      ...(fields !== undefined && { fields }),
      ...(raw !== undefined && { raw }),
    },
    answer: answerOf(answer, body),
  }
}

function answerOf({ status, contentType, text }: VtpassAnswer, body: unknown): RecordedAnswer | null {
  if (status === null) return null
  return { status, contentType, ...(body === undefined ? { text } : { body: masked(body) }) }
}

/** The same, with a # for every digit that is worth money or is somebody's. */
function masked(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(masked)
  if (!isRecord(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, maskedField(key, inner)]))
}

function maskedField(key: string, value: unknown): unknown {
  if (typeof value !== 'string') return masked(value)
  const isSomebodys = key === 'phone' && !PUBLIC_PHONES.includes(value)
  return isSomebodys || SPENDABLE.test(key) ? value.replace(/\d/g, '#') : value
}
