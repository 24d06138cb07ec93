import { channel } from 'node:diagnostics_channel'
import type { Answer } from './wire/answer.ts'

/** What is published on the channel `vtpass-simulator:answer`: every answer, before a fault strikes it. */
export interface Announcement {
  readonly method: string
  /** With single slashes, and without a trailing one or a query. */
  readonly path: string
  readonly answer: Answer
}

const answers = channel('vtpass-simulator:answer')

/** Publishes an answer to whoever listens in this process; without a listener it costs nothing. */
export function announce(method: string, path: string, answer: Answer): Answer {
  if (answers.hasSubscribers) answers.publish({ method, path, answer } satisfies Announcement)
  return answer
}
