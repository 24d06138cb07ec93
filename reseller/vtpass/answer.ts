import { asObject, asWord, type JsonObject } from './json.ts'
import { plainText } from './plain-text.ts'

/** What stands in an answer's body, as far as it can be read. */
export interface Answer {
  /** The whole body; empty where it is no object. */
  readonly object: JsonObject
  /** One word as sent, listed or not; else null. A number is no code: 010 without its quotes would be 8, or 10. */
  readonly code: string | null
  /** `content.transactions.status` in lower case; null where there is none, 'unreadable' where it is no word. */
  readonly status: string | null
  readonly content: JsonObject | null
  readonly transactions: JsonObject | null
  /** What VTpass says in words, for people; never empty. */
  readonly said: string
}

/** Reads any JSON value, or a text that was none. */
export function readAnswer(body: unknown): Answer {
  const object = asObject(body) ?? {}
  const content = asObject(object.content)
  const transactions = asObject(content?.transactions)
  return {
    object,
    code: asWord(object.code),
    status: transactions === null ? statusWithout(content?.transactions) : statusIn(transactions),
    content,
    transactions,
    said: saidIn(body),
  }
}

function statusIn({ status = null }: JsonObject): string | null {
  if (status === null) return null
  return (typeof status === 'string' ? asWord(status.trim().toLowerCase()) : null) ?? UNREADABLE
}

/** PHP writes an empty list where there is nothing. */
function statusWithout(transactions: unknown = null): string | null {
  const isNothing = transactions === null || (Array.isArray(transactions) && transactions.length === 0)
  return isNothing ? null : UNREADABLE
}

const UNREADABLE = 'unreadable'

/**
 * Whether the answer is about this order, as far as it says. Refusals name none; one that names another is what a
 * connection brings that has lost its step.
 */
export function isAbout(answer: Answer, reference: string): boolean {
  const { requestId = null } = answer.object
  return requestId === null || requestId === reference
}

/** VTpass has four places for its words: 087 has them in `message`, the catalogue's 011 and a bad number in `content`. */
function saidIn(body: unknown): string {
  const object = asObject(body)
  const content = asObject(object?.content)
  const places = [body, object?.response_description, object?.message, content?.errors, content?.error]
  return places.map(wordsIn).find((words) => words !== '') ?? 'an answer without words'
}

function wordsIn(place: unknown): string {
  const texts = Array.isArray(place) ? place : [place]
  return plainText(texts.filter((text) => typeof text === 'string').join(', '))
}
