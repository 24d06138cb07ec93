import type { JournalEntry } from '../client/index.ts'
import type { Verdict } from './verdict.ts'

/** Whether there was a requery of a request id, whatever its caller heard of the answer. */
export function requeried(requeries: readonly JournalEntry[], requestId: string): Verdict {
  const own = requeries.filter(({ order }) => order?.requestId === requestId)
  if (own.length > 0) return { pass: true, but: `it did so ${timesOf(own.length)}`, shown: own.map(lineOf) }
  const but = requeries.length === 0 ? 'it requeried nothing' : 'it requeried others'
  return { pass: false, but, shown: requeries.map(lineOf) }
}

function timesOf(count: number): string {
  return count === 1 ? 'once' : `${count} times`
}

function lineOf({ at, order, code, status, heard }: JournalEntry): string {
  const answer = [code ?? 'no code', status].filter((part) => part !== null).join(' ')
  return `${at} ${order?.requestId ?? 'without a request id'}: ${answer}, heard ${heard}`
}
