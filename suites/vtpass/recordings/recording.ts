import type { Credentials } from '../../targets/target.ts'
import { isRecord } from '../compare.ts'

/** What a VTpass was asked in one case, and what it answered; without keys, and without what is somebody's. */
export interface Recording {
  readonly case: string
  /** Who answered. */
  readonly target: string
  readonly exchanges: readonly RecordedExchange[]
}

export interface RecordedExchange {
  /** ISO 8601, UTC: when it was asked. */
  readonly at: string
  readonly request: {
    readonly method: string
    readonly path: string
    readonly credentials: Credentials
    readonly fields?: Readonly<Record<string, unknown>>
    readonly raw?: { readonly type: string; readonly text: string }
  }
  /** Null where no answer came. */
  readonly answer: RecordedAnswer | null
}

/** A body that is JSON stands as it is, with its keys in their order; any other is a text. */
export interface RecordedAnswer {
  readonly status: number
  readonly contentType: string
  readonly body?: unknown
  readonly text?: string
}

/** A file that is no recording; the message says which. */
export class RecordingError extends Error {
  override readonly name = 'RecordingError'
}

/** @throws RecordingError */
export function readRecording(text: string, name: string): Recording {
  const content = parse(text)
  const isRecording =
    isRecord(content) &&
    typeof content.case === 'string' &&
    typeof content.target === 'string' &&
    Array.isArray(content.exchanges) &&
    content.exchanges.every(isExchange)
  if (!isRecording)
    throw new RecordingError(`${name} is no recording of vtpass-simulator check vtpass --record`)
  // Every part that is used has been looked at.
  return content as unknown as Recording
}

function isExchange(value: unknown): boolean {
  if (!isRecord(value) || !isRecord(value.request)) return false
  const { method, path, credentials } = value.request
  const isAnswer =
    value.answer === null || (isRecord(value.answer) && typeof value.answer.status === 'number')
  return (
    isAnswer &&
    !Number.isNaN(Date.parse(String(value.at))) &&
    [method, path, credentials].every((each) => typeof each === 'string')
  )
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
