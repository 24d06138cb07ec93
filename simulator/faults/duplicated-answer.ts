import { bytesOf, halves, joined, withBody } from './body.ts'
import type { Change } from './garbled.ts'

/** The body twice, one after the other. Mid-answer its first half, then all of it. An empty body stays empty. */
export const duplicatedAnswer: Change<'duplicated-answer'> = (answer, moment) => {
  const bytes = bytesOf(answer)
  const first = moment === 'mid-answer' ? halves(bytes)[0] : bytes
  return withBody(answer, joined(first, bytes))
}
